import { createAll, initAll } from './govuk-frontend.min.js'

initAll()
// Only a few pages have a pattern of MOJ's.
if (document.querySelector('[data-module="moj-alert"], [data-module="moj-date-picker"], [data-module="moj-sortable-table"]')) {
  const { Alert, DatePicker, SortableTable } = await import('./moj-frontend.min.js')
  for (const Pattern of [Alert, DatePicker, SortableTable]) createAll(Pattern)
}
