// Which journey each policy has. The pages said so; that they still do is asserted.
const absent = {
  'a panel': ['Harbour Point', 'Kestrel Vale', 'Marshside', 'Millbeck'],
  'mediation': ['Ashcombe', 'Harbour Point', 'Marshside', 'Millbeck'],
  'straight to a higher stage': ['Harbour Point', 'Millbeck'],
  'not the way for that (ALL-9)': ['Ashcombe', 'Kestrel Vale', 'Marshside', 'Millbeck']
}

const expected = ({ partnership, title }) => (absent[title] ?? []).some(name => partnership.startsWith(name)) ? 'not in this policy' : 'yes'

export function print (results) {
  const partnerships = [...new Set(results.map(one => one.partnership))].sort()
  const short = name => name.split(' Safeguarding')[0]
  const said = (title, partnership) => {
    const of = results.filter(one => one.title === title && one.partnership === partnership).map(one => one.result.startsWith('failed') ? 'FAILED' : one.result)
    return [...new Set(of)].join(' / ')
  }
  console.log('\n' + ['journey'.padEnd(64), ...partnerships.map(name => short(name).padEnd(19))].join(''))
  for (const title of new Set(results.map(one => one.title))) {
    console.log([title.padEnd(64), ...partnerships.map(name => said(title, name).padEnd(19))].join(''))
  }
}

/** Where a result is another than expected; and, unless only some were asked for, where a policy or a mode is missing. */
export function unexpected (results, only_some) {
  const wrong = results.filter(one => one.result !== expected(one)).map(one => `${one.partnership}: ${one.title}, ${one.mode}: ${one.result}, expected ${expected(one)}`)
  const titles = new Set(results.map(one => one.title))
  if (!only_some && results.length !== titles.size * 10) wrong.push(`${results.length} results of ${titles.size} journeys through five policies in two modes`)
  return wrong
}
