// Filling in whatever a page asks, as somebody in a hurry would: nothing here knows a policy.
import { check } from './house.mjs'

const words = { child_name: 'Juniper Exampleby', child_address: '3 Invented Row, Nowhere', decision: 'No assessment was made after the second report' }

/** Every control of the page that can be seen, in one look. */
const controls = page => page.locator('main form').first().evaluate(() =>
  [...document.querySelectorAll('main form input, main form select, main form textarea')].filter(box => box.type !== 'hidden').map(box => {
    const seen = (box.type === 'radio' || box.type === 'checkbox' ? box.parentElement : box).checkVisibility({ visibilityProperty: true })
    const options = box.options ? [...box.options].map(option => option.textContent) : []
    const heading = (() => {
      for (let at = box; at && at.tagName !== 'FORM'; at = at.parentElement) {
        for (let before = at.previousElementSibling; before; before = before.previousElementSibling) if (before.tagName === 'H2') return before.textContent.trim()
      }
    })()
    return { seen, heading, kind: box.tagName === 'INPUT' ? box.type : box.tagName.toLowerCase(), name: box.name, id: box.id, value: box.value, checked: box.checked, options,
      label: document.querySelector(`label[for="${CSS.escape(box.id)}"]`)?.textContent.trim() ?? '' }
  }))

const by = id => `[id="${id}"]`

function dateBox (name, day) {
  if (name.endsWith('-day')) return String(day.getDate())
  if (name.endsWith('-month')) return String(day.getMonth() + 1)
  if (name.endsWith('-year')) return String(/_dob/.test(name) ? day.getFullYear() - 6 : day.getFullYear())
}

/** Where a page says that exactly one of its parts is to be filled in, the last of them: what is still open, not what is settled. */
async function without_alternatives (page, boxes) {
  const said = await page.locator('main form .govuk-inset-text').allInnerTexts()
  const left = said.filter(text => text.includes('exactly one of')).flatMap(text => [...text.matchAll(/‘([^’]*)’/g)].map(found => found[1]).slice(0, -1))
  return boxes.filter(box => !left.includes(box.heading))
}

/** Texts, dates, lists and choices that stand open and have no answer yet. `given`: name → value, or a pattern for its label. */
export async function fillIn (page, given = {}) {
  if (await page.locator('main form').count() === 0) return
  const seen = await without_alternatives(page, (await controls(page)).filter(one => one.seen))
  await write(page, seen, given)
  await choose(page, seen, given)
  // What a choice brought to light.
  const shown = await without_alternatives(page, (await controls(page)).filter(one => one.seen))
  const after = shown.filter(one => !seen.some(old => old.id === one.id))
  await write(page, after, given)
}

async function write (page, boxes, given) {
  for (const { kind, name, id, value, options } of boxes) {
    // A further list that may be left at "Nobody" is filled by whoever means to.
    if (value !== '' || name.endsWith('-time') || options[0] === 'Nobody') continue
    if (kind === 'select') {
      const at = given[name] === undefined ? 1 : options.findIndex(label => given[name].test(label))
      check(at > 0, `no option of ${name} fits ${given[name]}`)
      await page.locator(by(id)).selectOption({ index: at })
    } else if (kind === 'text' || kind === 'textarea') {
      const text = given[name] ?? words[name] ?? dateBox(name, given.day ?? new Date()) ?? 'Said in the words of this journey'
      await page.locator(by(id)).fill(text)
    }
  }
}

async function choose (page, seen, given) {
  const names = new Set(seen.filter(one => one.kind === 'radio' || one.kind === 'checkbox').map(one => one.name))
  for (const name of names) {
    const all = seen.filter(one => one.name === name)
    if (all.some(one => one.checked)) continue
    const wanted = given[name] ?? (name === 'danger' || name.startsWith('excluded_') ? 'no' : undefined)
    if (given.ticks?.[name]) {
      for (const one of given.ticks[name](all)) await page.locator(by(one.id)).check()
      continue
    }
    const fits = one => wanted instanceof RegExp ? wanted.test(one.label) : one.value === wanted
    await page.locator(by((all.find(fits) ?? all[0]).id)).check()
  }
}

/** The button that goes on, not those beside it. */
export const onward = page => page.locator('main form button.govuk-button:not(.govuk-button--secondary):not(.govuk-button--warning)').first()
