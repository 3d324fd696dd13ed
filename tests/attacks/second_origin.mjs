// A page of somebody else, open in the browser of somebody who is signed in: it sends every form there is,
// fetches, frames, opens, embeds. Nothing changes, nothing is framed, nothing can be read.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18331 node tests/attacks/second_origin.mjs
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { check, makeDemo } from '../access_matrix/program.mjs'
import { chromium, flags } from './chromium.mjs'

const port = Number(process.env.CONCORDAT_PORT ?? '18331')
const house = makeDemo(port)
const victim = 'petra.larkspur'  // business manager: much to see, much to do
const wrong = []
const complain = what => { wrong.push(what); console.log('not ok - ' + what) }

/** Serves whatever page the attack in hand needs; the address says which. */
const pages = new Map()
const evil = http.createServer((request, answer) => {
  answer.setHeader('Content-Type', 'text/html')
  answer.end(pages.get(request.url) ?? '<!DOCTYPE html><title>Kittens</title><p>Kittens')
})

const fields = { _token: 'A'.repeat(43), _command: '0123456789abcdef0123456789abcdef', _revision: '1', _step: 'send', person: 'tamsin.pennywhistle', then: '/work',
  note: 'Written by somebody else', reason: 'Written by somebody else', why: 'Written by somebody else', safe_now: 'yes', protection: 'None', email: 'a@b.example', password: 'a', new_password: 'correct horse battery', session: 'a', code: '000000' }
const inputs = Object.entries(fields).map(([name, value]) => `<input type=hidden name="${name}" value="${value}">`).join('')
const encodings = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const formPage = (address, encoding, target = '_self') => `<!DOCTYPE html><iframe name=inside></iframe><form method=post enctype="${encoding}" action="${address}" target="${target}">${inputs}</form><script>document.forms[0].submit()</script>`

/** Every address that changes something, with what it is about filled in. */
function changing (reference) {
  const router = readFileSync('src/web/router.cpp', 'utf8')
  const pagesThatChange = [...router.matchAll(/Method::Post, "([^"]*)"/g)].map(found => found[1])
  const described = JSON.parse(readFileSync('docs/openapi.json', 'utf8')).paths
  const routes = Object.keys(described).filter(path => 'post' in described[path])
  check(pagesThatChange.length >= 6 && routes.length >= 4, 'the addresses that change something are known')
  const filled = path => path.replace('{reference}', reference).replace('{partnership}', 'marshside').replace('{step}', 'child')
  return [...pagesThatChange, ...routes].flatMap(path => ['add_note', 'withdraw'].map(action => filled(path).replace('{action}', action)))
    .map(path => path.replace(/\{\w+\}/g, fields._command))  // whatever else an address names, nobody has
    .filter((path, i, all) => all.indexOf(path) === i)
}

async function victimsWindow (browser) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(house.base + '/sign-in')
  await page.locator('details', { hasText: 'Marshside' }).first().locator('summary').click()
  await page.locator(`form:has(input[value="${victim}"]) button`).first().click()
  check(page.url().endsWith('/work'), 'the victim is signed in')
  return { context, page }
}

async function stillSignedIn (context) {
  const page = await context.newPage()
  await page.goto(house.base + '/work')
  const words = await page.locator('main').innerText()
  await page.close()
  return words.includes('Signed in as Petra Larkspur')
}

/** `run` in a page of the attacker's, for as long as it takes. */
async function attack (context, origin, path, html, run) {
  pages.set(path, html)
  const page = await context.newPage()
  page.on('dialog', dialog => dialog.dismiss())
  try {
    await page.goto(origin + path, { waitUntil: 'load' }).catch(() => {})
    return await run(page)
  } finally {
    await page.close()
  }
}

const quiet = page => page.waitForLoadState('networkidle').catch(() => {})

async function sendForms (context, origin, addresses) {
  let sent = 0
  for (const address of addresses) {
    for (const encoding of encodings) {
      const status = await attack(context, origin, `/form?${sent}`, '<p>Kittens', async page => {
        const answered = page.waitForResponse(answer => answer.url() === house.base + address && answer.request().method() === 'POST')
        await page.setContent(formPage(house.base + address, encoding)).catch(() => {})
        return (await answered).status()
      })
      ++sent
      if (status < 400) complain(`a form of ${origin} to ${address} as ${encoding} got ${status}`)
    }
    await attack(context, origin, '/inside', formPage(house.base + address, encodings[0], 'inside'), quiet)
  }
  return sent
}

async function fetchThings (context, origin, addresses, readable) {
  return attack(context, origin, '/fetch', '<p>Kittens', page => page.evaluate(async ({ base, addresses, readable, body }) => {
    const read = []
    const ask = async (path, options) => {
      try {
        const answer = await fetch(base + path, { credentials: 'include', ...options })
        if (answer.type !== 'opaque' && answer.type !== 'opaqueredirect') read.push(`${options.method ?? 'GET'} ${path}: ${answer.status}`)
      } catch { /* as it should be */ }
    }
    for (const path of readable) {
      await ask(path, {})
      await ask(path, { mode: 'no-cors' })
      await ask(path, { redirect: 'manual' })
    }
    for (const path of addresses) {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
        await ask(path, { method: 'POST', body, headers: { 'Content-Type': type } })
        await ask(path, { method: 'POST', body, mode: 'no-cors', headers: { 'Content-Type': type } })
      }
      for (const method of ['PUT', 'PATCH', 'DELETE']) await ask(path, { method })
      await ask(path, { method: 'POST', body, headers: { 'X-HTTP-Method-Override': 'PUT' } })
      navigator.sendBeacon(base + path, new URLSearchParams(body))
    }
    return read
  }, { base: house.base, addresses, readable, body: new URLSearchParams(fields).toString() }))
}

