// Every person of a demo asks every page and route for every disagreement, and gets what rules.mjs says, no
// more and no less. Facts come from what the partnerships' business managers may see, and from the directory.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18311 node tests/access_matrix/matrix.mjs
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { check, command, makeDemo, personas, signIn, together, unescaped, Visitor, wordsOfPaper } from './program.mjs'
import { Directory, isGuardian, mayOf, mayReadRegister, partsOf, relations, relationsOf } from './rules.mjs'

const started = Date.now()
const house = makeDemo(process.env.CONCORDAT_PORT ?? '18311')
const base = house.base
const nowhere = ['ZZZZ-ZZZZ-ZZ', '2222-2222-22']
const wrong = []
const complain = (...words) => { if (wrong.push(words.join(' ')) <= 40) console.log('not ok - ' + words.join(' ')) }

// ---- What there is to ask ----------------------------------------------------------------------------

const commandId = () => randomUUID().replaceAll('-', '')
const note = { note: 'Written by somebody who may not' }

/** `may`: the answers that somebody who may gets; everybody else gets what a reference of nothing gets. */
const pageRoutes = [
  { pattern: '/disagreements/{reference}', needs: 'open', gives: [200], whole: true },
  { pattern: '/disagreements/{reference}/for-others', needs: 'open', gives: [200] },
  { pattern: '/disagreements/{reference}/raised', needs: 'open', gives: [200] },
  { pattern: '/disagreements/{reference}/identity', needs: 'release', gives: [200] },
  { pattern: '/disagreements/{reference}/record.pdf', needs: 'open', gives: [200], optional: true, sampled: true },
  ...['add_note', 'answer', 'withdraw', 'escalate', 'correct'].map(action => (
    { pattern: '/disagreements/{reference}/act/{action}', action, needs: 'open', gives: [200, 409], formFor: 'act' })),
  { method: 'POST', pattern: '/disagreements/{reference}/act/{action}', action: 'add_note', needs: 'act', gives: [400],
    form: () => ({}), refused: [400, 404], sampled: true },
  { method: 'POST', pattern: '/disagreements/{reference}/identity', needs: 'release', gives: [200],
    form: () => ({ _command: commandId(), reason: '' }), sampled: true }
]
const apiRoutes = [
  { pattern: '/api/v1/disagreements/{reference}/record.pdf', needs: 'open', gives: [200], optional: true, sampled: true },
  { pattern: '/api/v1/disagreements/{reference}', needs: 'open', gives: [200], tagged: true, whole: true },
  { pattern: '/api/v1/disagreements/{reference}/events', needs: 'open', gives: [200], tagged: true, whole: true },
  { pattern: '/api/v1/disagreements/{reference}/forms/{form}', needs: 'open', gives: [200, 404], ofForm: true },
  { method: 'POST', pattern: '/api/v1/disagreements/{reference}/actions/{action}', action: 'add_note', needs: 'open', gives: [403, 409, 412, 422],
    json: () => ({ answers: note }), headers: () => ({ 'If-Match': '"0"', 'Idempotency-Key': commandId() }), sampled: true },
  { method: 'POST', pattern: '/api/v1/disagreements/{reference}/identity', needs: 'open', gives: [403, 422],
    json: () => ({ reason: '' }), headers: () => ({ 'Idempotency-Key': commandId() }), sampled: true }
]

/** A route that is not asked for above is a hole in this test. */
function checkThatNoRouteIsMissing () {
  const router = readFileSync('src/web/router.cpp', 'utf8')
  const own = new Set(pageRoutes.map(route => route.pattern))
  for (const [, pattern] of router.matchAll(/"(\/disagreements\/\{reference\}[^"]*)"/g)) check(own.has(pattern), `${pattern} is a page that this test does not ask for`)
  const described = Object.keys(JSON.parse(readFileSync('docs/openapi.json', 'utf8')).paths)
  const known = new Set(apiRoutes.map(route => route.pattern))
  for (const path of described) check(!path.includes('{reference}') || known.has(path), `${path} is a route that this test does not ask for`)
}

