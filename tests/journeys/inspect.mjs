// A look at every kind of page that a journey reaches: rules of accessibility, narrow and large, in forced colours, on paper, by keyboard.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { check } from './house.mjs'
import { walk } from './keyboard.mjs'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe leaves to a person's eye, and what the eye found. Anything else that it leaves fails. */
const reviewed = [
  { rule: 'color-contrast', about: /govuk-visually-hidden|govuk-skip-link/, why: 'not seen until it has the focus, then black on yellow' },
  { rule: 'color-contrast', about: /govuk-(button|tag|details|link|back-link|service-navigation)/, why: 'a pseudo-element lies over it without covering the words' },
  { rule: 'color-contrast', about: /moj-sub-navigation|app-ladder/, why: 'a mark beside the words is drawn as a pseudo-element' },
  { rule: 'color-contrast', about: /./, within: '.moj-timeline, .app-timeline', why: 'the rail and its marks are pseudo-elements beside the words, which are black or dark grey on white' }
]

/** The same page for another disagreement, partnership or person is the same kind. */
export function kind_of (url, title, status) {
  const path = new URL(url).pathname.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/, 'REF').replace(/^\/(raise|policies|register)\/[^/]+/, '/$1/PARTNERSHIP').replace(/[0-9a-f]{16,}/, 'ID')
  const error = /^Error:/.test(title) ? ' wrong' : ''
  const narrowed = /[?&](overdue|stage|topic|partnership|post)=/.test(new URL(url).search) && path.startsWith('/work') ? ' narrowed' : ''
  const form = /\/act\/submit_form$/.test(path) ? ' ' + (new URL(url).searchParams.get('about') ?? '') : ''
  return path + form + narrowed + (new URL(url).search.includes('done=') ? ' done' : '') + error + (status >= 400 ? ` ${status}` : '')
}

/** A disagreement looks different in each partnership, phase and stage, and in danger. */
export async function state_of (page) {
  if (!/\/disagreements\/[^/]+$/.test(new URL(page.url()).pathname)) return ''
  const words = await page.evaluate(() => ['.govuk-caption-l', 'main .govuk-tag', '.app-ladder__stage--current', '.app-safety--danger', '#outcome']
    .map(where => document.querySelector(where)?.textContent.trim().split('\n')[0] ?? ''))
  return ' ' + words.filter(Boolean).join(', ')
}

async function rules (page) {
  await page.evaluate(axe)
  // GOV.UK has the back link before <main>, so that "skip to main content" skips it; axe wants it inside.
  const { violations, incomplete } = await page.evaluate(values => globalThis.axe.run({ include: [['html']], exclude: [['.govuk-back-link']] },
    { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] }), tags)
  const stands_within = async (node, place) => !place || await page.evaluate(([target, of]) => !!document.querySelector(target)?.closest(of), [node.target.at(-1), place])
  for (const one of incomplete) {
    for (const node of one.nodes) {
      for (const known of reviewed) node.reviewed ||= known.rule === one.id && known.about.test(node.html) && await stands_within(node, known.within)
    }
  }
  const open = incomplete.flatMap(one => one.nodes.filter(node => !node.reviewed).map(node => `${one.id} (to be looked at): ${node.html.slice(0, 200)}`))
  return [...violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html.slice(0, 200)).slice(0, 3).join(' | ')}`), ...open]
}

/** What is wider than the window, if the page is. */
const wider = page => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 3)
  return [`${scrollWidth} wide in a window of ${clientWidth}: ${wide.map(one => one.outerHTML.slice(0, 120)).join(' | ')}`]
})

async function narrow (page) {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const found = await wider(page)
  await page.setViewportSize(size)
  return found.map(words => 'at 320 pixels: ' + words)
}

/** Text at twice its size, and with the spacing of WCAG 1.4.12; nothing is cut off or pushed out. */
async function large (page) {
  const set = style => page.evaluate(values => { document.documentElement.style.cssText = values }, style)
  await set('font-size: 200%')
  const found = await wider(page)
  await set('letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5')
  found.push(...await wider(page))
  await set('')
  return found.map(words => 'with large or spaced text: ' + words)
}

/** With the colours of the person's own choice, what can be pressed or filled in keeps an edge or an underline, and the stage its mark. */
async function forced (page) {
  await page.emulateMedia({ forcedColors: 'active' })
  const lost = await page.evaluate(() => [...document.querySelectorAll('main .govuk-button, main input:not([type=hidden]):not(.govuk-radios__input):not(.govuk-checkboxes__input), main textarea, main select, .app-ladder__stage--current, .app-safety')].filter(one => {
    const style = getComputedStyle(one)
    const edges = ['Top', 'Left'].some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none')
    return one.checkVisibility() && !edges
  }).map(one => one.outerHTML.slice(0, 120)))
  await page.emulateMedia({ forcedColors: 'none' })
  return lost.map(words => 'in forced colours nothing shows the edge of ' + words)
}

/** On paper: no navigation, no buttons, nothing wider than the sheet, and a number of sheets that fits what is said. */
async function printed (page) {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => [...document.querySelectorAll('.govuk-service-navigation, .app-footer, .govuk-button, .govuk-skip-link, .govuk-back-link, .govuk-pagination')].filter(one => one.checkVisibility()).map(one => 'on paper there is ' + one.outerHTML.slice(0, 100)))
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  const letters = (await page.locator('body').innerText()).length
  await page.emulateMedia({ media: null })
  const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length
  const most = 2 + Math.ceil(letters / 700)
  if (sheets < 1 || sheets > most) found.push(`on paper it takes ${sheets} sheets for ${letters} letters`)
  return found
}

/** A list of problems says so in the title, is the first thing read, and leads to what is wrong. */
async function summary (page) {
  const box = page.locator('.govuk-error-summary')
  if (await box.count() === 0) return []
  return await box.evaluate(one => {
    const found = []
    if (!document.title.startsWith('Error: ')) found.push('the title does not say that something is wrong')
    if (document.body.classList.contains('govuk-frontend-supported') && document.activeElement !== one) found.push('the error summary has not the focus')
    for (const link of one.querySelectorAll('a')) {
      if (!document.querySelector(link.getAttribute('href'))) found.push(`${link.getAttribute('href')} leads nowhere`)
    }
    return found
  })
}

export async function inspect (page, { scripts }) {
  const found = [...await summary(page), ...await narrow(page)]
  if (scripts) found.push(...await rules(page), ...await large(page), ...await forced(page), ...await printed(page), ...await walk(page))
  found.push(...page.complaints)
  check(found.length === 0, `${page.url()}\n    ${found.join('\n    ')}`)
}
