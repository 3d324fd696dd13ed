// The style sheet and the scripts in a real browser, under the security policy that the program sends: each
// component and pattern works with scripts and without, at the width of a telephone, in forced colours.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const require = createRequire(join(root, 'assets/package.json'))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const goldens = JSON.parse(readFileSync(join(root, 'tests/govuk/goldens.json'), 'utf8'))

function check (holds, what) {
  if (!holds) throw new Error(what)
}

// The policy as it stands in the source: a list of literals side by side.
const source = readFileSync(join(root, 'src/http/response.cpp'), 'utf8')
const literals = /content_security_policy =((?:\s*"[^"]*")+)/.exec(source)[1]
const policy = [...literals.matchAll(/"([^"]*)"/g)].map(literal => literal[1]).join('')

const golden = (component, name) => goldens.moj[component].find(set => set.name === name).html
const tabs = `<div class="govuk-tabs" data-module="govuk-tabs"><h2 class="govuk-tabs__title">Contents</h2><ul class="govuk-tabs__list">
  <li class="govuk-tabs__list-item govuk-tabs__list-item--selected"><a class="govuk-tabs__tab" href="#first">First</a></li>
  <li class="govuk-tabs__list-item"><a class="govuk-tabs__tab" href="#second">Second</a></li></ul>
  <div class="govuk-tabs__panel" id="first"><p class="govuk-body">One</p></div>
  <div class="govuk-tabs__panel govuk-tabs__panel--hidden" id="second"><p class="govuk-body">Two</p></div></div>`
const content = ['<h1 class="govuk-heading-l">Patterns</h1>', golden('alert', 'dismissible'), golden('sub-navigation', 'default'),
  golden('filter', 'one category chosen').replace(/<div class="moj-filter__header">/, '<form action="/" method="get">$&').replace(/<\/div>\s*$/, '</form></div>'),
  tabs, golden('sortable-table', 'default'), golden('date-picker', 'default'), golden('badge', 'red'),
  golden('notification-badge', 'several'), golden('timeline', 'several events, newest first')].join('\n')
const whole = goldens.page.find(page => page.name.startsWith('full width')).html
const page = whole.replace('<h1 class="govuk-heading-l">Your work</h1>', content)
check(page !== whole, 'the golden page has a place for the patterns')

const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const server = createServer((request, response) => {
  response.setHeader('Content-Security-Policy', policy)
  const name = /^\/assets\/1\/([a-z.-]+)$/.exec(request.url)?.[1]
  if (!name) return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
  response.setHeader('Content-Type', types[extname(name)]).end(readFileSync(join(root, 'assets/dist', name)))
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${server.address().port}/`

const browser = await chromium.launch({
  executablePath: process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium', headless: true, chromiumSandbox: false,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
})
const pictures = process.env.CONCORDAT_PICTURES
if (pictures) mkdirSync(pictures, { recursive: true })

async function open (name, settings) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...settings })
  const tab = await context.newPage()
  const complaints = []
  tab.on('pageerror', error => complaints.push(error.message))
  tab.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()) })
  tab.on('requestfailed', request => complaints.push(`failed: ${request.url()}`))
  await tab.goto(base)
  await tab.waitForLoadState('networkidle')
  if (pictures) await tab.screenshot({ path: join(pictures, `patterns-${name}.png`), fullPage: true })
  check(complaints.length === 0, `${name}: ${complaints.join('; ')}`)
  return { tab, done: async () => { check(complaints.length === 0, `${name}: ${complaints.join('; ')}`); await context.close() } }
}

const tries = {
  async 'with scripts, a table sorts, a calendar opens, tabs turn and an alert goes away' () {
    const { tab, done } = await open('scripts', {})
    await tab.getByRole('button', { name: 'Open' }).click()
    check((await tab.locator('tbody td').first().textContent()) === 'Health', 'sorted by the number that are open')
    await tab.getByRole('button', { name: 'Open' }).click()
    check((await tab.locator('tbody td').first().textContent()) === 'Police', 'and the other way round')
    await tab.getByRole('button', { name: 'Choose date' }).click()
    check(await tab.getByRole('dialog').isVisible(), 'the calendar is open')
    await tab.keyboard.press('Escape')
    await tab.getByRole('tab', { name: 'Second' }).click()
    check(await tab.locator('#second').isVisible() && !await tab.locator('#first').isVisible(), 'the second panel alone')
    await tab.getByRole('button', { name: 'Dismiss' }).click()
    check(await tab.locator('.moj-alert').count() === 0, 'the alert is gone')
    await done()
  },
  async 'without scripts, everything is there to read and nothing that could not work' () {
    const { tab, done } = await open('no-scripts', { javaScriptEnabled: false })
    check(await tab.locator('#first').isVisible() && await tab.locator('#second').isVisible(), 'both panels')
    check(await tab.locator('.moj-alert__dismiss').isHidden(), 'no button that needs a script')
    check(await tab.locator('#due').isVisible(), 'a box to type the date in')
    await done()
  },
  async 'axe finds nothing against WCAG 2.2 AA, in scripts or narrow' () {
    for (const [name, settings] of [['wide', {}], ['narrow', { viewport: { width: 320, height: 640 } }]]) {
      const { tab, done } = await open(name, settings)
      await tab.evaluate(axe)
      const found = await tab.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
      check(found.violations.length === 0, found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`).join('\n'))
      check(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name}: no sideways scrolling`)
      await done()
    }
  },
  async 'in forced colours, what is current and what happened keep their marks' () {
    const { tab, done } = await open('forced-colours', { forcedColors: 'active' })
    const border = await tab.locator('.moj-sub-navigation__link[aria-current]').evaluate(link => getComputedStyle(link).borderBottomWidth)
    check(border === '5px', `the current item has a border: ${border}`)
    await done()
  }
}

let failed = 0
for (const [name, attempt] of Object.entries(tries)) {
  try {
    await attempt()
    console.log(`ok     ${name}`)
  } catch (error) {
    failed++
    console.log(`FAILED ${name}\n       ${error.message}`)
  }
}
await browser.close()
server.close()
process.exit(failed ? 1 : 0)