/** What an older program does not have yet is left out. */
async function findAbsent (keeper, visitor, one) {
  for (const [asker, routes] of [[keeper, apiRoutes], [visitor, pageRoutes]]) {
    for (const route of routes) route.absent = route.optional && (await asker.get(addressOf(route, one.reference))).status === 404
  }
}

// ---- What is known of everything ---------------------------------------------------------------------

const today = new Date().toISOString().slice(0, 10)
const directory = new Directory(house.export('posts'), house.export('holdings'), today)
const agencies = house.export('agencies').map(agency => agency.name)
const partnershipOf = post => post.split('.')[0]

function keepers () {
  const found = new Map()
  for (const [person, posts] of directory.heldBy) {
    for (const post of posts) if (directory.posts.get(post).kind === 'business-manager') found.set(partnershipOf(post), person)
  }
  return found
}

async function cases (tokens) {
  const all = []
  for (const [partnership, token] of tokens) {
    const keeper = new Visitor(base, { name: 'keeper of ' + partnership, token })
    const rows = await keeper.items(`/api/v1/register?limit=200&partnership=${partnership}`)
    await together(rows, async row => {
      const whole = await keeper.json(row.href)
      const events = await keeper.items(row.href + '/events?limit=200')
      const form = events.find(event => event.happening === 'form-submitted')?.about ?? 'no-such-form'
      all.push({ ...row, stageKey: whole.stage?.key ?? 'none', revision: whole.revision, form, parts: partsOf({ partnership, events, duties: whole.duties }) })
    })
  }
  return all.sort((a, b) => a.reference < b.reference ? -1 : 1)
}

/** The demo has no meeting whose disagreement has ended, and nothing that was corrected: we see to both. */
function whatWillHappen (people, all) {
  const raiserOf = one => people.find(person => one.standing.get(person.id).has('raiser'))
  const onlyMeets = one => people.some(person => [...one.standing.get(person.id)].join() === 'meeting member')
  const withdrawn = all.find(one => one.phase === 'open' && onlyMeets(one) && raiserOf(one))
  check(withdrawn, 'the demo has a panel that meets about something open')
  const corrected = all.find(one => one !== withdrawn && one.phase === 'open' && raiserOf(one))
  return { withdrawn, withdrawer: raiserOf(withdrawn), corrected, corrector: raiserOf(corrected) }
}

async function act (visitor, one, action, answers) {
  const answer = await visitor.ask('POST', `/api/v1/disagreements/${one.reference}/actions/${action}`,
    { json: { answers }, headers: { 'If-Match': `"${one.revision}"`, 'Idempotency-Key': commandId() } })
  check(answer.status === 200, `${visitor.name} cannot ${action}: ${answer.body}`)
  one.revision = Number(/"(\d+)"/.exec(answer.headers.etag)[1])
}

async function correct ({ corrected, corrector }, agents) {
  const visitor = agents.get(corrector.id)
  const events = (await visitor.json(`/api/v1/disagreements/${corrected.reference}/events?limit=200`)).items
  const copied = new Set(events.slice(1).flatMap(event => event.texts.map(text => text.words)))
  corrected.old = []
  for (const name of ['decision', 'child_name']) {
    const { words } = events[0].texts.find(text => text.name === name)
    // A form that was handed in keeps its own copy.
    if (!copied.has(words)) corrected.old.push(words)
    await act(visitor, corrected, 'correct', { event: '1', field: name, value: `The right words for ${name} are these`, why: 'It was written down in a hurry that morning' })
  }
  check(corrected.old.length > 0, 'something is corrected of which there is no copy')
}

async function withdraw ({ withdrawn, withdrawer }, agents) {
  await act(agents.get(withdrawer.id), withdrawn, 'withdraw', { why: 'It was settled without a word between the two of us', safe_now: 'yes', protection: 'The child lives with a grandmother' })
  withdrawn.phase = 'withdrawn'
}

/** What people wrote and who the child is, as somebody of a side reads it. */
async function wordsOf (one, ofASide, people) {
  const known = new Set([...directory.posts.values()].map(post => post.title).concat(agencies, people.map(person => person.name)))
  const words = { narrative: [], identity: [] }
  for (const event of await ofASide.items(`/api/v1/disagreements/${one.reference}/events?limit=200`)) {
    for (const text of event.texts) {
      // The title of a post, the name of an agency or of a colleague is no secret.
      if (text.words?.length > 11 && !known.has(text.words)) words[text.privacy].push(text.words)
    }
  }
  return words
}

