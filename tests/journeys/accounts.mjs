// Getting in, in a real browser: invited, a second factor, elsewhere, one's own account; each page inspected like any other.
// Run: CONCORDAT_PROGRAM=build/release/concordat node tests/journeys/accounts.mjs
import { spawn, execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Looks } from './looks.mjs'
import { listen } from './person.mjs'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const program = process.env.CONCORDAT_PROGRAM
const base = `http://127.0.0.1:${process.env.CONCORDAT_ACCOUNTS_PORT ?? '18182'}`
const email = 'bea@riverside.example'
const password = 'four plain wooden spoons'

const check = (holds, what) => { if (!holds) throw new Error(what) }

function bytesOf (base32) {
  const bytes = []
  let held = 0; let bits = 0
  for (const letter of base32) {
    held = (held << 5 | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)) & 0xffff
    bits += 5
    if (bits >= 8) { bits -= 8; bytes.push(held >> bits & 255) }
  }
  return Buffer.from(bytes)
}

/** What an authenticator app shows, in this half minute or beside it. */
function codeOf (secret, steps) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

class Visit {
  constructor (page, look) { this.page = page; this.look = look }

  async see (words) {
    const text = await this.page.locator('main').innerText()
    check(text.includes(words), `${this.page.url()} does not say "${words}" but: ${text.slice(0, 400)}`)
    await this.look(this.page)
  }

  go (path) { return this.page.goto(base + path) }

  async send (button, typed) {
    for (const [id, text] of Object.entries(typed)) await this.page.fill('#' + id, text)
    await this.page.locator('main form button', { hasText: button }).first().click()
  }
}

async function signIn (visit) {
  await visit.go('/sign-in')
  await visit.send('Sign in', { email, password })
}

async function invited (visit, link) {
  await visit.go('/sign-in')
  await visit.see('I have forgotten my password')
  await visit.go('/forgotten-password')
  await visit.see('Ask the administrator')
  await visit.go('/choose-password?link=nonsense')
  await visit.see('This link cannot be used')
  await visit.page.goto(link)
  await visit.see('You have been invited to Concordat as Bea Keeper')
  check(!/bea|keeper/i.test(await visit.page.title() + visit.page.url()), 'the title or the address names the person')
  await visit.send('Save and sign in', { password: 'short' })
  await visit.see('The password must have at least 12 characters')
  await visit.send('Save and sign in', { password })
  await visit.see('Your work')
}

async function secondFactor (visit) {
  await visit.go('/account')
  await visit.see('Anybody who knows your password can sign in as you')
  await visit.go('/account/second-factor')
  await visit.see('Give your app the key')
  const href = await visit.page.locator('a[href^="otpauth:"]').getAttribute('href')
  const secret = href.match(/secret=([A-Z2-7]+)/)[1]
  await visit.send('Turn it on', { code: '12' })
  await visit.see('Enter the six digits that your app shows now')
  await visit.send('Turn it on', { code: codeOf(secret, -1) })
  await visit.see('They are shown this once only')
  return { secret, codes: await visit.page.locator('li code').allTextContents() }
}

async function elsewhere (visit, { codes }) {
  await signIn(visit)
  await visit.see('Enter a code')
  await visit.send('Sign in', { code: '000000' })
  await visit.see('Enter the code that your app shows now, or a recovery code')
  await visit.page.locator('summary', { hasText: 'I do not have my app' }).click()
  await visit.see('Enter one of your recovery codes instead')
  await visit.send('Continue', { 'recovery-code': codes[0].toLowerCase() })
  await visit.see('Your work')
}

async function account (visit, { secret }) {
  await visit.go('/account?done=second-factor')
  await visit.see('9 recovery codes left')
  await visit.go('/account/password')
  await visit.see('You stay signed in here')
  await visit.go('/account/recovery-codes')
  await visit.see('You get ten new ones')
  await visit.go('/confirm-it-is-you?then=%2Faccount')
  await visit.see('Confirm that it is you')
  await visit.send('Continue', { code: codeOf(secret, 0) })
  await visit.see('Your account')
  await visit.send('End all other sessions', {})
  await visit.see('All other sessions have been ended')
  await visit.go('/account/second-factor/off')
  await visit.see('After that your password alone lets you in')
  await visit.send('Turn it off', { password, code: codeOf(secret, 1) })
  await visit.see('Your second factor is off')
}

const folder = mkdtempSync(join(tmpdir(), 'concordat-accounts-'))
const run = (...words) => execFileSync(program, [...words, '--data', join(folder, 'd')]).toString()
const looks = new Looks(folder)
let failed = false
for (const scripts of [true, false]) {
  rmSync(join(folder, 'd'), { recursive: true, force: true })
  run('partnership', 'add', '--name', 'Riverside Partnership', '--key', 'riverside', '--pack', 'north-tyneside')
  const { link } = JSON.parse(run('user', 'invite', '--name', 'Bea Keeper', '--email', email, '--post', 'riverside.business-manager', '--address', base, '--json'))
  const served = spawn(program, ['serve', '--data', join(folder, 'd'), '--listen', base.slice(7)])
  await new Promise((resolve, reject) => { served.stdout.on('data', resolve); served.on('exit', () => reject(new Error('the program ended'))) })
  const browser = await chromium.launch({ executablePath: process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium', headless: true, chromiumSandbox: false,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] })
  const open = async () => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', javaScriptEnabled: scripts })
    const page = await context.newPage()
    listen(page)
    return new Visit(page, looks.of(scripts))
  }
  try {
    const one = await open()
    await invited(one, link)
    const keys = await secondFactor(one)
    await elsewhere(await open(), keys)
    await account(one, keys)
    console.log(`ok - accounts, ${scripts ? 'with' : 'without'} scripts`)
  } catch (error) { console.log(`FAIL - accounts, ${scripts ? 'with' : 'without'} scripts: ${error.stack}`); failed = true }
  await browser.close()
  served.removeAllListeners('exit')
  const ended = new Promise(resolve => served.on('exit', resolve))
  served.kill('SIGTERM')
  await ended
}
const bodies = looks.check_markup()
console.log(`# ${looks.kinds.size} kinds of page inspected, ${bodies} bodies by the HTML checker`)
for (const problem of looks.problems) console.log('FAIL - ' + problem)
if (looks.problems.length > 0) failed = true
rmSync(folder, { recursive: true, force: true })
process.exit(failed ? 1 : 0)
