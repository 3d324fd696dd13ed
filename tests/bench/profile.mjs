// Where the time of a first look goes: perf looks at the server while wrk asks for one page, and each sample is put
// down to the part of the program that it was in.
// node profile.mjs FOLDER FACTS PAGE: a folder filled by many_disagreements, what that printed, one of `pages`.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstLookScript } from './first_look.mjs'

const [folder, factsText, wanted] = process.argv.slice(2)
const facts = JSON.parse(factsText)
const program = process.env.CONCORDAT_PROGRAM ?? 'build/release/concordat'
const seconds = Number(process.env.CONCORDAT_BENCH_SECONDS ?? 5)
const address = 'http://127.0.0.1:18483'
const pages = { short: '/disagreements/' + facts.short, long: '/disagreements/' + facts.long, work: '/work' }

// The first that a sample's stack knows of.
const parts = [
  ['log of reads, written behind', /^(app::ReadsLog::flush|sqlite::Writer)/],
  ['reading SQLite', /^sqlite::/],
  ['opening seals', /^(app::Journal::open|crypto::)/],
  ['JSON', /^(app::forms::parsed|json::)/],
  ['events made of it, and replayed', /^(app::to_event|disagreement::(replay|evolve)\b)/],
  ['duties', /^disagreement::duties\b/],
  ['permitted: what each action asks', /^disagreement::(fields_of|asked)\b/],
  ['permitted: the guard', /^disagreement::(guard|is_offered)\b/],
  ['permitted: the rest', /^disagreement::permitted\b/],
  ['questions that answers stand under', /^app::questions_of\b/],
  ['who somebody is in it', /^app::(facts_of|relations_of|actor_in|held_by|managed_by|records_for)\b/],
  ['HTML and components', /^(html|govuk)::/],
  ['session', /^(web::Router::visitor_of|app::Sessions)/],
  ['lists, timeline, dossier', /^app::(Lists|Dossiers|Reading|timeline_for)/],
  ['sections of the page', /^web::/],
  ['HTTP on a worker', /^http::Workers/],
  ['HTTP on the network thread', /^http::Server/],
  ['from thread to thread', /^boost::asio/]
]

function partOf (stack) {
  for (const [name, known] of parts) if (stack.some(frame => known.test(frame))) return name
  return 'other'
}

/** Frames without what only C++ adds to them. */
function framesOf (sample) {
  return sample.split('\n').slice(1).map(line => line.trim().replace(/^[0-9a-f]+ /, '').replaceAll('(anonymous namespace)::', ''))
}

async function ready () {
  for (let tries = 0; tries < 500; ++tries) {
    const answer = await fetch(address + '/health/ready').catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('the server did not become ready')
}

async function signedIn () {
  const body = new URLSearchParams({ person: facts.person, then: '/work' })
  const answer = await fetch(address + '/sign-in/persona', { method: 'POST', redirect: 'manual', headers: { Origin: address }, body })
  return answer.headers.getSetCookie().map(line => line.split(';')[0]).join('; ')
}

const scratch = mkdtempSync(join(tmpdir(), 'concordat-profile-'))
const server = spawn(program, ['serve', '--data', folder, '--listen', address.slice(7)], { stdio: 'ignore' })
try {
  await ready()
  const cookie = await signedIn()
  const record = ['record', '-q', '-F', '499', '-e', 'cpu-clock', '--call-graph', 'dwarf,24576', '-p', String(server.pid), '-o', join(scratch, 'perf')]
  const watched = spawn('perf', [...record, '--', 'sleep', String(seconds)], { stdio: 'inherit' })
  const ticks = () => readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, part) => sum + Number(part), 0)
  const before = ticks()
  const said = execFileSync('wrk', ['-t1', '-c1', `-d${seconds}s`, '-s', firstLookScript(scratch), '-H', 'Cookie: ' + cookie, address + pages[wanted]],
    { encoding: 'utf8' })
  const asked = Number(/(\d+) requests in/.exec(said)[1])
  const spent = (ticks() - before) * 10000 / asked
  await new Promise(resolve => watched.on('exit', resolve))
  const text = execFileSync('perf', ['script', '-i', join(scratch, 'perf'), '--no-inline', '-F', 'comm,ip,sym'],
    { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] })
  const samples = text.split('\n\n').filter(sample => sample.trim()).map(framesOf)
  const counts = new Map()
  for (const stack of samples) counts.set(partOf(stack), (counts.get(partOf(stack)) ?? 0) + 1)
  console.log(`${wanted}: ${spent.toFixed(0)} us of processor a page, ${samples.length} samples`)
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    console.log(`${(100 * count / samples.length).toFixed(1).padStart(6)} %  ${name}`)
  }
} finally {
  server.kill()
  await new Promise(resolve => server.on('exit', resolve))
  rmSync(scratch, { recursive: true })
}