/** A few people who between them stand in every way to every stage and phase, and one of a side for each case. */
function chosen (people, all) {
  const covers = new Map(people.map(person => [person.id, new Set()]))
  for (const one of all) {
    for (const person of people) {
      const has = covers.get(person.id)
      for (const relation of one.standing.get(person.id)) has.add(`${relation} ${one.stageKey} ${one.phase}`)
      if (mayOf({ relations: one.standing.get(person.id), phase: one.phase }).identity) has.add(one.reference)
    }
  }
  const missing = new Set([...covers.values()].flatMap(set => [...set]))
  const picked = []
  while (missing.size > 0) {
    const gain = person => [...covers.get(person.id)].filter(cell => missing.has(cell)).length
    const best = people.reduce((a, b) => gain(b) > gain(a) ? b : a)
    for (const cell of covers.get(best.id)) missing.delete(cell)
    picked.push(best)
  }
  return picked
}

/** One person for each way to stand to a disagreement, shut out of one to which they stand so. */
function toExclude (people, all) {
  const pairs = []
  for (const relation of relations.filter(one => one !== 'administrator')) {
    for (const underWay of [true, false]) {
      const one = all.find(c => (c.phase === 'open') === underWay && c.phase !== 'handed-over' && !pairs.some(pair => pair.one === c) &&
        people.some(person => c.standing.get(person.id).has(relation)))
      const person = one && people.find(p => one.standing.get(p.id).has(relation))
      if (person && !(relation === 'none' && !underWay)) pairs.push({ one, person, relation })
    }
  }
  return pairs
}

// ---- Asking and judging ------------------------------------------------------------------------------

const counted = new Map()  // "relation|phase" → cells
const covered = new Set()  // relation, stage, phase, route
let questions = 0

/** The time, and that a connection has had its thousand questions, are not about what was asked. */
const beside = ['date', 'connection']
const said = answer => JSON.stringify([answer.status, answer.raw.filter((_, i) => !beside.includes(answer.raw[i - i % 2].toLowerCase()))])

function differs (answer, nothing, reference, unknown) {
  const same = text => text.replaceAll(reference, 'REFERENCE').replaceAll(unknown, 'REFERENCE')
  return same(said(answer)) !== same(said(nothing)) || same(answer.body) !== same(nothing.body)
}

function firstDifference (answer, nothing) {
  const [a, b] = [said(answer) + answer.body, said(nothing) + nothing.body]
  const at = [...a].findIndex((c, i) => c !== b[i])
  return `"${a.slice(at - 40, at + 60)}", not "${b.slice(at - 40, at + 60)}"`
}

function addressOf (route, reference, form) {
  return route.pattern.replace('{reference}', reference).replace('{action}', route.action ?? '').replace('{form}', form)
}

const sent = (route, visitor) => ({
  form: route.form && { ...route.form(), _token: visitor.formToken },
  json: route.json?.(),
  headers: route.headers?.()
})

/** The answers somebody gets for what never existed. */
async function answersForNothing (visitor, routes) {
  const answers = new Map()
  for (const route of routes) {
    const both = []
    for (const unknown of nowhere) {
      const answer = await visitor.ask(route.method ?? 'GET', addressOf(route, unknown, 'no-such-form'), sent(route, visitor))
      if (answer.status !== 404) complain(visitor.name, route.pattern, 'of a reference of nothing is', answer.status)
      both.push(answer)
    }
    if (differs(both[0], both[1], nowhere[0], nowhere[1])) complain(visitor.name, route.pattern, 'tells one reference of nothing from another')
    answers.set(route, both[0])
  }
  return answers
}

const leaks = (body, words) => words.find(each => body.includes(each))

