// What the templates of GOV.UK and MOJ Frontend themselves make of our option sets, and of a whole page.
//   node tests/govuk/goldens.mjs            writes goldens.json
//   node tests/govuk/goldens.mjs --check    fails where goldens.json is not what would be written
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

process.env.TZ = 'Europe/London'
const here = import.meta.dirname
const require = createRequire(join(here, '../../assets/package.json'))
const nunjucks = require('nunjucks')
const dist = (name) => dirname(dirname(require.resolve(`${name}/package.json`)))
const folders = [join(dist('govuk-frontend'), 'govuk-frontend/dist'), join(dist('@ministryofjustice/frontend'), 'frontend')]
const environment = nunjucks.configure(folders, { autoescape: true, trimBlocks: true, lstripBlocks: true })
const filters = require('@ministryofjustice/frontend/moj/filters/all.js')()
for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)

const read = (name) => JSON.parse(readFileSync(join(here, name), 'utf8'))
const camel = (name) => name.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase())

function rendered(brand, component, options) {
  const macro = brand + camel(component)
  const source = `{% from "${brand}/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`
  return environment.renderString(source, { options }).trim()
}

// MOJ has no template for a sortable table: it is a table of GOV.UK with marks for the script.
const brandOf = (component) => (component === 'sortable-table' ? ['govuk', 'table'] : ['moj', component])

function goldens(sets, brandAndName) {
  const all = {}
  for (const [component, list] of Object.entries(sets)) {
    const [brand, name] = brandAndName(component)
    all[component] = list.map(({ name: title, options }) => ({
      name: title, options, html: rendered(brand, name, options)
    }))
  }
  return all
}

const pages = read('page-options.json').map(({ name, options }) => ({
  name, options, html: environment.renderString(readFileSync(join(here, 'page.njk'), 'utf8'), options).trim()
}))
const text = JSON.stringify({
  govuk: goldens(read('govuk-options.json'), (component) => ['govuk', component]),
  moj: goldens(read('moj-options.json'), brandOf),
  page: pages
}, null, 1) + '\n'

const target = join(here, 'goldens.json')
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('goldens.json is not what the packages make of the option sets: run node tests/govuk/goldens.mjs')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
