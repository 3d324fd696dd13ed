import { createAll, initAll } from './govuk-frontend.min.js'

initAll()
// What a radio brings to light is said by GOV.UK Frontend with a state that ARIA does not give to radios.
const unsaid = () => { for (const radio of document.querySelectorAll('.govuk-radios__input[aria-expanded]')) radio.removeAttribute('aria-expanded') }
unsaid()
document.addEventListener('click', unsaid)
window.addEventListener('pageshow', unsaid)
// Only a few pages have a pattern of MOJ's.
if (document.querySelector('[data-module="moj-alert"], [data-module="moj-date-picker"], [data-module="moj-sortable-table"]')) {
  const { Alert, DatePicker, SortableTable } = await import('./moj-frontend.min.js')
  for (const Pattern of [Alert, DatePicker, SortableTable]) createAll(Pattern)
}