function judgeWords (who, one, may, answer, route) {
  const json = answer.headers['content-type'].startsWith('application/json')
  const inJson = text => json ? JSON.stringify(text).slice(1, -1) : text.replace(/\s+/g, ' ')
  const { narrative, identity } = one.words
  const plain = json ? answer.body : answer.body.startsWith('%PDF') ? wordsOfPaper(answer.bytes) : unescaped(answer.body).replace(/\s+/g, ' ')
  if (!may.narrative && leaks(plain, narrative.map(inJson))) complain(who, 'reads what was written:', leaks(plain, narrative.map(inJson)))
  if (!may.identity && leaks(plain, identity.map(inJson))) complain(who, 'reads who the child is:', leaks(plain, identity.map(inJson)))
  const old = (one.old ?? []).map(inJson)
  if (!may.corrected && leaks(plain, old)) complain(who, 'reads what was corrected:', leaks(plain, old))
  if (!route.whole) return
  const first = narrative[0] && inJson(narrative[0])
  if (may.narrative && first && route.pattern !== '/api/v1/disagreements/{reference}' && !plain.includes(first)) complain(who, 'does not find what was written:', first)
  const child = identity[0] && inJson(identity[0])
  if (may.identity && child && route.pattern !== '/api/v1/disagreements/{reference}' && !plain.includes(child)) complain(who, 'does not find who the child is')
}

function judgeTexts (who, may, events) {
  for (const { revision, texts } of events) {
    for (const { name, privacy, shown, words, before, corrected_by } of texts) {
      const wanted = privacy === 'identity' ? (may.identity ? 'plain' : may.release ? 'masked' : 'not_for_you') : (may.narrative ? 'plain' : 'not_for_you')
      if (shown !== wanted) complain(who, `sees ${name} of event ${revision} as ${shown}, not ${wanted}`)
      if (shown !== 'plain' && words !== null) complain(who, `is told ${name} of event ${revision} though it is ${shown}`)
      const mended = corrected_by !== undefined && (privacy !== 'identity' || may.identity)
      if (mended && may.corrected && !before) complain(who, `does not see what ${name} of event ${revision} said before`)
      if (before !== undefined && !may.corrected) complain(who, `sees what ${name} of event ${revision} said before`)
    }
  }
}

function judge (visitor, one, may, route, answer, nothing) {
  const who = `${visitor.name} (${[...one.standing.get(visitor.name)].join(', ')}${one.excluded.has(visitor.name) ? ', excluded' : ''}) ${route.method ?? 'GET'} ${addressOf(route, one.reference, one.form)} [${one.phase}]:`
  if (answer.status >= 500) return complain(who, 'broke', answer.status)
  if (!may[route.needs]) {
    // Who may know of it but not do this gets a refusal; who may not know gets what is not there.
    if (may.open && route.refused?.includes(answer.status)) return
    if (differs(answer, nothing, one.reference, nowhere[0])) complain(who, 'is told apart from what is not there:', answer.status, firstDifference(answer, nothing))
    return
  }
  if (!route.gives.includes(answer.status)) return complain(who, 'got', answer.status, answer.body.slice(0, 200))
  if (route.formFor && answer.status === 200 && !may[route.formFor]) complain(who, 'is offered a form though it is not theirs to act')
  if (route.tagged && answer.headers.etag !== `"${one.revision}"`) complain(who, 'has the ETag', answer.headers.etag)
  judgeWords(who, one, may, answer, route)
  if (!route.pattern.startsWith('/api/') || !answer.headers['content-type'].startsWith('application/json')) return
  const body = JSON.parse(answer.body)
  if (route.pattern.endsWith('/events')) judgeTexts(who, may, body.items)
  if (body.permitted?.length > 0 && !may.act) complain(who, 'is permitted', body.permitted[0].title ?? body.permitted[0].action)
  if (route.pattern.endsWith('{reference}')) judgeActions(who, visitor.name, body.permitted)
}

/** Whose act it is: of a post that one holds, deputises in, manages, or records for. */
function judgeActions (who, person, permitted) {
  const held = directory.held(person)
  const kinds = [...held].map(post => directory.posts.get(post).kind)
  const records = kinds.includes('business-manager') || kinds.some(kind => kind.includes('safeguarding-lead'))
  for (const { acting_for: post, title } of permitted) {
    if (post === null) continue
    const manages = [...directory.above(post)].some(above => held.has(above))
    if (!held.has(post) && !manages && !records) complain(who, `may "${title}" for ${post}, which is not theirs`)
  }
}

