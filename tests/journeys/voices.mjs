// Whose voice counts: dissent, those without an account, and more than two agencies.
import { check } from './house.mjs'

export const journeys = {
  'dissent': async life => {
    await life.raise()
    await life.take(await life.find_offer(one => one.word === 'dissent'))
    check(/Dissent recorded/.test(await life.page_of()), 'dissent is on the record')
  },
  'entered on behalf of somebody (ALL-2)': async life => {
    await life.raise()
    const offer = (await life.offers_for_others()).find(one => one.word === 'state_position')
    check(offer, 'somebody can enter what another said')
    await life.take(offer)
    check(/Position stated/.test(await life.page_of()), 'what they said is on the record')
  },
  'several agencies': async life => {
    await life.raise({ others: 1 })
    const sides = new Set([...(await life.page_of()).matchAll(/summary-card__title">\s*Receiving side: ([^<]*)</g)].map(([, agency]) => agency.trim()))
    check(sides.size === 2, `two agencies receive it, and the page names ${[...sides]}`)
  }
}
