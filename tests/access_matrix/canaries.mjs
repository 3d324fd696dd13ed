// A thousand disagreements, a word of its own planted in every private field; then everything that each kind of
// person can reach is searched for those words: pages, lists, answers of the API, titles, addresses, headers,
// errors, the log of the service, and the files in which it is all kept.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18312 node tests/access_matrix/canaries.mjs
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { check, makeDemo, personas, signIn, together, Visitor, wordsOfPaper } from './program.mjs'
import { Directory, mayOf, partsOf, relationsOf } from './rules.mjs'

const many = Number(process.env.CONCORDAT_CANARIES ?? 1000)
const started = Date.now()
const house = makeDemo(process.env.CONCORDAT_PORT ?? '18312')
const base = house.base
const wrong = new Set()
const complain = what => { if (!wrong.has(what) && wrong.add(what).size <= 40) console.log('not ok - ' + what) }
const key = () => randomUUID().replaceAll('-', '')

// ---- Planting ----------------------------------------------------------------------------------------

const planted = []  // by number: {privacy, reference, where}
const canary = (privacy, reference, where) => {
  planted.push({ privacy, reference, where })
  return `kanari${planted.length - 1}q`
}
const canaries = /kanari(\d+)q/g

const day = offset => new Date(Date.now() + offset * 86400000).toISOString().slice(0, 10)

function valueFor (field, reference, action) {
  const { name, kind, options, privacy } = field
  if (kind === 'text' || kind === 'long_text') {
    const word = canary(privacy, reference, `${action}.${name}`)
    return field.max < 60 ? word : `Here is ${word}, which is private`
  }
  if (kind === 'date') return day(name.includes('dob') ? -2000 : action === 'raise' ? 20 : 10)
  if (kind === 'yes_no') return name === 'danger' || name.startsWith('excluded') ? 'no' : 'yes'
  if (options?.length > 0) return (options.find(option => option.key === 'another') ?? options[0]).key
  return undefined
}

/** Whoever is asked for in the open stays out of it; everything else that is private gets a word. */
function answersTo (fields, reference, action, given) {
  const answers = { ...given }
  for (const field of fields) {
    const isPrivate = field.privacy !== 'open'
    if (field.name in answers || !(field.required || isPrivate) || (field.kind === 'text' && !isPrivate)) continue
    const value = valueFor(field, reference, action)
    if (value !== undefined) answers[field.name] = value
  }
  return answers
}

const asked = new Map()

async function raiseOne (one, number) {
  const { visitor, partnership, from, to } = one
  if (!asked.has(partnership)) asked.set(partnership, (await visitor.json(`/api/v1/partnerships/${partnership}/raise`)).fields)
  const pending = { number }
  const fields = asked.get(partnership).filter(field => !['start', 'jump_reason', 'target_date', 'raising_post', 'receiving_posts'].includes(field.name))
  const first = planted.length
  const answers = answersTo(fields, pending, 'raise', { raiser_post: from, to, danger: 'no', ...(number % 2 ? {} : { subject: 'child' }) })
  const send = given => visitor.ask('POST', '/api/v1/disagreements', { json: { partnership, answers: given }, headers: { 'Idempotency-Key': `canary-${number}` } })
  let answer = await send(answers)
  for (let again = 0; answer.status === 422 && again < 3; ++again) {
    const problem = JSON.parse(answer.body)
    for (const { pointer } of problem.errors) {
      const name = pointer.split('/').at(-1)
      const seat = problem.fields?.find(field => field.name === name)
      if (seat?.options?.length > 0) answers[name] = seat.options[0].key
      else if (answers[name] !== undefined) delete answers[name]
      else answers[name] = { target_date: day(20), start: undefined, by: day(10) }[name]
    }
    answer = await send(answers)
  }
  check(answer.status === 201, `${partnership} cannot be raised in: ${answer.body.slice(0, 600)}`)
  const reference = JSON.parse(answer.body).reference
  for (const each of planted.slice(first)) if (each.reference === pending) each.reference = reference
  return reference
}

const movesOn = /^(escalate|jump|go_up|decide|reopen|waive|reassign|discharge|confirm_outcome|take_back)/
const ends = /^(withdraw|close|hand_over)/

