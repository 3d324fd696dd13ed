// Pages and the API with many disagreements, at 1, 8 and 32 connections, beside nginx serving the same bytes.
// node pages.mjs SERVER NGINX NGINX_ROOT FACTS TOKEN TOKEN_OF_A_RAISER: rows {name,value,unit,beside,neighbour,ratio} on stdout.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { firstLookScript } from './first_look.mjs'

const [server, nginx, root, factsText, token, raiserToken] = process.argv.slice(2)
const facts = JSON.parse(factsText)
const seconds = Number(process.env.CONCORDAT_BENCH_SECONDS ?? 3)
const connections = [1, 8, 32]
const agent = new Agent({ keepAlive: true })

function row (name, value, unit, beside, neighbour, digits = 3) {
  const ratio = neighbour > 0 ? (value / neighbour).toFixed(digits) : '0'
  console.log(JSON.stringify({ name, value, unit, beside, neighbour, ratio: Number(ratio) }))
}

function ask (method, path, headers = {}, body = '') {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const asking = request(server + path, { method, agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } }, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString(),
        ms: Number(process.hrtime.bigint() - began) / 1e6 }))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

async function signedIn () {
  const form = new URLSearchParams({ person: facts.person, then: '/work' }).toString()
  const answer = await ask('POST', '/sign-in/persona', { Origin: server, 'Content-Type': 'application/x-www-form-urlencoded' }, form)
  if (answer.status !== 303) throw new Error(`signing in was answered ${answer.status}`)
  return answer.headers['set-cookie'].map(line => line.split(';')[0]).join('; ')
}

const firstLook = firstLookScript(root)

function hammer (url, count, headers, script) {
  const words = ['-t1', `-c${count}`, `-d${seconds}s`, '--latency']
  if (script) words.push('-s', script)
  for (const [name, value] of Object.entries(headers)) words.push('-H', `${name}: ${value}`)
  const text = execFileSync('wrk', [...words, url], { encoding: 'utf8' })
  const p99 = /99%\s+([\d.]+)(us|ms|s)\b/.exec(text)
  const ms = Number(p99[1]) * { us: 0.001, ms: 1, s: 1000 }[p99[2]]
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(text)
  if (failed) throw new Error(`${url}: ${failed[1]} answers were no success`)
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]), ms }
}

/** A page that is kept for whoever looks again is measured both ways. */
async function reads (name, path, headers, kept = false) {
  const whole = await ask('GET', path, headers)
  if (whole.status !== 200) throw new Error(`${path} was answered ${whole.status}`)
  const file = name.replaceAll(/[^a-z0-9]+/gi, '-') + '.html'
  writeFileSync(`${root}/${file}`, whole.body)
  for (const count of connections) {
    const ours = hammer(server + path, count, headers)
    const theirs = hammer(`${nginx}/${file}`, count, {})
    row(`${name}, ${count} connections (${whole.body.length} bytes)`, ours.perSecond, 'req/s', 'nginx, the same bytes as a file', theirs.perSecond)
    row(`${name}, ${count} connections: p99`, ours.ms, 'ms', 'nginx, the same bytes as a file', theirs.ms)
    if (!kept) continue
    const first = hammer(server + path, count, headers, firstLook)
    row(`${name}, first look, ${count} connections`, first.perSecond, 'req/s', 'nginx, the same bytes as a file', theirs.perSecond)
    row(`${name}, first look, ${count} connections: p99`, first.ms, 'ms', 'nginx, the same bytes as a file', theirs.ms)
  }
}

/** So many at a time for some seconds; each call of `next` is one write. */
async function writes (name, next) {
  for (const count of connections) {
    const until = Date.now() + seconds * 1000
    const took = []
    await Promise.all(Array.from({ length: count }, async () => {
      while (Date.now() < until) took.push(await next())
    }))
    took.sort((a, b) => a - b)
    const p99 = took[Math.floor((took.length - 1) * 0.99)]
    row(`${name}, ${count} connections`, Number((took.length / seconds).toFixed(1)), 'req/s', 'durable before it is answered', 0)
    row(`${name}, ${count} connections: p99`, Number(p99.toFixed(2)), 'ms', 'aim', 10)
  }
}