function count (visitor, one, route) {
  ++questions
  for (const relation of one.standing.get(visitor.name)) {
    const cell = `${relation}|${one.excluded.has(visitor.name) ? 'excluded' : one.phase}`
    counted.set(cell, (counted.get(cell) ?? 0) + 1)
    covered.add(`${relation}|${one.stageKey}|${one.phase}|${route.method ?? 'GET'} ${route.pattern} ${route.action ?? ''}`)
  }
}

const mayOn = (person, one) => mayOf({ relations: one.standing.get(person), excluded: one.excluded.has(person), phase: one.phase, released: one.released?.has(person) })

async function askAll (visitor, all, routes) {
  const nothing = await answersForNothing(visitor, routes)
  for (const one of all) {
    const may = mayOn(visitor.name, one)
    const [relation] = one.standing.get(visitor.name)
    for (const route of routes) {
      // Those who have no part in it are many: the costly ways to be told so are tried once for each kind of case.
      const cell = `${relation}|${one.stageKey}|${one.phase}|${route.method ?? 'GET'} ${route.pattern} ${route.action ?? ''}`
      const stranger = !may.open && !one.excluded.has(visitor.name)
      if (stranger && !route.whole && covered.has(cell)) continue
      if (route.sampled && covered.has(cell) && !one.excluded.has(visitor.name)) continue
      count(visitor, one, route)
      const answer = await visitor.ask(route.method ?? 'GET', addressOf(route, one.reference, one.form), sent(route, visitor))
      judge(visitor, one, may, route, answer, nothing.get(route))
    }
  }
}

// ---- Lists -------------------------------------------------------------------------------------------

const referencesIn = text => [...new Set([...text.matchAll(/\/disagreements\/([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2})/g)].map(found => found[1]))]

async function allOfList (visitor, path) {
  const found = new Set()
  for (let next = path; next;) {
    const answer = await visitor.get(next)
    if (answer.status !== 200) return { status: answer.status, found }
    for (const reference of referencesIn(answer.body)) found.add(reference)
    next = /href="([^"]*after=[^"]*)"/.exec(answer.body)?.[1].replaceAll('&amp;', '&')
  }
  return { status: 200, found }
}

async function askLists (visitor, person, all, byReference) {
  for (const path of ['/work', '/work/your-move', '/work/may-do', '/work/their-move', '/work/ended', '/work/staff']) {
    ++questions
    const { status, found } = await allOfList(visitor, path)
    if (status !== 200) complain(visitor.name, path, 'is', status)
    for (const reference of found) {
      const one = byReference.get(reference)
      if (!mayOn(person.id, one).registerRow) complain(`${person.id} (${[...one.standing.get(person.id)]}${one.excluded.has(person.id) ? ', excluded' : ''}) finds ${reference} [${one.phase}] in ${path}`)
    }
  }
  for (const partnership of keepersOf.keys()) {
    ++questions
    const { status, found } = await allOfList(visitor, '/register/' + partnership)
    const may = mayReadRegister(person, partnership, directory)
    if ((status === 200) !== may) complain(visitor.name, 'register of', partnership, 'is', status)
    const wanted = may ? all.filter(one => one.partnership === partnership && mayOn(person.id, one).registerRow).map(one => one.reference) : []
    if ([...found].sort().join() !== wanted.sort().join()) complain(visitor.name, `register of ${partnership} has ${found.size} rows, not ${wanted.length}`)
  }
}