/** Everything that may be done with words, once at each stage: what moves it on after the rest, what ends it at last. */
async function actOften (visitor, reference, { most, ending }) {
  const path = `/api/v1/disagreements/${reference}`
  const done = new Set()
  const rank = each => ends.test(each.action) ? 2 : movesOn.test(each.action) ? 1 : 0
  for (let i = 0; i < most; ++i) {
    const whole = await visitor.json(path)
    const mark = each => `${each.action} ${each.about} ${whole.stage?.key ?? whole.stage} ${whole.phase}`
    const [next] = whole.permitted.filter(each => each.action !== 'link' && !done.has(mark(each)) && (ending || rank(each) < 2) &&
      each.fields.some(field => field.privacy !== 'open')).sort((left, right) => rank(left) - rank(right))
    if (!next) return done.size
    done.add(mark(next))
    const given = next.action === 'correct' ? { event: '1', field: asked.get(whole.partnership).find(field => field.privacy === 'narrative' && field.required).name } : {}
    const answers = answersTo(next.fields, reference, next.action, next.about ? { about: next.about } : given)
    const answer = await visitor.ask('POST', `${path}/actions/${next.action}`, { json: { acting_for: next.acting_for ?? undefined, answers },
      headers: { 'If-Match': `"${whole.revision}"`, 'Idempotency-Key': key() } })
    // What stood there before is for the data guardian alone.
    if (next.action === 'correct' && answer.status === 200) planted.find(each => each.reference === reference && each.where === `raise.${given.field}`).corrected = true
  }
  return done.size
}

/** What is half written is its author's alone. */
async function leaveDraft (id, reference) {
  const visitor = await signIn(base, id)
  const page = `/disagreements/${reference}/act/add_note`
  const form = (await visitor.get(page)).body
  const hidden = name => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)[1]
  const note = `Half of ${canary('draft', reference, 'draft.note')}`
  planted.at(-1).only = id
  const saved = await visitor.ask('POST', page, { form: { _token: visitor.formToken, _command: hidden('_command'), _revision: hidden('_revision'), _save: 'yes', note } })
  check(saved.status === 303, `${id} cannot save a draft: ${saved.status}`)
}

// ---- Who may see what --------------------------------------------------------------------------------

const directory = new Directory(house.export('posts'), house.export('holdings'), day(0))
const facts = new Map()  // by reference: what its partnership's keeper sees of it

function knowing (keepers) {
  return async (person, reference) => {
    if (!facts.has(reference)) facts.set(reference, read(keepers, reference))
    const { parts, phase } = await facts.get(reference)
    return mayOf({ relations: relationsOf(person, parts, directory), phase })
  }
}

async function read (keepers, reference) {
  for (const [partnership, keeper] of keepers) {
    const answer = await keeper.get('/api/v1/disagreements/' + reference)
    if (answer.status !== 200) continue
    const whole = JSON.parse(answer.body)
    if (whole.partnership !== partnership) continue
    const events = await keeper.items(`/api/v1/disagreements/${reference}/events?limit=200`)
    return { phase: whole.phase, parts: partsOf({ partnership, events, duties: whole.duties }) }
  }
  throw new Error(`nobody keeps ${reference}`)
}

// ---- Searching ---------------------------------------------------------------------------------------

const searched = { answers: 0, bytes: 0, found: 0 }

/** `about` is the disagreement that the address names; anything private belongs in the body of its own page alone. */
async function search (person, path, answer, may) {
  ++searched.answers
  searched.bytes += answer.body.length
  if (answer.status >= 500) complain(`${person.id} breaks ${path}: ${answer.status}`)
  const place = `${path} ${JSON.stringify(answer.raw)} ${/<title>.*?<\/title>/s.exec(answer.body)?.[0] ?? ''} ${[...answer.body.matchAll(/(?:href|src|action)="[^"]*"/g)].join(' ')}`
  for (const [word] of place.matchAll(canaries)) complain(`${word} is in an address, a title or a header of ${path}`)
  const body = answer.body.startsWith('%PDF') ? wordsOfPaper(answer.bytes) : answer.body
  for (const [word, number] of body.matchAll(canaries)) {
    ++searched.found
    const { privacy, reference, where, only, corrected } = planted[Number(number)]
    if (only) {
      if (person.id !== only) complain(`${person.id} finds the draft of ${only} at ${path}`)
    } else if (!path.includes(reference)) complain(`${person.id} finds ${word} (${where} of ${reference}) at ${path}`)
    else if (!(await may(person, reference))[corrected ? 'corrected' : privacy]) complain(`${person.id} reads ${word} (${privacy}, ${where}) at ${path}`)
  }
}

