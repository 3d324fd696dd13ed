// The packs under a validator that knows nothing of the program, and broken packs that it refuses.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import test from 'node:test'
import assert from 'node:assert/strict'

const require = createRequire(new URL('../../assets/', import.meta.url))
const Ajv = require('ajv/dist/2020').default
const { parse } = require('yaml')

const schema = JSON.parse(readFileSync('docs/pack.schema.json', 'utf8'))
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema)

function packsBelow (folder) {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return packsBelow(path)
    return name === 'policy.yaml' ? [path] : []
  })
}

const errorsOf = pack => (validate(pack) ? [] : validate.errors.map(e => `${e.instancePath} ${e.message}`))
const read = path => parse(readFileSync(path, 'utf8'))
const sample = () => read('packs/north-tyneside/policy.yaml')

const packs = packsBelow('packs')

test('there are packs to look at', () => assert.ok(packs.length >= 5))

for (const path of packs) {
  test(`${path} fits the schema`, () => assert.deepEqual(errorsOf(read(path)), []))
}

const broken = {
  'a key that the language does not know': pack => { pack.stages[0].colour = 'red' },
  'a pack without stages': pack => { delete pack.stages },
  'a stage without a label': pack => { delete pack.stages[0].label },
  'a limit without a unit': pack => { pack.nag = '5' },
  'days that leave open which count': pack => { pack.stages[1].clock.within = '5 days' },
  'a convention that nobody knows': pack => { pack.convention.name = 'day_one_is_tomorrow' },
  'somebody whom the language does not know': pack => { pack.stages[1].duties[0].by = 'the manager' },
  'a fact that cannot happen': pack => { pack.duties[0].on = ['forgotten'] },
  'a question that a condition cannot ask': pack => { pack.starts[0].if = {weather: 'rain'} },
  'a number of nothing': pack => { pack.starts[0].if = {at_least: 2} },
  'an empty list': pack => { pack.tiers = [] },
  'a key with a space in it': pack => { pack.stages[0].key = 'stage one' },
  'a date in words': pack => { pack.effective_from = 'next spring' },
  'true in place of yes': pack => { pack.stages[0].formal = true },
  'text where a list belongs': pack => { pack.stages[0].duties = 'none' },
}

test('the sample that is broken below is sound', () => assert.deepEqual(errorsOf(sample()), []))

for (const [name, spoil] of Object.entries(broken)) {
  test(`the schema refuses ${name}`, () => {
    const pack = sample()
    spoil(pack)
    assert.notEqual(errorsOf(pack).length, 0)
  })
}

test('a pack laid over another says only what differs, and not just anything', () => {
  const overlay = { policy: 'over', edition: '1', title: 'Over', owner: 'Us', source: 'Here', extends: 'below', clauses: { 1: 'All' } }
  const stages = [{ key: 'one', after: 'nought', clock: { within: '3 working days', clause: '1' } }]
  assert.deepEqual(errorsOf({ ...overlay, stages }), [])
  assert.notEqual(errorsOf({ ...overlay, stages: [{ clock: { within: '3 working days' } }] }).length, 0)
  assert.notEqual(errorsOf({ ...overlay, stages: [{ key: 'one', colour: 'red' }] }).length, 0)
})

// What an editor shows beside every key that can be written.
test('every key is explained', () => {
  const records = Object.values(schema.$defs).filter(part => part.properties)
  for (const record of records) {
    for (const [key, property] of Object.entries(record.properties)) {
      assert.ok(property.title && property.description, `${record.title}: ${key}`)
    }
  }
})
