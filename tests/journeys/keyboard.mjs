// Through a page by the Tab key alone: everything is reached, in the order it is read, and shows that it has the focus.

/** What can have the focus, in the order of the page; of a group of radios one is enough. */
const expected = page => page.evaluate(() => {
  const groups = new Set()
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(one => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false
    if (one.type !== 'radio') return true
    if (groups.has(one.name)) return false
    groups.add(one.name)
    return true
  })
  all.forEach((one, at) => one.setAttribute('data-walked', at))
  return all.map(one => one.outerHTML.slice(0, 110))
})

const focused = page => page.evaluate(() => {
  const one = document.activeElement
  if (!one || one === document.body) return undefined
  const from = one.type === 'radio' && !one.hasAttribute('data-walked') ? document.querySelector(`[data-walked][name="${CSS.escape(one.name)}"]`) : one
  const within = one.matches('button') ? one.querySelectorAll('span') : []  // where an accordion shows it
  const shown = [one, one.nextElementSibling, ...within].filter(Boolean).flatMap(box => [getComputedStyle(box), getComputedStyle(box, '::before')])
    .some(style => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0))
  const { top, bottom, width } = one.getBoundingClientRect()
  return { at: Number(from?.getAttribute('data-walked') ?? -1), html: one.outerHTML.slice(0, 110), shown, seen: width > 0 && bottom > 0 && top < innerHeight }
})

async function skips (page) {
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0) })
  await page.locator('.govuk-skip-link').focus()
  const seen = await page.locator('.govuk-skip-link').evaluate(one => one.getBoundingClientRect().height > 10)
  await page.keyboard.press('Enter')
  const there = await page.evaluate(() => {
    const led = document.activeElement?.id === 'main-content' || location.hash === '#main-content'
    history.replaceState(null, '', location.pathname + location.search)
    return led
  })
  return [...(seen ? [] : ['the skip link is not seen when it has the focus']), ...(there ? [] : ['the skip link does not lead to the content'])]
}

export async function walk (page) {
  const all = await expected(page)
  await page.evaluate(() => { document.activeElement?.blur(); getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') })
  const reached = []
  const found = []
  for (let step = 0; step < all.length + 5; ++step) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (!now || (reached.length && now.at === reached[0])) break
    if (!now.shown) found.push(`the focus does not show on ${now.html}`)
    if (!now.seen) found.push(`what has the focus is out of sight: ${now.html}`)
    reached.push(now.at)
  }
  all.forEach((html, at) => { if (!reached.includes(at)) found.push(`the keyboard does not reach ${html}`) })
  const order = reached.filter(at => at >= 0)
  if (order.some((at, nth) => nth > 0 && at < order[nth - 1])) found.push(`the keyboard goes back and forth: ${order}`)
  await page.evaluate(() => document.querySelectorAll('[data-walked]').forEach(one => one.removeAttribute('data-walked')))
  return [...found, ...await skips(page)]
}
