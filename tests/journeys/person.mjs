// One window in which the people of a partnership take turns, each with a session of their own.
import { check } from './house.mjs'
import { fillIn } from './fill.mjs'

const settings = { locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' }

/** Whatever the console complains of, and every answer of 500 and above, is kept and fails the look at the page. */
export function listen (page) {
  page.complaints = []
  page.on('pageerror', error => page.complaints.push(`script: ${error.message}`))
  page.on('console', message => { if (message.type() === 'error' && !/ 4[0-9][0-9] /.test(message.text())) page.complaints.push(message.text()) })
  page.on('response', answer => {
    if (answer.status() >= 500) page.complaints.push(`${answer.status()} ${answer.url()}`)
    const html = /text\/html/.test(answer.headers()['content-type'] ?? '')
    if (html && answer.request().isNavigationRequest() && (answer.status() < 300 || answer.status() >= 400)) {
      page.status = answer.status()
      page.body = answer.text().catch(() => undefined)
    }
  })
}

export async function openDesk (house, { scripts = true, width = 1280, looks } = {}) {
  const look = looks ? looks.of(scripts) : async () => {}
  const context = await house.browser.newContext({ ...settings, viewport: { width, height: 900 }, javaScriptEnabled: scripts })
  const page = await context.newPage()
  listen(page)
  return new Desk(house, context, page, look)
}

export class Desk {
  constructor (house, context, page, look) {
    Object.assign(this, { house, context, page, look, base: house.base, sessions: new Map(), who: undefined })
  }

  async close () { await this.context.close() }

  async open (path) {
    await this.page.goto(path.startsWith('http') ? path : this.base + path)
    await this.look(this.page)
  }

  /** Everybody whom the demo lets in, with their post and agency, by partnership. */
  async everybody () {
    await this.page.goto(this.base + '/sign-in')
    return await this.page.locator('main details').evaluateAll(lists => lists.map(list => ({
      partnership: list.querySelector('summary').textContent.trim(),
      people: [...list.querySelectorAll('li strong')].map(name => {
        const said = name.parentElement.textContent
        return { name: name.textContent.trim(), post: said.replace(name.textContent, '').trim() }
      })
    })))
  }

  /** Sits down as that person; signs in by the page the first time. */
  async become (partnership, name) {
    if (this.who === name) return
    await this.context.clearCookies()
    this.who = undefined
    if (!this.sessions.has(name)) {
      await this.page.goto(this.base + '/sign-in')
      const list = this.page.locator('main details', { hasText: partnership }).first()
      await list.locator('summary').click()
      await list.locator('li', { hasText: name }).first().locator('button').click()
      check(this.page.url().startsWith(this.base + '/work'), `signing in as ${name} led to ${this.page.url()}`)
      this.sessions.set(name, await this.context.cookies())
    } else {
      await this.context.addCookies(this.sessions.get(name))
    }
    this.who = name
  }

  /** The page as that person would get it, without a window: to see who is offered what. */
  async glance (partnership, name, path) {
    if (!this.sessions.has(name)) await this.become(partnership, name)
    const cookie = this.sessions.get(name).map(one => `${one.name}=${one.value}`).join('; ')
    const answer = await fetch(this.base + path, { headers: { cookie }, redirect: 'manual' })
    return answer.status === 200 ? await answer.text() : ''
  }

  /** Follows a link of the page in front, fills in what it asks, sends it. */
  async act (link, given = {}) {
    const way = this.page.locator(`main a[href="${link.href}"]`).first()
    await way.evaluate(a => {
      if (a.closest('details')) a.closest('details').open = true
      a.closest('.govuk-accordion__section')?.querySelector('button[aria-expanded=false]')?.click()
    })
    await way.click()
    await this.look(this.page)
    await fillIn(this.page, given)
    await this.page.locator('main form button', { hasText: /Record it|Continue/ }).click()
    if (await this.page.locator('main form button', { hasText: 'Change your answers' }).count()) {
      await this.look(this.page)
      await this.page.locator('main form button', { hasText: 'Record it' }).click()
    }
    const problem = this.page.locator('.govuk-error-summary')
    check(await problem.count() === 0, `${link.title}: ${await problem.count() ? await problem.innerText() : ''}`)
    check(this.page.url().includes('?done='), `${link.title} led to ${this.page.url()}`)
    await this.look(this.page)
  }
}
