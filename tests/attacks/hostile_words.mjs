// Five hundred hostile strings in every field of the pages for raising and of the forms of actions, without scripts:
// each is refused with an error summary, or comes back as words and as nothing else. The pages are read by the
// browser's own parser, and those of what was recorded are shown in it.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18335 node tests/attacks/hostile_words.mjs
import { randomUUID } from 'node:crypto'
import { check, makeDemo, signIn, together, unescaped } from '../access_matrix/program.mjs'
import { chromium, flags } from './chromium.mjs'
import { hostileStrings, kinds, notText } from './hostile_strings.mjs'

const house = makeDemo(process.env.CONCORDAT_PORT ?? '18335')
const wrong = []
const complain = what => { if (wrong.push(what) <= 40) console.log('not ok - ' + what) }
const show = text => JSON.stringify(text.length > 60 ? text.slice(0, 60) + '…' : text)
const counts = { shown: 0, refused: 0, pages: 0 }

// ---- A form as a browser without scripts would send it -------------------------------------------------

/** What a page asks, by the browser's own parser: fields with their kind, value, options; hidden ones as they are. */
const readForm = (parser, html, action) => parser.evaluate(({ html, action }) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const form = [...page.querySelectorAll('form')].find(each => each.getAttribute('action')?.startsWith(action) && each.method === 'post')
  if (!form) return null
  return [...form.elements].filter(each => each.name).map(each => ({ name: each.name, kind: each.localName === 'input' ? each.type : each.localName, value: each.value, checked: each.checked,
    options: each.localName === 'select' ? [...each.options].map(option => ({ value: option.value, words: option.textContent })) : [] }))
}, { html, action })

const typed = field => field.kind === 'text' || field.kind === 'textarea'
const parts = /-(day|month|year|time|hour|minute)$/

/** All fields that take words get `words`; everything else an answer that will do. */
function filledIn (fields, words, given = {}) {
  const form = new Map()
  for (const field of fields) {
    const { name, kind, value, options, checked } = field
    if (name in given) { form.set(name, given[name]); continue }
    if (kind === 'hidden') form.set(name, value)
    else if (typed(field)) form.set(name, parts.test(name) ? (value || dateOf(name)) : words)
    else if (kind === 'select') form.set(name, value || options.find(option => option.value)?.value || '')
    else if (kind === 'radio' && (checked || !form.has(name) || value === (/^(danger|excluded_)/.test(name) ? 'no' : 'another'))) form.set(name, value)
    else if (kind === 'checkbox' && !form.has(name)) form.set(name, value)
  }
  return Object.fromEntries(form)
}

function dateOf (name) {
  const far = new Date(Date.now() + 20 * 86400000)
  if (name.endsWith('-day')) return String(far.getDate())
  if (name.endsWith('-month')) return String(far.getMonth() + 1)
  return name.endsWith('-year') ? String(name.includes('dob') ? 2019 : far.getFullYear()) : ''
}

// ---- What came back ------------------------------------------------------------------------------------