/** The API's lists: the rows, their number, and what is counted over them. */
async function askApiLists (visitor, person, all, byReference) {
  for (const of of ['you', 'staff']) {
    for (const part of ['your-move', 'their-move', 'ended']) {
      ++questions
      for (const { reference } of await visitor.items(`/api/v1/disagreements?limit=200&of=${of}&part=${part}`)) {
        const one = byReference.get(reference)
        if (!mayOn(person.id, one).registerRow) complain(`${person.id} (${[...one.standing.get(person.id)]}) finds ${reference} in the API's ${part} of ${of}`)
      }
    }
  }
  for (const partnership of keepersOf.keys()) {
    ++questions
    const may = mayReadRegister(person, partnership, directory)
    const answer = await visitor.get(`/api/v1/register?limit=200&partnership=${partnership}`)
    const report = await visitor.get(`/api/v1/reports/year?partnership=${partnership}`)
    if ((answer.status === 200) !== may || (report.status === 200) !== may) complain(person.id, 'asks the API for the register of', partnership, answer.status, report.status)
    if (!may) continue
    const wanted = all.filter(one => one.partnership === partnership && mayOn(person.id, one).registerRow)
    const rows = JSON.parse(answer.body).items
    if (rows.map(row => row.reference).sort().join() !== wanted.map(one => one.reference).sort().join()) complain(person.id, `has ${rows.length} rows of ${partnership}, not ${wanted.length}`)
    const told = JSON.parse(report.body)
    const inYear = wanted.filter(one => one.opened.slice(0, 4) === today.slice(0, 4)).length
    const underWay = wanted.filter(one => one.phase === 'open' || one.phase === 'settled').length
    if (told.opened !== inYear || told.under_way_now !== underWay) complain(person.id, `is told that ${told.opened} were opened in ${partnership} and ${told.under_way_now} are under way, not ${inYear} and ${underWay}`)
  }
}

/** The dates of somebody who is shut out of something. */
async function askCalendar (person, address, byReference) {
  ++questions
  const feed = await new Visitor(base).get(address)
  if (feed.status !== 200 || !feed.body.startsWith('BEGIN:VCALENDAR')) complain(person, 'has no calendar:', feed.status)
  const unfolded = feed.body.replaceAll(/\r?\n[ \t]/g, '')
  for (const reference of new Set(unfolded.match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/g))) {
    const one = byReference.get(reference)
    if (one && !mayOn(person, one).registerRow) complain(person, 'has a date of', reference, 'in their calendar')
  }
}

async function askAsNobody (all) {
  const nobody = new Visitor(base)
  for (const one of all.slice(0, 10)) {
    for (const route of [...pageRoutes, ...apiRoutes].filter(each => !each.absent)) {
      ++questions
      const [known, unknown] = await Promise.all([one.reference, nowhere[0]].map(reference =>
        nobody.ask(route.method ?? 'GET', addressOf(route, reference, one.form), sent(route, nobody))))
      if (differs(known, unknown, one.reference, nowhere[0])) complain('nobody is told apart', route.pattern, firstDifference(known, unknown))
      if (known.status !== (route.pattern.startsWith('/api/') ? 401 : 303)) complain('nobody gets', known.status, 'of', route.pattern)
    }
  }
  for (const path of ['/work', '/register', '/raise', '/policies', '/find?reference=' + all[0].reference]) {
    if ((await nobody.get(path)).status !== 303) complain('nobody is let into', path)
  }
}

/** Opening who the child is shows it to whoever opened it, for that disagreement, and to nobody else. */
async function askAfterRelease (agents, all) {
  for (const relation of ['business manager', 'chair', 'case role', 'meeting member', 'data guardian']) {
    for (const one of all) {
      const person = !one.released && [...agents.keys()].find(id => one.standing.get(id).has(relation) && mayOn(id, one).release && !mayOn(id, one).identity)
      if (!person) continue
      const visitor = agents.get(person)
      const answer = await visitor.ask('POST', `/api/v1/disagreements/${one.reference}/identity`, { json: { reason: 'To prepare the panel' }, headers: { 'Idempotency-Key': commandId() } })
      if (answer.status !== 200) complain(person, 'may open identity of', one.reference, 'and gets', answer.status)
      one.released = new Set([person])
      break
    }
  }
  for (const one of all.filter(each => each.released)) {
    for (const [person, visitor] of agents) {
      if (!mayOn(person, one).open) continue
      const route = apiRoutes.find(each => each.pattern.endsWith('/events'))
      ++questions
      judge(visitor, one, mayOn(person, one), route, await visitor.get(addressOf(route, one.reference)))
    }
  }
  check(all.filter(each => each.released).length >= 3, 'identity was opened for somebody in several ways')
}

// ---- All of it ---------------------------------------------------------------------------------------

