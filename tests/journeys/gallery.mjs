// Pictures of the pages for docs/gallery, at a desk's and a telephone's width: one walk, from signing in to the record.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { Life } from './life.mjs'
import { fillIn, onward } from './fill.mjs'
import { openDesk } from './person.mjs'

const folder = fileURLToPath(new URL('../../docs/gallery', import.meta.url))
const sizes = [['desk', 1280, 1600], ['phone', 390, 1400]]

/** What somebody might say. */
const said = {
  decision: 'No assessment was made after our second report, and none is planned.',
  view: 'Juniper has come to school hungry and unwashed on nine of the last twelve days. Early help was offered twice and declined both times.',
  evidence: 'Attendance and welfare log of this term; a conversation with Juniper after lunch.',
  topic_words: 'Thresholds for assessment', outcome_wanted: 'A single assessment, begun this week, that includes a visit to the home.',
  how_settled: 'By telephone first; a short meeting if that is not enough.',
  protection: 'Juniper is seen by the welfare team every morning and eats at school.'
}

class Album {
  constructor (desk) { Object.assign(this, { desk, captions: [] }) }

  /** The page in front, from its top. */
  async take (name, caption) {
    const page = this.desk.page
    for (const [size, width, tallest] of sizes) {
      await page.setViewportSize({ width, height: 900 })
      const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight))
      await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true, clip: { x: 0, y: 0, width, height } })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    this.captions.push([name, caption])
  }

  readme () {
    const lines = ['# Gallery', '', 'Pages of the demo, pictured by the tests: `CONCORDAT_GALLERY=rewrite node tests/journeys/journeys.mjs gallery`. Everybody in them is invented.', '']
    for (const [name, caption] of this.captions) lines.push(`## ${caption}`, '', `![At a desk](${name}-desk.png)`, '', `![On a telephone](${name}-phone.png)`, '')
    return lines.join('\n')
  }
}

async function send (life, name, value) {
  if (name) await life.desk.page.locator(`input[name="${name}"][value="${value}"]`).check()
  await onward(life.desk.page).click()
}

/** The first question as one who sees danger, then as one who does not; a look at some on the way; sent. */
async function raise (life, album) {
  const { page } = life.desk
  await life.begin_raising(/teacher/i)
  await album.take('danger', 'Raising begins with danger: one thing a page.')
  await send(life, 'danger', 'yes')
  await album.take('call-999', 'Whoever says that a child is in danger is told to call before anything else.')
  await page.goBack()
  await send(life, 'danger', 'no')
  await life.answer_until(/\/questions\/other-side$/)
  await album.take('other-side', 'Whose decision it is: the people of the other agency, in their posts.')
  await life.answer_until(/\/questions\/view$/)
  await onward(page).click()
  await album.take('something-missing', 'What is missing is said above and beside, and what was typed is kept.')
  await life.answer_until(/\/check$/, said)
  await album.take('check', 'Check before it is sent: every answer with a way to change it.')
  const checked = page.url()
  await page.locator('main a', { hasText: 'Leave it as a draft' }).click()
  await album.take('draft', 'A draft is kept until it is raised or deleted.')
  await page.locator('main a', { hasText: 'Ask somebody to look at it' }).click()
  await album.take('private-look', 'A supervisor can be asked to look at it before the other side sees anything.')
  await life.desk.open(checked)
  await onward(page).click()
  await album.take('raised', 'Raised: the reference, who has it now, and what happens next by when.')
  await page.locator('main a', { hasText: 'Go to the disagreement' }).click()
  life.path = new URL(page.url()).pathname
}

/** In a policy that has a question for it. */
async function elsewhere (life, album) {
  const { page } = life.desk
  await life.begin_raising()
  await send(life, 'danger', 'no')
  if (!page.url().endsWith('/right-way')) return false
  const names = await page.locator('main input[type=radio]').evaluateAll(all => all.map(one => one.name))
  for (const name of new Set(names)) await page.locator(`input[name="${name}"][value="${name === names[0] ? 'yes' : 'no'}"]`).check()
  await send(life)
  await album.take('another-way', 'Not the way for that: where else to go, and back.')
  return true
}

async function answer (life, album) {
  const offer = await life.find_offer(one => one.word === 'state_position')
  await life.as(offer.name)
  await life.desk.open(life.path)
  await album.take('disagreement', 'A disagreement: the child first, then where it stands, what happens next, and who may do what.')
  await life.desk.open(offer.href)
  await album.take('act', 'Acting: a page for each act, made of its questions.')
  await fillIn(life.desk.page, { day: new Date() })
  await onward(life.desk.page).click()
  await album.take('done', 'Done: what was recorded, and what happens next.')
}

async function goUp (life, album) {
  const up = await life.reach(one => one.word === 'escalate', { given: { result: 'not-settled' } })
  await life.take(up, said)
  await life.desk.open(life.path)
  await album.take('went-up', 'A stage further up: what both sides said, and who has to act now.')
}

const single = [
  ['your-work', /Team manager|Service manager/, '/work', 'Your work: what waits for you, what waits for others, what has ended.'],
  ['their-move', /teacher/i, '/work/their-move', 'What waits for others, with the days behind each date.'],
  ['register', /business manager/i, '/register', 'The register of a partnership: no child is named in it.'],
  ['policy', /teacher/i, '/policies', 'A policy as the program carries it out: stages, clocks, clauses, readings.'],
  ['account', /teacher/i, '/account', 'One’s own account: posts, sign-in, and where one is signed in.'],
  ['help', /teacher/i, '/help', 'Help: what it is for, and whom to ask.'],
  ['not-found', /teacher/i, '/nowhere', 'Where there is nothing, or nothing that one may know of.']
]

/** In the partnership whose demo people know each other best. */
export async function paint (house, partnerships) {
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
  const { partnership, people } = partnerships.find(one => one.partnership.startsWith('Marshside'))
  const desk = await openDesk(house)
  const life = new Life(desk, partnership, people)
  const album = new Album(desk)
  await desk.open('/sign-in')
  await album.take('sign-in', 'Signing in; a demo offers its people as well.')
  await life.as(life.find(/teacher/i))
  await desk.open('/raise')
  await album.take('before-raising', 'Before raising: what it is and is not, and where else to go.')
  await raise(life, album)
  await answer(life, album)
  await goUp(life, album)
  for (const other of partnerships) if (await elsewhere(new Life(desk, other.partnership, other.people), album)) break
  for (const [name, who, where, caption] of single) {
    await life.as(life.find(who))
    await desk.open(where)
    await album.take(name, caption)
  }
  await desk.close()
  writeFileSync(join(folder, 'README.md'), album.readme())
}
