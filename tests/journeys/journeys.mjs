// A disagreement from raising to closing, in a real browser, with and without scripts; and every kind of
// page at a desk's and a telephone's width.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18181 node tests/journeys/journeys.mjs
import { start, open, signIn, inspect, fillIn, act, check } from './browser.mjs'

const house = await start()
const base = house.base

async function journey (name, steps) {
  const started = Date.now()
  await steps()
  console.log(`ok - ${name} (${Date.now() - started} ms)`)
}

async function partnerships (page) {
  await page.goto(base + '/sign-in')
  const names = await page.locator('details summary').allInnerTexts()
  return names.filter(name => !/guardian/i.test(name)).map(name => name.trim())
}

/** Whoever acts on that side at the stage where it stands, by name. */
async function seated (page, side) {
  const card = page.locator('.govuk-summary-card', { hasText: side })
  const row = card.locator('.govuk-summary-list__row', { hasText: 'Acts at this stage' })
  const lines = (await row.locator('dd').first().innerText()).split('\n')
  return new RegExp(lines[1].split(',')[0].replace(' (deputy)', ''))
}

/** Raises by the pages, as the first of `posts` that the partnership has; gives the address of the disagreement. */
async function raise (page, partnership, { from, to, look = async () => {} }) {
  await signIn(page, base, partnership, from)
  await look(page)
  await page.goto(base + '/raise')
  await look(page)
  await page.locator('a', { hasText: 'Start now' }).click()
  await look(page)
  await page.locator('main form button').first().click()
  check(await page.locator('.govuk-error-summary').count() === 1, 'raising without answers tells what is missing')
  await look(page)
  const far = new Date(Date.now() + 20 * 86400000)
  await fillIn(page, { to, day: far })
  await page.locator('button', { hasText: 'Continue' }).click()
  const problems = page.locator('.govuk-error-summary')
  check(await problems.count() === 0, `${partnership}: ${await problems.count() ? await problems.innerText() : ''}`)
  check(/Check your answers/.test(await page.title()), 'answers are checked before they are sent')
  await look(page)
  await page.locator('button', { hasText: 'Raise the disagreement' }).click()
  check(page.url().endsWith('/raised'), `raising led to ${page.url()}`)
  await look(page)
  await page.locator('a', { hasText: 'Go to the disagreement' }).click()
  await look(page)
  return page.url()
}

/** Does everything that waits for the person in front and can be done by following a link. */
async function doWhatIsOwed (page, place) {
  const done = new Set()
  for (;;) {
    await page.goto(place)
    const links = await page.locator('.govuk-summary-list__row', { hasText: 'Do it' }).locator('a').all()
    let next
    for (const link of links) {
      const text = await link.innerText()
      if (!done.has(text) && !/^(Withdraw|Take it|Waive|Hand over)/.test(text)) { next = text; break }
    }
    if (!next) return
    done.add(next)
    await act(page, base, next, { day: new Date() })
  }
}

async function wholeLife (page, partnership, look) {
  const place = await raise(page, partnership, { from: /Class teacher/, to: /Social worker/, look })
  const as = async who => { await signIn(page, base, partnership, who); await page.goto(place) }

  await act(page, base, 'Record a consultation with your manager')
  await look(page)
  await act(page, base, 'Record a discussion')
  const receiving = await seated(page, 'Receiving side')
  await as(receiving)
  await act(page, base, 'Answer the concern', { answer: 'decline' })
  await as(/Class teacher/)
  await act(page, base, /^Take it up/)
  await look(page)

  const [ours, theirs] = [await seated(page, 'Raising side'), await seated(page, 'Receiving side')]
  await as(ours)
  await doWhatIsOwed(page, place)
  await as(theirs)
  await act(page, base, 'Answer the concern', { answer: 'accept' })
  await act(page, base, 'Propose an outcome')
  await as(ours)
  await act(page, base, 'Confirm the outcome')
  check(await page.locator('.govuk-tag', { hasText: 'Settled' }).count() > 0, 'what both agree to is settled')
  await look(page)

  const everybody = [/Class teacher/, receiving, ours, theirs, /Business manager|Board manager|manager of the board/i]
  for (const who of [...everybody, ...everybody]) {
    await as(who)
    await doWhatIsOwed(page, place)
  }
  await as(ours)
  const closed = page.locator('.govuk-tag', { hasText: 'Closed' })
  if (await closed.count() === 0) await act(page, base, 'Close the record')
  check(await closed.count() > 0, 'a closed disagreement says so')
  await look(page)
}

try {
  const first = await open(house)
  const all = await partnerships(first)
  const marshside = all.find(name => /Marshside/.test(name)) ?? all[0]

  await journey('with scripts: raised, answered, taken up, settled, confirmed, closed; every page passes axe', async () => {
    await wholeLife(await open(house), marshside, inspect)
  })
  await journey('without scripts: the same, to the end', async () => {
    await wholeLife(await open(house, { scripts: false }), marshside, async () => {})
  })
  await journey('every kind of page fits a telephone and passes axe there', async () => {
    const page = await open(house, { width: 320 })
    await inspect(await page.goto(base + '/sign-in') && page)
    for (const who of [/Class teacher/, /Business manager|Board manager/]) {
      await signIn(page, base, marshside, who)
      await inspect(page)
      const place = await page.locator('main li a[href^="/disagreements/"]').first().getAttribute('href')
      for (const path of [place, place + '/act/add_note', '/policies', '/raise', '/register', '/work/their-move', '/help',
        '/accessibility', '/privacy', '/cookies', '/sign-out', '/nowhere']) {
        await page.goto(base + path)
        await inspect(page)
      }
    }
  })
  await journey('in every partnership somebody raises by the pages alone', async () => {
    for (const partnership of all) {
      const page = await open(house)
      await raise(page, partnership, { from: /teacher|Key worker|Health visitor/i, to: /Social worker/, look: inspect })
      await page.context().close()
    }
  })
} finally {
  await house.stop()
}
