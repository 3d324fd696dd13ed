// What was seen on the way: each kind of page is inspected once, every body that differs goes to the HTML checker.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { check } from './house.mjs'
import { inspect, kind_of, state_of } from './inspect.mjs'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))

/** A page with one of each fault. */
const faulty = `<!doctype html><html lang="en"><head><title>Faults</title></head><body class="govuk-frontend-supported">
  <a class="govuk-skip-link" href="#nowhere" style="position: absolute; height: 1px; overflow: hidden">Skip</a>
  <main id="main-content"><h1>Faults</h1><img src="data:,"><p style="width: 900px; color: #aaa">Wide and faint</p><p style="width: 60rem">Wide with large text</p>
  <button class="govuk-button" style="border: 0">No edge</button><a href="#main-content" style="outline: none">Quiet</a>
  <div class="govuk-error-summary" tabindex="-1"><a href="#gone">Gone</a></div></main></body></html>`
const faults = ['image-alt', 'color-contrast', 'at 320 pixels', 'with large or spaced text', 'in forced colours', 'on paper there is', 'the focus does not show', 'the skip link does not lead',
  'the title does not say', 'has not the focus', 'leads nowhere']

/** Whoever finds nothing on the pages of the program has to find what is wrong with this one. */
export async function tell_faults (house) {
  const page = await (await house.browser.newContext()).newPage()
  page.complaints = []
  await page.route('**/faulty', route => route.fulfill({ contentType: 'text/html', body: faulty }))
  await page.goto(house.base + '/faulty')
  const said = await inspect(page, { scripts: true }).then(() => '', error => error.message)
  const missed = faults.filter(fault => !said.includes(fault))
  check(missed.length === 0, `a faulty page passes: ${missed.join(', ')}`)
  await page.context().close()
}

export class Looks {
  constructor (folder) {
    Object.assign(this, { kinds: new Map(), bodies: join(folder, 'bodies'), kept: new Map(), problems: [] })
    mkdirSync(this.bodies)
  }

  /** For a desk: called after every step with its page. Problems are gathered, so that one page does not hide the next. */
  of (scripts) {
    return async page => {
      const kind = `${kind_of(page.url(), await page.title(), page.status)}${await state_of(page)}${scripts ? '' : ' without scripts'}`
      this.keep_body(kind, await page.body)
      if (this.kinds.has(kind)) return
      this.kinds.set(kind, page.url())
      try { await inspect(page, { scripts }) } catch (error) { this.problems.push(`${kind}: ${error.message}`) }
      page.complaints.length = 0
    }
  }

  /** Once each, but for what every page has of its own: references, ids and tokens. */
  keep_body (kind, body) {
    if (!body) return
    const print = createHash('sha256').update(body.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}|[0-9a-f]{16,}|[A-Za-z0-9_-]{30,}/g, '')).digest('hex')
    if (this.kept.has(print)) return
    this.kept.set(print, kind)
    writeFileSync(join(this.bodies, `${print}.html`), body)
  }

  /** The Nu HTML checker on every body at once. */
  check_markup () {
    const jar = require.resolve('vnu-jar/build/dist/vnu.jar')
    const files = readdirSync(this.bodies).map(name => join(this.bodies, name))
    if (files.length === 0) return 0
    const ran = spawnSync('java', ['-Xss2m', '-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', '--stdout', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
    check(ran.status === 0, `the HTML checker did not run: ${ran.stderr ?? ran.error}`)
    for (const one of JSON.parse(ran.stdout).messages) {
      const kind = this.kept.get(/([0-9a-f]{64})\.html/.exec(one.url)?.[1])
      this.problems.push(`markup of ${kind}: ${one.message} ${one.extract ?? ''}`)
    }
    return files.length
  }
}