/** Elements with the names of their attributes, counted; the words; the values of fields. Lines are free to differ. */
const anatomy = (parser, pages) => parser.evaluate(pages => pages.map(html => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const counts = {}
  for (const element of page.querySelectorAll('*')) {
    if (element.localName === 'br') continue
    const name = [element.localName, ...[...element.attributes].map(each => each.name + (/^(href|src|action|formaction|content|rel|http-equiv)$/.test(each.name) ? '=' + each.value.replace(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/g, 'REF').replace(/[0-9a-f]{32}/g, 'ID').replace(/^#.*/, id => page.getElementById(id.slice(1)) ? '#' : id) : '')).sort()].join(' ')
    counts[name] = (counts[name] ?? 0) + 1
  }
  const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  let remarks = 0
  while (comments.nextNode()) ++remarks
  const titles = [...page.querySelectorAll('title')].map(each => each.textContent).join()
  return { counts, words: page.body.textContent, titles, values: [...page.querySelectorAll('input, textarea, select')].map(each => each.value), remarks, summary: page.querySelector('.govuk-error-summary') !== null }
}), pages)

const plain = text => text.replace(/\s+/g, ' ').trim()
const bare = text => plain(text.replace(/\r\n?/g, '\n'))
// What was typed with empty lines comes back as paragraphs, with nothing between them.
const close = text => text.replace(/\s+/g, '')

function judge (text, where, { status, headers, body }, found, usual, { mayVanish = false } = {}) {
  ++counts.pages
  if (status >= 500) return complain(`${show(text)} ${where} breaks it: ${status}`)
  const borne = Object.keys(found.counts).filter(name => !(name in usual))
  if (borne.length > 0) complain(`${show(text)} ${where} bears <${borne.join('>, <')}>`)
  if (found.remarks > 0) complain(`${show(text)} ${where} bears a comment`)
  if (bare(text).length > 8 && found.titles.includes(bare(text))) complain(`${show(text)} ${where} is in the title`)
  for (const name of ['set-cookie', 'location', 'refresh']) if (String(headers[name] ?? '').includes('evil')) complain(`${show(text)} ${where} is in the header ${name}`)
  const back = [found.words, ...found.values].some(words => close(words).includes(close(text)))
  if (found.summary) ++counts.refused
  if (back) ++counts.shown
  else if (!found.summary && !mayVanish) complain(`${show(text)} ${where} neither comes back nor is refused`)
}

// ---- All of it -----------------------------------------------------------------------------------------

const many = Number(process.env.CONCORDAT_HOSTILE ?? 500)
const key = () => randomUUID().replaceAll('-', '')
const partnership = 'marshside'
const questions = `/raise/${partnership}/questions`

try {
  await house.serve()
  const raiser = await signIn(house.base, 'tamsin.pennywhistle')
  const browser = await chromium.launch({ executablePath: process.env.CONCORDAT_CHROMIUM ?? '/usr/bin/chromium', headless: true, chromiumSandbox: false, args: flags })
  try {
    const parser = await (await browser.newContext()).newPage()
    const pages = new Map()  // of raising: the last part of their address → what they ask
    const send = (path, form) => raiser.ask('POST', path, { form })
    const nameOf = path => path.split('/').pop()

    async function fieldsOf (path) {
      const name = nameOf(path)
      if (!pages.has(name)) pages.set(name, { path, body: (await raiser.get(path)).body })
      const page = pages.get(name)
      page.fields ??= await readForm(parser, page.body, path)
      return page.fields
    }

    const given = { danger: 'no' }
    async function answered (path, words) {
      const fields = await fieldsOf(path)
      for (const [name, wanted] of [['other_agency', 'marshside.care'], ['to', 'marshside.care.worker-east']]) {
        if (fields.some(field => field.name === name && field.value === wanted)) given[name] = wanted
      }
      return { ...filledIn(fields, words, given), _command: key() }
    }

    async function throwAway (draft) {
      const path = draft + '/throw-away'
      const away = await send(path, filledIn(await readForm(parser, (await raiser.get(path)).body, path), ''))
      check(away.status === 303, `a draft is thrown away, which got ${away.status}`)
    }

    /** From the first question to the page of what was raised; what was refused on the way is told to `look`, and said plainly instead. */
    async function raise (words, look) {
      let refused = false
      let taken = false
      let path = questions
      while (!path.endsWith('/check')) {
        let answer = await send(path, await answered(path, words))
        taken ||= answer.status === 303 && (await fieldsOf(path)).some(field => typed(field) && !parts.test(field.name))
        if (answer.status !== 303) {
          refused = true
          await look(`on the page ${nameOf(path)}`, answer)
          answer = await send(path, await answered(path, 'Said in ordinary words'))
        }
        check(answer.status === 303, `ordinary words lead on from ${path}, which got ${answer.status}: ${/<h1[^>]*>([^<]*)/.exec(answer.body)?.[1]}`)
        path = answer.headers.location
      }
      const checked = await raiser.get(path)
      if (taken) await look('on the page of answers to check', checked)
      const draft = path.replace('/check', '')
      if (refused) { await throwAway(draft); return null }
      const sent = await send(path, filledIn(await readForm(parser, checked.body, path), words))
      if (sent.status !== 303) { await look('when it is raised', sent); await throwAway(draft); return null }
      return /\/disagreements\/([A-Z0-9-]{12})/.exec(sent.headers.location)[1]
    }

    const benign = {}
    const first = await raise('Said in ordinary words', async (where, answer) => { benign[where] = answer.body })
    check(first, 'ordinary words are raised')
    const page = await raiser.get('/disagreements/' + first)
    const ways = [...new Set([...page.body.matchAll(/href="(\/disagreements\/[^"]*\/act\/[^"]*)"/g)].map(found => unescaped(found[1])))]
    const forms = []
    for (const way of ways) {
      const fields = await readForm(parser, (await raiser.get(way)).body, way.split('?')[0])
      if (fields?.some(field => typed(field) && !parts.test(field.name))) forms.push({ way, fields })
    }
    check(forms.length >= 5, `there are actions with words to type, not only ${forms.length}`)
    // A form that is sent without its first choice comes back with what was typed.
    const half = ({ fields }, words) => ({ ...filledIn(fields, words), 'happened_at-day': '99', 'happened_at-month': '99', 'happened_at-year': '99' })
    for (const form of forms) form.benign = (await raiser.ask('POST', form.way, { form: { ...half(form, 'Said in ordinary words'), _command: key() } })).body
    // Each page of raising as it is asked, and as it comes back where nothing or too much was said.
    const wrongs = []
    let draft = questions
    for (const [name] of pages) {
      const path = name === 'questions' ? questions : `${draft}/questions/${name}`
      for (const form of [{ _command: key() }, await answered(path, 'W'.repeat(5000))]) wrongs.push((await send(path, form)).body)
      if (name === 'questions') draft = (await send(path, await answered(path, 'Said in ordinary words'))).headers.location.replace(/\/questions\/.*/, '')
      else await send(path, await answered(path, 'Said in ordinary words'))
    }
    const unfinished = (await raiser.get(`${draft}/check`)).body
    // What is typed into addresses, at the door, and by whoever opens who the child is.
    const encoded = encodeURIComponent
    const keeper = await signIn(house.base, 'petra.larkspur')
    const elsewhere = {
      'at the door': text => raiser.ask('POST', '/sign-in', { form: { email: text, password: text, then: text } }),
      'on the way in': text => raiser.get(`/sign-in?then=${encoded(text)}`),
      'where a reference is looked for': text => raiser.get(`/find?reference=${encoded(text)}`),
      'in the filters of a list': text => raiser.get(`/work/their-move?topic=${encoded(text)}&stage=${encoded(text)}&post=${encoded(text)}&partnership=${encoded(text)}`),
      'in the address of what was done': text => raiser.get(`/disagreements/${first}?done=${encoded(text)}`),
      'as a part of an address': text => raiser.get(`/disagreements/${encoded(text)}`),
      'as the reason to open who the child is': text => keeper.ask('POST', `/disagreements/${first}/identity`, { form: { _token: keeper.formToken, _command: '', reason: text } })
    }
    const ordinary = []
    for (const asking of Object.values(elsewhere)) ordinary.push((await asking('Said in ordinary words')).body, (await asking('')).body)
    const shapes = await anatomy(parser, [...Object.values(benign), page.body, ...wrongs, unfinished, ...ordinary, ...[...pages.values()].map(one => one.body), ...forms.map(form => form.benign)])
    const usual = Object.assign({}, ...shapes.map(shape => shape.counts))

    // The same page with one of them let through would be noticed.
    const [through] = await anatomy(parser, [page.body.replaceAll('Said in ordinary words', '<b onclick=alert(1)>x</b>')])
    check(Object.keys(through.counts).some(name => !(name in usual)), 'an element that is born is noticed')

    const strings = hostileStrings(many)
    const recorded = []
    // Who fails at the door sixty times is asked to wait: every tenth of them tries.
    const atTheDoor = new Set(strings.filter((_, i) => i % 10 === 0).map(one => one.text))
    await together(strings, async ({ text }) => {
      const look = async (where, answer) => judge(text, where, answer, (await anatomy(parser, [answer.body]))[0], usual)
      const reference = await raise(text, look)
      if (reference) {
        recorded.push({ reference, text })
        await look('on the page of its disagreement', await raiser.get('/disagreements/' + reference))
      }
      for (const [where, asking] of Object.entries(elsewhere)) {
        if (where === 'at the door' && !atTheDoor.has(text)) continue
        const answer = await asking(text)
        judge(text, where, answer, (await anatomy(parser, [answer.body]))[0], usual, { mayVanish: true })
      }
      if (reference) {
        const way = forms.find(form => /add_note/.test(form.way)).way.replace(first, reference)
        const note = await readForm(parser, (await raiser.get(way)).body, way)
        const noted = await send(way, Object.fromEntries(note.filter(field => field.kind !== 'button' && !/^(happened_at|late_reason)/.test(field.name)).map(field => [field.name, field.kind === 'hidden' ? field.value : text])))
        if (noted.status === 303) await look('as a note on record', await raiser.get('/disagreements/' + reference))
        else await look('as a note', noted)
      }
      const answers = []
      for (const form of forms) answers.push(await raiser.ask('POST', form.way, { form: { ...half(form, text), _command: key() } }))
      const found = await anatomy(parser, answers.map(answer => answer.body))
      forms.forEach((form, n) => judge(text, `in the form of ${form.way.replace(/.*\/act\//, '')}`, answers[n], found[n], usual))
    }, 6)
    console.log(`${strings.length} strings of ${Object.keys(kinds).length} kinds, ${[...pages.values()].flatMap(one => one.fields).filter(typed).length} fields of raising on ${pages.size} pages, ${forms.length} forms of actions: ${counts.pages} pages, ${counts.shown} with the words as they were typed, ${counts.refused} with an error summary`)

    for (const bytes of notText) {
      const path = `${draft}/questions/child`
      const form = new URLSearchParams(await answered(path, 'Said in ordinary words')).toString().replaceAll('Said+in+ordinary+words', bytes)
      const answer = await raiser.ask('POST', path, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, text: form })
      const [found] = await anatomy(parser, [answer.status === 303 ? (await raiser.get(path)).body : answer.body])
      const well = answer.status === 400 || (answer.status === 200 && found.summary) || (answer.status === 303 && Object.keys(found.counts).every(name => name in usual))
      if (!well) complain(`${bytes} got ${answer.status}`)
    }

    const window = await browser.newContext({ javaScriptEnabled: true })
    await window.addCookies([{ name: raiser.cookie.split('=')[0], value: raiser.cookie.split('=').slice(1).join('='), url: house.base }])
    const shown = await window.newPage()
    shown.on('dialog', dialog => { complain(`a dialog opened: ${dialog.message()}`); dialog.dismiss() })
    shown.on('pageerror', error => complain(`a script failed: ${error.message}`))
    shown.on('console', message => { if (message.type() === 'error') complain(`the console complains of ${shown.url()}: ${message.text()}`) })
    shown.on('request', request => { if (!request.url().startsWith(house.base)) complain(`${shown.url()} asks ${request.url()}`) })
    for (const { reference, text } of recorded.filter((_, i) => i % 5 === 0)) {
      const answer = await shown.goto(house.base + '/disagreements/' + reference)
      check(answer.status() === 200, `the page of ${show(text)} is shown`)
    }
    await shown.goto(house.base + '/work')
    check(recorded.length >= many / 2, `most strings are words that may be recorded, not only ${recorded.length}`)
    console.log(`${recorded.length} were recorded; every fifth was shown in the browser; ${notText.length} that are no text were refused or shown as text; ${wrong.length} wrong`)
  } finally {
    await browser.close()
  }
} finally {
  await house.stop()
  house.remove()
}
if (wrong.length > 0) process.exit(1)
