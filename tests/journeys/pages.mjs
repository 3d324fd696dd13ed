// Pages that no disagreement leads through: where one starts, the policy, the lists, what is always there, and what goes wrong.
import { check } from './house.mjs'
import { fillIn } from './fill.mjs'

const text = life => life.desk.page.locator('main').innerText()

async function open_all (life, paths) {
  for (const path of paths) await life.desk.open(path)
}

export const journeys = {
  'before raising: not a complaint, and where else to go (ALL-9)': async life => {
    await life.as(life.find(/teacher|Key worker|Health visitor/i))
    await life.desk.open('/raise')
    const said = await text(life)
    check(/not a complaint/.test(said), 'it is no complaint')
    check(/999/.test(said) && /child protection procedures/.test(said), 'it does not replace child protection procedures')
  },
  'the flowchart is drawn from the policy (MED-10)': async life => {
    await life.as(life.find(/teacher|Key worker|Health visitor/i))
    await life.desk.open('/policies')
    const sheet = life.desk.page.locator('main a[href*="diagram"], main img[src*="diagram"]').first()
    const address = await sheet.getAttribute('href') ?? await sheet.getAttribute('src')
    const stages = await life.desk.page.locator('main .govuk-summary-card__title').allInnerTexts()
    const answer = await life.desk.page.request.get(life.desk.base + address)
    const drawn = (await answer.text()).replace(/\s+/g, ' ')
    check(answer.ok() && drawn.includes('<svg'), `${address} is a drawing`)
    for (const stage of stages.filter(title => /^(Before stage|Stage|Level|Practitioner)/.test(title))) {
      check(drawn.includes(stage.split(':')[0].trim()), `the drawing has ${stage}`)
    }
  },
  'serious cases are guidance and never a bar (WIG-17)': async life => {
    if (!life.partnership.startsWith('Millbeck')) return
    await life.as(life.find(/teacher/i))
    await life.desk.open('/raise')
    check(/serious|significant/i.test(await text(life)), 'the start page gives the guidance')
    check(await life.desk.page.locator('a', { hasText: 'Start now' }).count() === 1, 'and lets everybody start')
  },
  'lists, policies, help and what is always there': async life => {
    await life.as(life.find(/teacher|Key worker|Health visitor/i))
    await open_all(life, ['/work', '/work/your-move', '/work/may-do', '/work/their-move', '/work/ended', '/work/raised',
      '/work/their-move?overdue=yes', '/policies', '/help', '/accessibility', '/privacy', '/cookies',
      '/sign-out', '/nowhere', '/find?reference=nothing'])
    await life.as(life.find(/business.*manager|board manager/i))
    await open_all(life, ['/work', '/register', '/work/staff'])
  },
  'a list of work is narrowed down, and shown in whole again': async life => {
    await life.raise()
    await life.desk.open('/work/raised')
    const main = life.desk.page.locator('main')
    const whole = await main.locator('.app-rows__row').count()
    await main.locator('summary', { hasText: 'Filter this list' }).click()
    await main.getByLabel('Only what is overdue').check()
    await main.locator('button', { hasText: 'Apply filters' }).click()
    await life.desk.look(life.desk.page)
    check(/[?&]overdue=yes/.test(life.desk.page.url()), 'the address says what is shown')
    check(await main.locator('.app-rows__row').count() < whole, 'what was raised today is not overdue')
    await main.locator('.moj-filter__tag').click()
    check(await main.locator('.app-rows__row').count() === whole, 'without the filter all of it is there')
  },
  'what is half written is saved, gone on with and sent': async life => {
    await life.raise()
    const offer = await life.find_offer(one => one.word === 'dissent' || one.word === 'add_note')
    await life.as(offer.name)
    const drafts = async () => {
      await life.desk.open('/work')
      return (await text(life)).split('Saved ').length
    }
    const before = await drafts()
    await life.desk.open(offer.href)
    const page = life.desk.page
    const main = page.locator('main')
    const asked = await main.locator('form textarea').first().getAttribute('name')
    await page.locator(`textarea[name="${asked}"]`).fill('Half of what is to be said')
    await main.locator('button', { hasText: 'Save and come back later' }).click()
    await life.desk.look(page)
    check(/Nothing has been sent/.test(await text(life)) && /Your drafts/.test(await text(life)), 'it is saved, and said not to be sent')
    await life.desk.open('/work')
    await main.locator('a', { hasText: 'Continue' }).first().click()
    await life.desk.look(page)
    check(await page.locator(`textarea[name="${asked}"]`).inputValue() === 'Half of what is to be said', 'it is as it was left')
    await main.locator('a', { hasText: 'Delete draft' }).first().click()
    await life.desk.look(page)
    await main.locator('a', { hasText: 'Keep it' }).click()
    await fillIn(page)
    await main.locator('form button', { hasText: 'Record it' }).click()
    check(page.url().includes('?done='), 'it is recorded')
    const after = await drafts()
    check(!/Half of what/.test(await text(life)), 'no word of it stands in a list')
    check(after === before, 'and the draft is gone')
  },
  'somebody else acted first: the words are kept': async life => {
    await life.raise()
    const note = await life.find_offer(one => one.word === 'add_note' && one.name === life.raiser)
    await life.as(life.raiser)
    await life.desk.open(note.href)
    const form = await life.desk.glance(life.partnership, life.raiser, note.href)
    const hidden = name => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)[1]
    const first = await life.desk.page.request.post(life.desk.base + note.href, { headers: { origin: life.desk.base },
      form: { _token: hidden('_token'), _revision: hidden('_revision'), _command: hidden('_command'), note: 'Said meanwhile' } })
    check(first.ok(), `somebody else was first, and got ${first.status()}`)
    await life.desk.page.locator('textarea[name=note]').fill('Typed before that')
    await life.desk.page.locator('main form button', { hasText: 'Record it' }).click()
    await life.desk.look(life.desk.page)
    check(/acted meanwhile/.test(await life.desk.page.title()), `the page says so, and not ${await life.desk.page.title()}`)
    check(await life.desk.page.locator('textarea[name=note]').inputValue() === 'Typed before that', 'what was typed is kept')
    await life.desk.page.locator('main form button', { hasText: 'Record it' }).click()
    check(life.desk.page.url().includes('?done='), 'it is recorded where it still holds')
  },
  'what is missing is told at the question': async life => {
    await life.raise()
    const offer = await life.find_offer(one => one.word === 'dissent')
    await life.as(offer.name)
    await life.desk.open(offer.href)
    await life.desk.page.locator('main form button', { hasText: 'Record it' }).click()
    await life.desk.look(life.desk.page)
    check(await life.desk.page.locator('.govuk-error-summary a').count() > 0, 'the summary leads to the questions')
    await fillIn(life.desk.page)
    await life.desk.page.locator('main form button', { hasText: 'Record it' }).click()
    check(life.desk.page.url().includes('?done='), 'the rest was kept, and it is recorded')
  }
}