function printTable () {
  const phases = ['open', 'settled', 'closed', 'withdrawn', 'handed-over', 'excluded'].filter(phase => relations.some(relation => counted.has(`${relation}|${phase}`)))
  console.log('cells checked'.padEnd(20) + phases.map(phase => phase.padStart(12)).join(''))
  for (const relation of relations) {
    const cells = phases.map(phase => counted.get(`${relation}|${phase}`) ?? 0)
    console.log(relation.padEnd(20) + cells.map(cell => String(cell).padStart(12)).join(''))
    if (cells.every(cell => cell === 0)) complain(`no cell of "${relation}" was checked`)
  }
  console.log(`${covered.size} different cells of relation × stage × phase × route`)
}

const keepersOf = keepers()
try {
  checkThatNoRouteIsMissing()
  const tokens = new Map([...keepersOf].map(([partnership, person]) => [partnership, house.token(person, 'read', 'register')]))
  await house.serve()
  const people = await personas(base)
  const all = await cases(tokens)
  const stand = one => { one.standing = new Map(people.map(person => [person.id, relationsOf(person, one.parts, directory, one.excluded)])) }
  for (const one of all) {
    one.excluded = new Set()
    stand(one)
  }
  await house.stop()

  const plan = whatWillHappen(people, all)
  const few = chosen(people, all)
  for (const person of [plan.withdrawer, plan.corrector]) if (!few.includes(person)) few.push(person)
  const fewTokens = new Map(few.map(person => [person.id, house.token(person.id, 'read', 'act', 'release', 'register', 'reports', 'directory')]))
  const agents = new Map(few.map(person => [person.id, new Visitor(base, { name: person.id, token: fewTokens.get(person.id) })]))
  await house.serve()
  await correct(plan, agents)
  for (const one of all) one.words = await wordsOf(one, agents.get(few.find(person => mayOn(person.id, one).identity).id), people)
  const [[partnership, keeperToken]] = tokens
  await findAbsent(new Visitor(base, { token: keeperToken }), await signIn(base, keepersOf.get(partnership)), all.find(one => one.partnership === partnership))
  await house.stop()
  const excluded = toExclude(few, all.filter(one => one !== plan.withdrawn))
  for (const { one, person } of excluded) {
    house.exclude(people.find(each => isGuardian(each, one.partnership)).id, one.reference, person.id)
    one.excluded.add(person.id)
    stand(one)
  }
  const calendars = excluded.slice(0, 6).map(({ person }) => [person.id, new URL(command('token', 'calendar', '--data', house.data, '--person', person.id).split('\n')[0]).pathname])
  await house.serve()
  const byReference = new Map(all.map(one => [one.reference, one]))
  console.log(`${all.length} disagreements, ${people.length} people, ${few.length} of them also by the API, ${excluded.length} exclusions (${Date.now() - started} ms)`)

  check(all.every(one => one.words.narrative.length > 0), 'everybody who raised something wrote something')

  await together(few, person => askAll(agents.get(person.id), all, apiRoutes.filter(route => !route.absent)))
  await together(few, person => askApiLists(agents.get(person.id), person, all, byReference))
  for (const [person, address] of calendars) await askCalendar(person, address, byReference)
  await askAsNobody(all)
  const visitors = new Map()
  await together(people, async person => {
    const visitor = await signIn(base, person.id)
    visitors.set(person.id, visitor)
    await askAll(visitor, all, pageRoutes.filter(route => !route.absent))
    await askLists(visitor, person, all, byReference)
  })
  await withdraw(plan, agents)
  await together(few, person => askAll(agents.get(person.id), [plan.withdrawn], apiRoutes.filter(route => !route.absent)))
  await together(people, person => askAll(visitors.get(person.id), [plan.withdrawn], pageRoutes.filter(route => !route.absent)))
  await askAfterRelease(agents, all)
  printTable()
  const keeper = new Visitor(base, { name: 'keeper', token: tokens.values().next().value })
  for (const one of all.filter(each => each.partnership === tokens.keys().next().value)) {
    if (one.excluded.has(keepersOf.get(one.partnership))) continue
    if ((await keeper.json(`/api/v1/disagreements/${one.reference}`)).revision !== one.revision) complain(one.reference, 'was changed by somebody who may not')
  }
  console.log(`${questions} questions in ${Date.now() - started} ms; ${wrong.length} wrong answers`)
} finally {
  await house.stop()
  house.remove()
}
if (wrong.length > 0) process.exit(1)
