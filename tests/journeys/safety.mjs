// The child first: immediate danger goes on beside the disagreement and ends nothing.
import { check } from './house.mjs'

export const journeys = {
  'immediate danger (ALL-1)': async life => {
    await life.raise()
    await life.take(await life.find_offer(one => one.word === 'declare_danger'))
    const html = await life.page_of()
    check(/Immediate danger has been declared/.test(html), 'the page says it before anything else')
    await life.take(await life.find_offer(one => one.word === 'record_referral'))
    await life.take(await life.find_offer(one => one.word === 'record_protection'))
    check(await life.phase() === 'Open', 'the disagreement goes on')
  }
}
