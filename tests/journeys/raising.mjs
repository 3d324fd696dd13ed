// The questions of raising, a page at a time: danger first, a signpost, coming back, changing an answer, going in by an address.
import { check } from './house.mjs'
import { onward } from './fill.mjs'

const pathOf = life => new URL(life.desk.page.url()).pathname
const text = life => life.desk.page.locator('main').innerText()

async function press (life, words) {
  await life.desk.page.locator('main a, main button', { hasText: words }).first().click()
  await life.desk.look(life.desk.page)
}

async function choose (life, name, value) {
  await life.desk.page.locator(`input[name="${name}"][value="${value}"]`).check()
  await onward(life.desk.page).click()
  await life.desk.look(life.desk.page)
}

export const journeys = {
  'raised in danger: 999 before the next question (ALL-1)': async life => {
    await life.begin_raising()
    await choose(life, 'danger', 'yes')
    check(pathOf(life).endsWith('/call-999') && /Call 999/.test(await text(life)), 'the next page says to call 999')
    await press(life, /continue/)
    await life.answer_until(/\/check$/)
    check(/You said that a child is in immediate danger/.test(await text(life)), 'it is said again before it is sent')
    await life.go_on_raising()
    check(/Immediate danger/.test(await life.page_of()), 'the disagreement says it too')
  },
  'not the way for that (ALL-9)': async life => {
    await life.begin_raising()
    await choose(life, 'danger', 'no')
    await life.answer_until(/\/questions\/(right-way|agency)$/)
    if (pathOf(life).endsWith('/agency')) return false
    const first = await life.desk.page.locator('input[type=radio]').first().getAttribute('name')
    for (const name of new Set(await life.desk.page.locator('input[type=radio]').evaluateAll(all => all.map(one => one.name)))) {
      await life.desk.page.locator(`input[name="${name}"][value="${name === first ? 'yes' : 'no'}"]`).check()
    }
    await onward(life.desk.page).click()
    await life.desk.look(life.desk.page)
    check(/not the way for that/.test(await text(life)) && /Go to/.test(await text(life)), 'it is said where to go')
    await press(life, 'Change your answers')
    await choose(life, first, 'no')
    await life.go_on_raising()
    return true
  },
  'left and come back to, and changed before it is sent': async life => {
    await life.begin_raising()
    await life.answer_until(/\/questions\/view$/)
    await life.desk.page.locator('textarea[name=view]').fill('Half a sentence')
    await press(life, 'Save and come back later')
    check(/has been saved/.test(await text(life)), 'the draft says that it is saved')
    await life.desk.open(pathOf(life) + '/check')
    check(/cannot be raised yet/.test(await text(life)), 'what is missing is said')
    await press(life, 'Enter ')
    await life.answer_until(/\/check$/)
    await life.desk.open('/work')
    await press(life, /^Continue/)
    check(pathOf(life).endsWith('/check'), 'with everything answered it goes on where the answers are checked')
    const change = life.desk.page.locator('a[href$="/questions/view?then=check"]').first()
    await change.click()
    await life.desk.look(life.desk.page)
    check(await life.desk.page.locator('textarea[name=view]').inputValue() === 'Half a sentence', 'what was typed is there')
    await life.desk.page.locator('textarea[name=view]').fill('')
    await onward(life.desk.page).click()
    await life.desk.look(life.desk.page)
    check(await life.desk.page.locator('.govuk-error-summary a').count() === 1, 'the page tells what it lacks')
    await life.desk.page.locator('textarea[name=view]').fill('A whole sentence')
    await onward(life.desk.page).click()
    check(pathOf(life).endsWith('/check') && /A whole sentence/.test(await text(life)), 'and leads back to the answers')
    const checked = life.desk.page.url()
    await life.go_on_raising()
    await life.desk.open(checked)
    check(/raised this already/.test(await text(life)), 'the draft says what became of it')
  }
}
