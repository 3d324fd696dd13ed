// The life of one disagreement: who takes part, what the pages offer them, and going on from there. It follows the pages
// alone: the words of actions are those of the program, and no policy is known here.
import { check } from './house.mjs'
import { fillIn, onward } from './fill.mjs'

const unescaped = text => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/** Links to acts in a stretch of a page. */
function actsIn (html) {
  return [...html.matchAll(/<a [^>]*href="(\/disagreements\/[^"/]+\/act\/([a-z_]+)[^"]*)"[^>]*>([^<]*)/g)]
    .map(([, href, word, title]) => ({ href, word, title }))
}

const stretch = (html, from, to) => {
  const begin = html.indexOf(from)
  if (begin < 0) return ''
  const ends = to.map(mark => html.indexOf(mark, begin)).filter(at => at > 0)
  return html.slice(begin, ends.length ? Math.min(...ends) : undefined)
}

/** Ways on, and ways out: taken when a journey means to, never because somebody owes something. */
const turns = new Set(['escalate', 'jump', 'go_up_the_line', 'choose_branch', 'propose_outcome', 'confirm_outcome', 'reject_outcome', 'withdraw',
  'waive', 'hand_over', 'close', 'reopen', 'decide', 'convene', 'hold_meeting', 'offer', 'accept_offer', 'decline_offer', 'correct',
  'declare_danger', 'refer_policy_issue', 'record_course', 'take_back', 'reassign'])

export class Life {
  /** `offered`: titles of all that was ever offered to anybody here, for who asks whether a policy has something. */
  constructor (desk, partnership, people, offered = new Set()) {
    Object.assign(this, { desk, partnership, people, offered, done: new Set(), glances: new Map() })
  }

  as (name) { return this.desk.become(this.partnership, name) }

  find (pattern) {
    const found = this.people.find(one => pattern.test(one.post))
    check(found, `nobody in ${this.partnership} is ${pattern}`)
    return found.name
  }

  /** Raises by the pages, from the start page to the confirmation. */
  async raise ({ from = /teacher|Key worker|Health visitor/i, ...given } = {}) {
    await this.begin_raising(from)
    return this.go_on_raising(given)
  }

  /** To the first question. */
  async begin_raising (from = /teacher|Key worker|Health visitor/i) {
    const desk = this.desk
    this.raiser = this.find(from)
    await this.as(this.raiser)
    await desk.open('/raise')
    await desk.page.locator('a', { hasText: 'Start now' }).click()
    await desk.look(desk.page)
  }

  /** From the page in front to the confirmation, and on to the disagreement. */
  async go_on_raising (given = {}) {
    const desk = this.desk
    await this.answer_until(/\/raised$/, given)
    await desk.page.locator('main a', { hasText: 'Go to the disagreement' }).click()
    await desk.look(desk.page)
    this.path = new URL(desk.page.url()).pathname
    return this
  }

