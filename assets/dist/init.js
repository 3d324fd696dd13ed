import { createAll, initAll } from './govuk-frontend.min.js'

initAll()
// Only a few pages have a pattern of MOJ's.
if (document.querySelector('[data-module^="moj-"]')) {
  const { Alert, DatePicker, SortableTable } = await import('./moj-frontend.min.js')
  for (const Pattern of [Alert, DatePicker, SortableTable]) createAll(Pattern)
}
