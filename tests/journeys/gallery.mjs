// Pictures of the pages for docs/gallery, at a desk's and a telephone's width.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { openDesk } from './person.mjs'

const folder = fileURLToPath(new URL('../../docs/gallery', import.meta.url))
const tall = { desk: 1600, phone: 1400 }

/** Name, who looks, where, and what is to be seen there. */
const pictures = partnership => [
  ['your-work', /Team manager|Service manager/, '/work', 'Your work: what waits for you, what waits for others, what has ended.'],
  ['before-raising', /teacher/i, '/raise', 'Before raising: danger first, what it is and is not, and where else to go.'],
  ['register', /business manager/i, '/register', 'The register of a partnership: no child is named in it.'],
  ['disagreement', /business manager/i, 'first', 'A disagreement: the child first, then where it stands, what happens next, and who may do what.'],
  ['act', /business manager/i, 'first note', 'Acting: a page for each act, made of its questions.'],
  ['policy', /teacher/i, '/policies', 'A policy as the program carries it out: stages, clocks, clauses, readings.'],
  ['not-found', /teacher/i, '/nowhere', 'Where there is nothing, or nothing that one may know of.']
]

async function go (desk, where) {
  if (!where.startsWith('first')) return desk.open(where)
  await desk.open('/register')
  const first = await desk.page.locator('main a[href^="/disagreements/"]').first().getAttribute('href')
  await desk.open(where === 'first' ? first : first + '/act/add_note')
}

export async function paint (house, partnerships) {
  mkdirSync(folder, { recursive: true })
  const { partnership, people } = partnerships.find(one => one.partnership.startsWith('Marshside'))
  const lines = ['# Gallery', '', 'Pages of the demo, pictured by the tests: `CONCORDAT_GALLERY=rewrite node tests/journeys/journeys.mjs`. Everybody in them is invented.', '']
  for (const [width, size] of [[1280, 'desk'], [390, 'phone']]) {
    const desk = await openDesk(house, { width })
    for (const [name, who, where] of pictures(partnership)) {
      await desk.become(partnership, people.find(one => who.test(one.post)).name)
      await go(desk, where)
      const height = Math.min(tall[size], await desk.page.evaluate(() => document.documentElement.scrollHeight))
      await desk.page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true, clip: { x: 0, y: 0, width, height } })
    }
    await desk.close()
  }
  for (const [name, , , caption] of pictures(partnership)) lines.push(`## ${caption}`, '', `![At a desk](${name}-desk.png)`, '', `![On a telephone](${name}-phone.png)`, '')
  writeFileSync(join(folder, 'README.md'), lines.join('\n'))
}