const bearer = { Authorization: `Bearer ${token}` }
const raiser = { Authorization: `Bearer ${raiserToken}` }
const writing = (by, more = {}) => ({ ...by, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...more })

/** Any answer that a question takes. */
function answerTo (field, given) {
  const day = new Date(Date.now() + 20 * 86400000).toISOString().slice(0, 10)
  switch (field.kind) {
    case 'yes_no': return 'no'
    case 'date': return day
    case 'datetime': return day + 'T10:00'
    case 'post': return field.options?.[0]?.key ?? facts.to
    case 'one_of': case 'agency': return field.options?.[0]?.key ?? given[field.name]
    case 'many_of': return [field.options[0].key]
    default: return 'Words for a measurement'
  }
}

async function raised (questions) {
  let answers = {}
  for (let round = 0; round < 6; ++round) {
    const answer = await ask('POST', '/api/v1/disagreements', writing(raiser), JSON.stringify({ partnership: facts.partnership, answers }))
    if (answer.status < 300) return answers
    const problem = JSON.parse(answer.body)
    const asked = [...questions, ...(problem.fields ?? [])]
    for (const { pointer } of problem.errors ?? []) {
      const field = asked.findLast(one => pointer.endsWith('/' + one.name))
      if (field) answers[field.name] = answerTo(field, answers)
    }
    for (const field of problem.fields ?? []) answers[field.name] = answerTo(field, answers)
  }
  throw new Error('no answers were found with which it can be raised')
}

const cookie = { Cookie: await signedIn() }
await reads('your work', '/work', cookie, true)
await reads('a disagreement, 12 events', '/disagreements/' + facts.short, cookie, true)
await reads('a disagreement, 40 events', '/disagreements/' + facts.long, cookie, true)
await reads('API: a disagreement, 12 events', '/api/v1/disagreements/' + facts.short, bearer)
await reads('API: a disagreement, 40 events', '/api/v1/disagreements/' + facts.long, bearer)
await reads('API: a page of the register', '/api/v1/register?partnership=' + facts.partnership, bearer)

const rows = []
for (let cursor = ''; rows.length < 2000;) {
  const answer = JSON.parse((await ask('GET', '/api/v1/disagreements?limit=100' + cursor, bearer)).body)
  rows.push(...answer.items)
  if (!answer.next) break
  cursor = '&cursor=' + encodeURIComponent(answer.next)
}
const revisions = new Map()
let turn = 0
await writes('act: a note', async () => {
  const reference = rows[turn++ % rows.length].reference
  if (!revisions.has(reference)) {
    revisions.set(reference, JSON.parse((await ask('GET', '/api/v1/disagreements/' + reference, bearer)).body).revision)
  }
  const answer = await ask('POST', `/api/v1/disagreements/${reference}/actions/add_note`,
    writing(bearer, { 'If-Match': `"${revisions.get(reference)}"` }), JSON.stringify({ answers: { note: 'Telephoned, no answer.' } }))
  // Two at once on one disagreement: the later one has to look again.
  if ([409, 412].includes(answer.status)) revisions.delete(reference)
  else if (answer.status >= 300) throw new Error(`a note was answered ${answer.status}: ${answer.body}`)
  else revisions.set(reference, JSON.parse(answer.body).revision)
  return answer.ms
})
const questions = JSON.parse((await ask('GET', `/api/v1/partnerships/${facts.partnership}/raise`, raiser)).body).fields ?? []
const answers = await raised(questions)
await writes('raise', async () => {
  const answer = await ask('POST', '/api/v1/disagreements', writing(raiser), JSON.stringify({ partnership: facts.partnership, answers }))
  if (answer.status >= 300) throw new Error(`raising was answered ${answer.status}: ${answer.body}`)
  return answer.ms
})
