// Journeys through every policy in a real browser, with and without scripts, and a look at every kind of page they reach.
// Run: CONCORDAT_PROGRAM=build/release/concordat node tests/journeys/journeys.mjs [part of a title]
// CONCORDAT_DEMO: a demo to copy · CONCORDAT_NETWORK=host: not in a namespace of its own · CONCORDAT_GALLERY=rewrite: pictures for docs/gallery
import { aloneOnLoopback, check, start } from './house.mjs'
import { openDesk } from './person.mjs'
import { Life } from './life.mjs'
import { Looks, tell_faults } from './looks.mjs'
import { paint } from './gallery.mjs'
import { print, unexpected } from './table.mjs'
import { journeys as settling } from './settling.mjs'
import { journeys as climbing } from './climbing.mjs'
import { journeys as voices } from './voices.mjs'
import { journeys as safety } from './safety.mjs'
import { journeys as raising } from './raising.mjs'
import { journeys as pages } from './pages.mjs'

aloneOnLoopback()
const wanted = process.argv[2] ?? ''
const all = Object.entries({ ...settling, ...climbing, ...safety, ...voices, ...raising, ...pages })
const house = await start()
const looks = new Looks(house.folder)
const results = []

async function travel (partnership, people, scripts) {
  const desk = await openDesk(house, { scripts, looks })
  const offered = new Set()
  for (const [title, steps] of all) {
    const mode = scripts ? 'with scripts' : 'without scripts'
    const name = `${partnership}: ${title}, ${mode}`
    if (!name.includes(wanted)) continue
    const started = Date.now()
    let result = 'yes'
    try {
      if (await steps(new Life(desk, partnership, people, offered)) === false) result = 'not in this policy'
    } catch (error) { result = 'failed: ' + error.message }
    results.push({ partnership, title, mode, result })
    console.log(`${result.startsWith('failed') ? 'not ok' : 'ok'} - ${name}: ${result} (${Date.now() - started} ms)`)
  }
  await desk.close()
}

try {
  await tell_faults(house)
  const door = await openDesk(house)
  const partnerships = (await door.everybody()).filter(one => one.people.length > 10)
  check(partnerships.length === 5, `the demo has five partnerships, and the sign-in page lists ${partnerships.length}`)
  for (const scripts of [true, false]) {
    // Two at a time, as there are processors.
    const waiting = [...partnerships]
    const worker = async () => { for (let next; (next = waiting.shift());) await travel(next.partnership, next.people, scripts) }
    await Promise.all([worker(), worker()])
  }
  if (process.env.CONCORDAT_GALLERY === 'rewrite') await paint(house, partnerships)
  const bodies = looks.check_markup()
  console.log(`# ${looks.kinds.size} kinds of page inspected, ${bodies} bodies by the HTML checker`)
} finally {
  await house.stop()
}
print(results)
const wrong = [...unexpected(results, wanted !== ''), ...looks.problems]
for (const words of wrong) console.log('not ok - ' + words)
process.exit(wrong.length ? 1 : 0)
