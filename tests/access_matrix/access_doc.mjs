// The table in docs/access.md is what the program prints, and the second statement of the rules agrees with
// it for every relation, act, phase and release.
// Run: CONCORDAT_PROGRAM=build/release/concordat node tests/access_matrix/access_doc.mjs
import { readFileSync } from 'node:fs'
import { check, command } from './program.mjs'
import { mayOf, relations } from './rules.mjs'

const table = command('access')
check(readFileSync('docs/access.md', 'utf8').endsWith('\n\n' + table), "docs/access.md does not end with what 'concordat access' prints")

const acts = {
  existence: 'that it exists',
  registerRow: 'its row in lists and the register',
  open: 'stage, dates, duties, who acts',
  narrative: 'what people wrote',
  identity: 'who the child and family are',
  corrected: 'what stood there before a correction',
  act: 'act, as the policy says',
  reads: 'the log of reads',
  release: 'open identity for oneself'
}
const { rules } = JSON.parse(command('access', '--json'))
for (const { relation } of rules) check(relations.includes(relation), `the program knows "${relation}", the second statement does not`)
let compared = 0
for (const relation of relations) {
  for (const phase of ['open', 'settled', 'closed', 'withdrawn', 'handed-over']) {
    for (const released of [true, false]) {
      const may = mayOf({ relations: new Set([relation]), phase, released })
      const holds = { always: true, 'once released to them': released, 'while it is open or settled': phase === 'open' || phase === 'settled' }
      for (const [name, words] of Object.entries(acts)) {
        const rule = rules.find(each => each.relation === relation && each.action === words)
        check(!rule || rule.when in holds, `the second statement does not know "${rule?.when}"`)
        const allowed = Boolean(rule && holds[rule.when])
        check(allowed === may[name], `${relation}, ${phase}, ${released ? '' : 'not '}released: the program ${allowed ? 'allows' : 'denies'} "${words}", the second statement does not`)
        ++compared
      }
    }
  }
}
console.log(`ok - docs/access.md is what the program prints; ${compared} rulings agree`)
