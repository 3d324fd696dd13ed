// Ending a disagreement: settled by both sides and closed, or withdrawn.
import { check } from './house.mjs'

/** Both sides agree, whoever is asked confirms, what is owed is done, and the record is closed. */
export async function settle (life) {
  const proposal = await life.reach(one => one.word === 'propose_outcome', { given: { answer: 'accept' } })
  check(proposal, 'somebody can propose an outcome')
  await life.take(proposal)
  await confirm(life)
}

export async function confirm (life) {
  for (;;) {
    const offer = await life.find_offer(one => one.word === 'confirm_outcome' && !life.done.has(one.name))
    if (!offer) break
    life.done.add(offer.name)
    await life.take(offer)
  }
  check(await life.phase() !== 'Open', `what both agree to is settled, and it is ${await life.phase()}`)
}

export async function close (life) {
  await life.do_all_owed({ answer: 'accept' })
  if (await life.phase() === 'Closed') return
  const offer = await life.find_offer(one => one.word === 'close')
  check(offer, `somebody can close what is ${await life.phase()}`)
  await life.take(offer)
  check(await life.phase() === 'Closed', `a closed disagreement says so, and not ${await life.phase()}`)
}

export const journeys = {
  'raised to closed (ALL-5)': async life => {
    await life.raise()
    await life.do_owed({ answer: 'accept' })
    await settle(life)
    await close(life)
  },
  'withdrawn': async life => {
    await life.raise()
    await life.take(await life.find_offer(one => one.word === 'withdraw'))
    check(await life.phase() === 'Withdrawn', 'what is withdrawn says so')
  }
}
