// The program under test on a demo of its own, its console, and agents that ask it things over HTTP.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function check (holds, what) {
  if (!holds) throw new Error(what)
}

const program = process.env.CONCORDAT_PROGRAM
check(program, 'CONCORDAT_PROGRAM says which program to try')

/** Runs a command of the program to its end; what it printed. */
export function command (...words) {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 << 20 })
}

/** A folder in which the demo has been made, a way to serve it, and to remove it. */
export function makeDemo (port) {
  const root = mkdtempSync(join(tmpdir(), 'concordat-demo-'))
  const data = join(root, 'data')
  command('demo', '--data', data)
  const house = {
    data,
    base: `http://127.0.0.1:${port}`,
    said: '',
    token: (person, ...scopes) => command('token', 'add', '--data', data, '--person', person,
      ...scopes.flatMap(scope => ['--scope', scope])).split('\n')[0],
    exclude: (guardian, reference, person) => command('exclusion', 'set', '--data', data, '--by', guardian,
      '--reference', reference, '--person', person, '--reason', 'Is related to the family'),
    head: () => command('verify', '--data', data).trim(),
    export: what => fromCsv(command('directory', 'export', '--data', data, '--what', what)),
    async serve () {
      house.process = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`])
      await new Promise((resolve, reject) => {
        const hear = text => { house.said += text; if (String(text).includes('ready')) resolve() }
        house.process.stdout.on('data', hear)
        house.process.stderr.on('data', hear)
        house.process.on('exit', () => reject(new Error('the program ended: ' + house.said)))
      })
    },
    async stop () {
      const { process } = house
      if (!process || process.exitCode !== null) return
      process.removeAllListeners('exit')
      const ended = new Promise(resolve => process.on('exit', resolve))
      process.kill('SIGTERM')
      check(await ended === 0, 'after SIGTERM the program did not end well: ' + house.said)
    },
    remove: () => rmSync(root, { recursive: true, force: true })
  }
  return house
}

function fromCsv (text) {
  const rows = []
  let row = ['']
  let quoted = false
  for (let i = 0; i < text.length; ++i) {
    const c = text[i]
    if (quoted && c === '"' && text[i + 1] === '"') { row[row.length - 1] += c; ++i } else if (c === '"') quoted = !quoted
    else if (!quoted && c === ',') row.push('')
    else if (!quoted && c === '\n') { rows.push(row); row = [''] } else if (c !== '\r') row[row.length - 1] += c
  }
  const [names, ...rest] = rows
  return rest.map(values => Object.fromEntries(names.map((name, i) => [name, values[i]])))
}

/** Somebody who asks over kept connections: by cookie, by token, or as nobody. Redirects are not followed. */
export class Visitor {
  constructor (base, { name = 'nobody', cookie, token } = {}) {
    Object.assign(this, { base, name, cookie, token, formToken: '' })
  }

  static agent = new http.Agent({ keepAlive: true, maxSockets: 8 })

  ask (method, path, { form, json, text, headers = {} } = {}) {
    const body = text ?? (form ? new URLSearchParams(form).toString() : json !== undefined ? JSON.stringify(json) : undefined)
    const sent = { ...headers }
    if (this.cookie) sent.Cookie = this.cookie
    if (this.token) sent.Authorization = 'Bearer ' + this.token
    if (method !== 'GET') sent.Origin ??= this.base
    if (form) sent['Content-Type'] = 'application/x-www-form-urlencoded'
    if (json !== undefined) sent['Content-Type'] = 'application/json'
    if (body !== undefined) sent['Content-Length'] = Buffer.byteLength(body)
    return new Promise((resolve, reject) => {
      const request = http.request(this.base + path, { method, headers: sent, agent: Visitor.agent }, answer => {
        const parts = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, bytes: Buffer.concat(parts), body: Buffer.concat(parts).toString() }))
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  get (path) { return this.ask('GET', path) }
  async json (path) {
    const answer = await this.get(path)
    check(answer.status === 200, `${this.name}: ${path} is ${answer.status}: ${answer.body.slice(0, 300)}`)
    return JSON.parse(answer.body)
  }

  /** All items of a list of the API, page by page. */
  async items (path) {
    const items = []
    for (let next = ''; ;) {
      const page = await this.json(path + (next && (path.includes('?') ? '&' : '?') + next))
      items.push(...page.items)
      if (!page.next) return items
      next = new URLSearchParams(page.next.split?.('?')?.[1] ?? { after: page.next }).toString()
    }
  }
}

/** Everybody that the demo lets in without a password: id, name, roles of the service; guards: names of partnerships. */
export async function personas (base) {
  const page = (await new Visitor(base).get('/sign-in')).body
  const people = new Map()
  const service = page.indexOf('Data guardians and administrators')
  for (const found of page.matchAll(/<strong>([^<]*)<\/strong><br>([^<]*)<\/div>.*?name="person" value="([^"]*)"/g)) {
    const [, name, post, id] = found
    const known = people.get(id) ?? { id, name, guards: new Set(), administrator: false }
    const guarded = post.match(/^Data guardian, (.*)$/)
    if (found.index > service && guarded) known.guards.add(guarded[1])
    if (found.index > service && /administrator/i.test(post)) known.administrator = true
    people.set(id, known)
  }
  return [...people.values()]
}

export async function signIn (base, person) {
  const answer = await new Visitor(base).ask('POST', '/sign-in/persona', { form: { person, then: '/work' } })
  check(answer.status === 303, `${person} cannot sign in: ${answer.status}`)
  const visitor = new Visitor(base, { name: person, cookie: answer.headers['set-cookie'][0].split(';')[0] })
  const form = (await visitor.get('/sign-out')).body
  visitor.formToken = /name="_token" value="([^"]*)"/.exec(form)[1]
  return visitor
}

/** Runs the tasks, `width` at a time. */
export async function together (tasks, run, width = 8) {
  const waiting = tasks[Symbol.iterator]()
  await Promise.all(Array.from({ length: width }, async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await run(next.value)
  }))
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a page says, as text; attributes are left out. */
export function wordsOf (html) {
  return html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name])
}

export function unescaped (html) {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name])
}

/** What a PDF says, in one line; nothing where there is no program that could tell. */
export function wordsOfPaper (bytes) {
  try {
    return execFileSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 64 << 20, stdio: ['pipe', 'pipe', 'ignore'] }).toString().replace(/-\n/g, '').replace(/\s+/g, ' ')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}