  /** Answers what is asked, a page at a time, until the address ends so. */
  async answer_until (ends, { others = 0, ...given } = {}) {
    const desk = this.desk
    const answers = { other_agency: /Children's Services|Gateway Services/, to: /Social worker/, day: new Date(Date.now() + 20 * 86400000), ...given }
    for (let step = 0; step < 40 && !ends.test(new URL(desk.page.url()).pathname); ++step) {
      if (others > 0) await this.addAgencies(others)
      await fillIn(desk.page, answers)
      await onward(desk.page).click()
      const problems = desk.page.locator('.govuk-error-summary')
      check(await problems.count() === 0, `raising: ${await problems.count() ? await problems.innerText() : ''}`)
      await desk.look(desk.page)
    }
    check(ends.test(new URL(desk.page.url()).pathname), `raising led to ${desk.page.url()}`)
  }

  /** The page as that person gets it, as long as nobody has acted. */
  async page_of (name = this.raiser) {
    if (!this.glances.has(name)) this.glances.set(name, unescaped(await this.desk.glance(this.partnership, name, this.path)))
    return this.glances.get(name)
  }

  /** Those whom the page names, and the offices of the partnership. */
  async parties () {
    const html = await this.page_of()
    return this.people.filter(one => one.name === this.raiser || html.includes(one.name) || one.post.includes(this.partnership)).map(one => one.name)
  }

  /** What is offered to whom: all of it, or what they are shown to owe. */
  async offers ({ owed = false } = {}) {
    const all = []
    for (const name of await this.parties()) {
      const html = await this.page_of(name)
      const part = owed ? stretch(html, 'id="next"', ['id="as-well"', 'id="about"']) : html
      const unique = new Map(actsIn(part).map(one => [one.href, { ...one, name }]))
      all.push(...unique.values())
    }
    for (const { title } of all) this.offered.add(title)
    return all
  }

  async find_offer (wanted) { return (await this.offers()).find(wanted) }

  /** What somebody may enter for others: it stands on a page of its own. */
  async offers_for_others () {
    const page = this.path + '/for-others'
    const all = []
    for (const name of await this.parties()) {
      if (!(await this.page_of(name)).includes(`href="${page}"`)) continue
      const html = unescaped(await this.desk.glance(this.partnership, name, page))
      all.push(...actsIn(html).map(one => ({ ...one, name, page })))
    }
    return all
  }

  /** Does what is offered, as the person to whom it is. */
  async take (offer, given = {}) {
    await this.as(offer.name)
    await this.desk.open(offer.page ?? this.path)
    this.glances.clear()
    await this.desk.act(offer, { day: new Date(), answer: 'decline', result: 'not-settled', safe_now: 'yes', ...given })
  }

  /** One thing that somebody owes and can do by a link, each once at each stage. */
  async do_owed (given) {
    const stage = await this.stage()
    for (const offer of await this.offers({ owed: true })) {
      const mark = `${stage} ${offer.name} ${offer.href}`
      if (turns.has(offer.word) || this.done.has(mark)) continue
      this.done.add(mark)
      await this.take(offer, given)
      return true
    }
    return false
  }

  async do_all_owed (given) { while (await this.do_owed(given)); }

  /** Until somebody is offered what is wanted, doing what is owed and, with `ways`, taking the turns named; nothing where the pages offer no more. */
  async reach (wanted, { ways = [], given = {} } = {}) {
    for (let step = 0; step < 60; ++step) {
      const offer = await this.find_offer(wanted)
      if (offer) return offer
      if (await this.do_owed(given)) continue
      const onward = await this.turn(ways)
      if (!onward) return undefined
      await this.take(onward, given)
    }
    throw new Error(`${this.path} went on for too long`)
  }

  /** The first of the ways that is open to somebody, each once at a stage. */
  async turn (ways) {
    const offers = await this.offers()
    const stage = await this.stage()
    for (const word of ways) {
      const offer = offers.find(one => one.word === word && !this.done.has(`${stage} ${one.href}`))
      if (!offer) continue
      this.done.add(`${stage} ${offer.href}`)
      return offer
    }
  }

  /** The rung of the ladder that is marked, counted from 1, and how many there are. */
  async rungs () {
    const rungs = [...(await this.page_of()).matchAll(/<li class="app-ladder__stage( app-ladder__stage--([a-z]+))?/g)].map(found => found[2])
    return { now: rungs.indexOf('current') + 1, of: rungs.length }
  }

  async stage () { const { now } = await this.rungs(); return now }

  async phase () { return /<strong class="govuk-tag[^"]*">\s*([^<]*?)\s*</.exec(await this.page_of())?.[1] }

  /** A practitioner of each further agency, behind the line that asks for more than one. */
  async addAgencies (number) {
    const page = this.desk.page
    const more = page.locator('main form details', { hasText: 'More than one agency' })
    if (await more.count() === 0 || await more.first().getAttribute('open') !== null) return
    await more.first().locator('summary').click()
    const own = this.people.find(one => one.name === this.raiser).post
    const lists = await more.first().locator('select').all()
    for (const list of lists.slice(0, number)) {
      const labels = await list.locator('option').allTextContents()
      const wanted = labels.findIndex(label => /health visitor|nurse|midwife|officer|teacher|key worker/i.test(label) &&
        !own.endsWith(label.split(':')[0].trim()) && !label.includes(this.partnership) && !/social work|reviewing|head|lead/i.test(label))
      check(wanted > 0, `no other agency has a practitioner among ${labels.slice(0, 5)}`)
      await list.selectOption({ index: wanted })
    }
  }
}