const linksIn = body => [...body.matchAll(/href="(\/[^"#]*)/g)].map(found => found[1].replaceAll('&amp;', '&'))

/** Every page that can be reached by links, as far as `most`. */
async function crawl (person, visitor, most, may) {
  const open = ['/work', '/register', '/policies', '/raise', '/help', '/account', '/nowhere']
  const seen = new Set(open)
  const perKind = new Map()
  for (let i = 0; i < open.length && i < most; ++i) {
    const answer = await visitor.get(open[i])
    await search(person, open[i], answer, may)
    const location = answer.headers.location
    for (const link of [...linksIn(answer.body), ...(location ? [location] : [])]) {
      // A few of each kind of page; the ways to act on one disagreement are many.
      const kind = link.replace(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/, 'REF').replace(/after=[^&]*/, 'after').replace(/\?.*/, '')
      const number = perKind.get(kind) ?? 0
      if (seen.has(link) || !link.startsWith('/') || link.startsWith('/assets') || link.startsWith('/sign-out') || number > 12) continue
      perKind.set(kind, number + 1)
      seen.add(link)
      open.push(link)
    }
  }
}

async function askDirectly (person, visitor, api, references, may) {
  for (const reference of references) {
    const page = `/disagreements/${reference}`
    for (const path of [page, page + '/for-others', page + '/raised', page + '/identity', page + '/record.pdf', page + '/act/add_note', page + '/act/correct', page + '/act/submit_form',
      page + '/nothing', `/find?reference=${reference}`]) await search(person, path, await visitor.get(path), may)
    if (!api) continue
    const route = `/api/v1${page}`
    for (const path of [route, route + '/events?limit=200', route + '/events?limit=0', route + '/forms/nothing', route + '/record.pdf', route + '/actions/add_note'])
      await search(person, path, await api.get(path), may)
    await search(person, route + '/actions/add_note', await api.ask('POST', route + '/actions/add_note', { json: { answers: { note: 5 } }, headers: { 'If-Match': '"1"', 'Idempotency-Key': key() } }), may)
  }
}

async function searchLists (person, api, partnerships, may) {
  const paths = ['/api/v1/partnerships', '/api/v1/policies', '/metrics', '/api/v1/nothing']
  for (const partnership of partnerships) {
    for (const path of ['register?limit=200&', 'reports/year?', 'reports/quarter?', 'directory/posts?limit=200&', 'directory/agencies?']) paths.push(`/api/v1/${path}partnership=${partnership}`)
  }
  for (const of of ['you', 'staff']) for (const part of ['your-move', 'their-move', 'ended']) paths.push(`/api/v1/disagreements?limit=200&of=${of}&part=${part}`)
  for (const path of paths) await search(person, path, await api.get(path), may)
}

/** An error that repeats what was sent is about what was sent; it may not bring anything else. */
async function provoke (person, visitor, references, may) {
  for (const reference of references) {
    for (const [path, form] of [['/act/add_note', { note: '' }], ['/act/withdraw', {}], ['/identity', { reason: '' }], ['/act/nothing', {}]]) {
      const answer = await visitor.ask('POST', `/disagreements/${reference}${path}`, { form: { ...form, _token: visitor.formToken, _command: key(), _revision: '1' } })
      await search(person, `/disagreements/${reference}${path}`, answer, may)
    }
    await search(person, '/disagreements/' + reference, await visitor.ask('DELETE', '/disagreements/' + reference), may)
  }
}

function filesBelow (folder) {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

// ---- All of it ---------------------------------------------------------------------------------------

const holderOf = post => [...directory.heldBy].find(([, posts]) => posts.has(post))?.[0]
const postOf = (partnership, ...kinds) => [...directory.posts.values()].find(post => post.key.startsWith(partnership + '.') && kinds.includes(post.kind) && holderOf(post.key))

try {
  const partnerships = [...new Set([...directory.posts.keys()].map(post => post.split('.')[0]))]
  const keepers = new Map()
  const raisers = []
  for (const partnership of partnerships) {
    const keeper = holderOf(postOf(partnership, 'business-manager').key)
    keepers.set(partnership, new Visitor(base, { name: keeper, token: house.token(keeper, 'read', 'register', 'reports', 'directory') }))
    const [from, to] = [postOf(partnership, 'teacher', 'health-visitor'), postOf(partnership, 'social-worker')]
    const [raiser, receiver] = [holderOf(from.key), holderOf(to.key)]
    raisers.push({ partnership, from: from.key, to: to.key, id: raiser, receiver,
      visitor: new Visitor(base, { name: raiser, token: house.token(raiser, 'read', 'act', 'directory') }),
      receiving: new Visitor(base, { name: receiver, token: house.token(receiver, 'read', 'act') }) })
  }
  const guardianId = 'euphemia.keyes'
  const guardianToken = house.token(guardianId, 'read', 'register', 'reports')
  await house.serve()
  const people = await personas(base)
  const references = []
  await together(Array.from({ length: many }, (_, i) => i), async i => { references[i] = await raiseOne(raisers[i % raisers.length], i) }, 4)
  console.log(`${many} raised with ${planted.length} words (${Date.now() - started} ms)`)
  const busy = references.slice(0, 30)
  let acts = 0
  await together(busy, async reference => {
    const one = raisers[references.indexOf(reference) % raisers.length]
    const ending = references.indexOf(reference) % 3 === 0
    for (const [who, most] of [[one.visitor, 30], [one.receiving, 30]]) acts += await actOften(who, reference, { most, ending: ending && who === one.visitor })
    await leaveDraft(one.id, reference)
  }, 4)
  console.log(`${acts} acts on ${busy.length} of them; ${planted.length} words in all (${Date.now() - started} ms)`)

  const may = knowing(keepers)
  const byId = new Map(people.map(person => [person.id, person]))
  const kinds = new Set()
  for (const { id, receiver, partnership } of raisers.slice(0, 3)) {
    for (const each of [id, receiver, keepers.get(partnership).name]) kinds.add(each)
    const chair = postOf(partnership, 'independent-chair', 'chair', 'executive')
    if (chair) kinds.add(holderOf(chair.key))
    const head = postOf(partnership, 'assistant-director', 'director', 'operational-manager', 'headteacher')
    if (head) kinds.add(holderOf(head.key))
    const police = postOf(partnership, 'police-officer')
    if (police) kinds.add(holderOf(police.key))
  }
  kinds.add(guardianId).add(people.find(person => person.administrator).id)
  const sample = [...busy, ...references.filter((_, i) => i % Math.ceil(many / 10) === 0)]
  const tokenOf = id => raisers.flatMap(one => [one.visitor, one.receiving]).concat([...keepers.values()], new Visitor(base, { name: guardianId, token: guardianToken })).find(visitor => visitor.name === id)
  await together([...kinds], async id => {
    const person = byId.get(id)
    const visitor = await signIn(base, id)
    const api = tokenOf(id)
    await crawl(person, visitor, 160, may)
    await askDirectly(person, visitor, api, sample, may)
    if (api) await searchLists(person, api, partnerships, may)
    await provoke(person, visitor, sample.slice(0, 8), may)
  })
  const nobody = { id: 'nobody', guards: new Set(), administrator: false }
  await crawl(nobody, new Visitor(base), 100, may)
  await askDirectly(nobody, new Visitor(base), new Visitor(base), sample, may)
  check(searched.found > 1000, `words were found where they belong, not only ${searched.found} times`)
  await house.stop()
  for (const [word] of house.said.matchAll(canaries)) complain(`${word} is in what the service said`)
  const files = filesBelow(house.data)
  for (const path of files) {
    const found = canaries.exec(readFileSync(path, 'latin1'))
    canaries.lastIndex = 0
    if (found) complain(`${found[0]} (${planted[Number(found[1])].where}) lies open in ${path.slice(house.data.length)}`)
  }
  console.log(`${searched.answers} answers to ${kinds.size + 1} people, ${Math.round(searched.bytes / 1e6)} MB, and ${files.length} files: ${searched.found} words where they belong, ${wrong.size} elsewhere (${Date.now() - started} ms)`)
} finally {
  await house.stop()
  house.remove()
}
if (wrong.size > 0) process.exit(1)
