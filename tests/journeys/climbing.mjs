// Going up: to the top of the ladder, to where a panel or mediation is, and straight to a higher stage.
import { check } from './house.mjs'
import { close, confirm } from './settling.mjs'

const upward = ['escalate', 'go_up_the_line']
/** Meetings by what the page calls them; a policy that has none never offers them. */
const toward = title => one => ['convene', 'hold_meeting', 'offer'].includes(one.word) && title.test(one.title)

/** Whoever has gone to the top before has seen all that the policy offers. */
const is_known_to_lack = (life, title) => life.offered.has(at_the_top) && ![...life.offered].some(one => title.test(one) || branching.test(one))
const at_the_top = 'the top'
const branching = /Choose how to go on/

/** Three who sit on the board, each for another agency, as the page lists them: "Agency: post (name)". */
function from_each_agency (boxes) {
  const agencies = new Map()
  for (const box of boxes) {
    const agency = box.label.split(':')[0]
    if (/board representative|representative/i.test(box.label) && !agencies.has(agency)) agencies.set(agency, box)
  }
  return agencies.size > 0 ? [...agencies.values()].slice(0, 3) : boxes.slice(0, 2)
}

async function meeting (life, title, given) {
  if (is_known_to_lack(life, title)) return false
  await life.raise()
  const answers = { branch: title, ticks: { members: from_each_agency }, ...given }
  const first = await life.reach(toward(title), { ways: ['choose_branch', ...upward], given: answers })
  if (!first) return false
  await life.take(first, { result: 'settled', ...answers })
  for (let step = 0; step < 6; ++step) {
    const next = await life.find_offer(one => one.word === 'accept_offer' || (one !== first && toward(title)(one) && one.word !== first.word && one.word !== 'offer'))
    if (!next || await life.phase() !== 'Open') break
    await life.take(next, { result: 'settled', ...answers })
  }
  await life.do_all_owed({ result: 'settled' })
  check((await life.page_of()).match(title), 'the meeting is on the record')
  return true
}

export const journeys = {
  'raised to the top (ALL-3)': async life => {
    await life.raise()
    const { of } = await life.rungs()
    await life.reach(() => false, { ways: upward })
    const now = await life.stage()
    check(now === of, `every stage is gone through: it stands at ${now} of ${of}`)
    life.offered.add(at_the_top)
  },
  'a panel': async life => meeting(life, /panel/i),
  'mediation': async life => meeting(life, /mediation/i),
  'straight to a higher stage': async life => {
    await life.raise()
    const danger = await life.find_offer(one => one.word === 'declare_danger')
    await life.take(danger)
    const jump = await life.find_offer(one => one.word === 'jump')
    if (!jump) return false
    const before = await life.stage()
    await life.take(jump)
    check(await life.stage() > before, 'it stands at a higher stage')
    return true
  }
}
