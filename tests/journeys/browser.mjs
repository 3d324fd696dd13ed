// A browser, the program under test, and what every journey does with them.
import { spawn, execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

export function check (holds, what) {
  if (!holds) throw new Error(what)
}

/** The program on a demo of its own, or on a copy of one that was made before. */
export async function start () {
  const program = process.env.CONCORDAT_PROGRAM
  const port = process.env.CONCORDAT_PORT ?? '18181'
  check(program, 'CONCORDAT_PROGRAM says which program to try')
  const folder = mkdtempSync(join(tmpdir(), 'concordat-journeys-'))
  const data = join(folder, 'data')
  const ready = process.env.CONCORDAT_DEMO
  if (ready) cpSync(ready, data, { recursive: true })
  else execFileSync(program, ['demo', '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] })
  const served = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`])
  let said = ''
  await new Promise((resolve, reject) => {
    served.stdout.on('data', text => { said += text; if (said.includes('ready')) resolve() })
    served.stderr.on('data', text => { said += text })
    served.on('exit', () => reject(new Error('the program ended: ' + said)))
  })
  const executablePath = process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: flags })
  const stop = async () => {
    await browser.close()
    served.removeAllListeners('exit')
    const ended = new Promise(resolve => served.on('exit', resolve))
    served.kill('SIGTERM')
    const status = await ended
    rmSync(folder, { recursive: true, force: true })
    check(status === 0, `after SIGTERM the program ended with ${status}: ${said}`)
  }
  return { browser, base: `http://127.0.0.1:${port}`, stop }
}

/** One person's window. Whatever the console or the network complains of fails the journey. */
export async function open (house, { scripts = true, width = 1280 } = {}) {
  const context = await house.browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London',
    javaScriptEnabled: scripts, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.complaints = []
  page.on('pageerror', error => page.complaints.push(`script: ${error.message}`))
  page.on('console', message => { if (message.type() === 'error' && !/ 40[0-9] /.test(message.text())) page.complaints.push(message.text()) })
  page.on('response', answer => { if (answer.status() >= 500) page.complaints.push(`${answer.status()} ${answer.url()}`) })
  return page
}

/** Signs in as the first persona of the partnership whose row matches. */
export async function signIn (page, base, partnership, who) {
  await page.context().clearCookies()
  await page.goto(base + '/sign-in')
  const list = page.locator('details', { hasText: partnership }).first()
  await list.locator('summary').click()
  const row = list.locator('li', { hasText: who }).first()
  check(await row.count() === 1, `nobody in the demo is ${who}`)
  await row.locator('button').click()
  check(page.url().startsWith(base + '/work'), `signing in as ${who} led to ${page.url()}`)
}

/** Rules of WCAG 2.2 A and AA and good practice; and nothing wider than the window. */
export async function inspect (page) {
  await page.evaluate(axe)
  // GOV.UK has the back link before <main>, so that "skip to main content" skips it; axe wants it inside.
  const { violations } = await page.evaluate(() => globalThis.axe.run({ include: [['html']], exclude: [['.govuk-back-link']] }, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] }))
  const words = violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).slice(0, 3).join(' | ')}`)
  check(words.length === 0, `${page.url()}\n  ${words.join('\n  ')}`)
  const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }))
  check(wide <= window, `${page.url()} is ${wide} wide in a window of ${window}`)
  check(page.complaints.length === 0, `${page.url()}: ${page.complaints.join('; ')}`)
}

const words = { child_name: 'Juniper Exampleby', decision: 'No assessment was made after the second report' }

/** Answers everything that stands open on the page and has no answer yet, as somebody in a hurry would. */
export async function fillIn (page, given = {}) {
  for (const box of await page.locator('main form input[type=text], main form textarea').all()) {
    const name = await box.getAttribute('name')
    const hidden = !(await box.isVisible())
    if (hidden || await box.inputValue() !== '' || name.endsWith('-time')) continue
    await box.fill(given[name] ?? words[name] ?? dateBox(name, given) ?? 'Said in the words of this journey')
  }
  for (const list of await page.locator('main form select').all()) {
    if (!(await list.isVisible()) || await list.inputValue() !== '') continue
    const name = await list.getAttribute('name')
    const labels = await list.locator('option').allTextContents()
    const wanted = given[name] ? labels.findIndex(label => given[name].test(label)) : 1
    check(wanted > 0, `no option of ${name} fits`)
    await list.selectOption({ index: wanted })
  }
  const names = new Set()
  for (const button of await page.locator('main form input[type=radio]').all()) {
    if (await button.isVisible()) names.add(await button.getAttribute('name'))
  }
  for (const name of names) {
    if (await page.locator(`input[name="${name}"]:checked`).count() > 0) continue
    const wanted = given[name] ?? (name === 'danger' || name.startsWith('excluded_') ? 'no' : undefined)
    const value = wanted && await page.locator(`input[name="${name}"][value="${wanted}"]`).count() > 0 ? `[value="${wanted}"]` : ''
    await page.locator(`input[name="${name}"]${value}`).first().check()
  }
  await tickOne(page)
}

async function tickOne (page) {
  const boxes = new Set()
  for (const box of await page.locator('main form input[type=checkbox]').all()) {
    if (await box.isVisible()) boxes.add(await box.getAttribute('name'))
  }
  for (const name of boxes) {
    if (await page.locator(`input[name="${name}"]:checked`).count() === 0) await page.locator(`input[name="${name}"]`).first().check()
  }
}

function dateBox (name, given) {
  const day = given.day ?? new Date()
  if (name.endsWith('-day')) return String(day.getDate())
  if (name.endsWith('-month')) return String(day.getMonth() + 1)
  if (name.endsWith('-year')) return String(name.startsWith('child_dob') ? day.getFullYear() - 6 : day.getFullYear())
}

/** Follows a link of the page in front, fills in what it asks, sends it. */
export async function act (page, base, title, given = {}) {
  const link = page.locator('main a', { hasText: title }).first()
  check(await link.count() === 1, `${page.url()} does not offer ${title}`)
  await link.click()
  await fillIn(page, given)
  await page.locator('main form button', { hasText: 'Record it' }).click()
  const problem = page.locator('.govuk-error-summary')
  check(await problem.count() === 0, `${title}: ${await problem.count() ? await problem.innerText() : ''}`)
  check(page.url().includes('?done='), `${title} led to ${page.url()}`)
}