/** Pictures, scripts, styles, objects and sounds: whatever loads tells something. */
async function embedThings (context, origin, readable) {
  return attack(context, origin, '/embed', '<p>Kittens', page => page.evaluate(async ({ base, readable }) => {
    const loaded = []
    const place = (tag, attribute, path) => new Promise(resolve => {
      const element = document.createElement(tag)
      const end = what => () => { if (what) loaded.push(`${tag} ${path}`); resolve() }
      element.onload = end(true)
      element.onloadeddata = end(true)
      element.onerror = end(false)
      if (tag === 'link') element.rel = 'stylesheet'
      element[attribute] = base + path
      document.body.append(element)
      setTimeout(end(false), 1000)
    })
    await Promise.all(readable.flatMap(path => [['img', 'src'], ['script', 'src'], ['link', 'href'], ['video', 'src'], ['audio', 'src']].map(([tag, attribute]) => place(tag, attribute, path))))
    return loaded
  }, { base: house.base, readable }))
}

async function frameThings (context, origin, readable) {
  const frames = readable.map(path => `<iframe src="${house.base + path}"></iframe><object data="${house.base + path}" type="text/html"></object><embed src="${house.base + path}">`)
  return attack(context, origin, '/frame', '<!DOCTYPE html>' + frames.join(''), async page => {
    await quiet(page)
    const shown = []
    for (const frame of page.frames().slice(1)) {
      const words = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')
      if (/Concordat|Your work|immediate danger|not_found|token_missing|Sign in/.test(words)) shown.push(`${frame.url()}: ${words.slice(0, 60)}`)
    }
    return shown
  })
}

async function openThings (context, origin, readable) {
  return attack(context, origin, '/open', '<button>Kittens</button>', page => page.evaluate(async ({ base, readable }) => {
    const read = []
    for (const path of readable) {
      const other = window.open(base + path)
      await new Promise(resolve => setTimeout(resolve, 300))
      for (const [what, look] of [['words', w => w.document.body.innerText], ['address', w => w.location.href], ['title', w => w.document.title], ['frames', w => { if (!w.closed && w.length > 0) return w.length; throw new Error('none') }]]) {
        try {
          const seen = look(other)
          if (seen !== 'about:blank' && seen !== '') read.push(`${what} of ${path}: ${seen}`)
        } catch { /* as it should be */ }
      }
      try { other?.close() } catch { /* it may be severed */ }
    }
    return read
  }, { base: house.base, readable }))
}

try {
  await house.serve()
  await new Promise(resolve => evil.listen(port + 1, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium', headless: true, chromiumSandbox: false, args: flags })
  try {
    const { context, page } = await victimsWindow(browser)
    const reference = /\/disagreements\/([A-Z0-9-]{12})/.exec(await page.content().then(async words => words.includes('/disagreements/') ? words : (await page.goto(house.base + '/register/marshside')).text()))[1]
    const addresses = changing(reference)
    const readable = ['/work', '/register/marshside', '/disagreements/' + reference, '/policies/marshside/diagram.svg', '/sign-out', '/help', '/api/v1/disagreements/' + reference, '/api/v1/openapi.json', '/nowhere', '/health/live']
    const before = house.head()
    // The same host with another port is the same site, so cookies go along; another host is another site.
    for (const origin of [`http://127.0.0.1:${port + 1}`, `http://localhost:${port + 1}`]) {
      const sent = await sendForms(context, origin, addresses)
      for (const what of await fetchThings(context, origin, addresses, readable)) complain(`a script of ${origin} can read ${what}`)
      for (const what of await embedThings(context, origin, readable)) complain(`a page of ${origin} can embed ${what}`)
      for (const what of await frameThings(context, origin, readable)) complain(`a page of ${origin} frames ${what}`)
      for (const what of await openThings(context, origin, readable)) complain(`a page of ${origin} that opened it reads ${what}`)
      if (!await stillSignedIn(context)) complain(`a page of ${origin} signed the victim out, or in as somebody else`)
      console.log(`${origin}: ${sent} forms to ${addresses.length} addresses; fetched, framed, opened and embedded ${readable.length}`)
    }
    if (house.head() !== before) complain('something was recorded in the ledger')
    // The same form from the service's own page is taken: what was refused above was refused for where it came from.
    const own = await page.goto(`${house.base}/disagreements/${reference}/act/add_note`)
    check(own.status() === 200, 'the victim may add a note')
    await page.locator('main textarea').first().fill('Written by the one who is signed in')
    await page.locator('main form button', { hasText: 'Record it' }).click()
    check(page.url().includes('?done='), 'a form of the service itself is taken')
    if (house.head() === before) complain('what the victim wrote is not in the ledger')
  } finally {
    await browser.close()
  }
} finally {
  evil.close()
  evil.closeAllConnections()
  await house.stop()
  house.remove()
}
console.log(`${wrong.length} attacks had an effect`)
if (wrong.length > 0) process.exit(1)
