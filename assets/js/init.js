import { createAll, initAll } from './govuk-frontend.min.js'
import { Alert, DatePicker, SortableTable } from './moj-frontend.min.js'

initAll()
for (const Pattern of [Alert, DatePicker, SortableTable]) createAll(Pattern)
