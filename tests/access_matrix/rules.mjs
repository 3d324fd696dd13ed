// Who may see what, said a second time from the words of the design, with no look at the program's table.
// What is asked of a person: how they stand to a disagreement follows from what the disagreement's own
// history says in the open, and from the directory. What they may see follows from how they stand.

export const relations = ['raiser', 'raising side', 'receiving side', 'manager of a side', 'case role',
  'meeting member', 'business manager', 'chair', 'data guardian', 'administrator', 'none']

const onASide = ['raiser', 'raising side', 'receiving side', 'manager of a side']
const ofTheOffice = ['business manager', 'chair']
const asked = ['case role', 'meeting member']

/** Posts of the directory, and who holds or deputises in them today; both as the console exports them. */
export class Directory {
  constructor (posts, holdings, today) {
    this.posts = new Map(posts.map(post => [post.key, post]))
    this.heldBy = new Map()
    for (const { post, person, from, until } of holdings) {
      if ((from && from > today) || (until && until < today)) continue
      const id = person.split('@')[0]
      if (!this.heldBy.has(id)) this.heldBy.set(id, new Set())
      this.heldBy.get(id).add(post)
    }
  }

  held (person) { return this.heldBy.get(person) ?? new Set() }

  /** Everybody whose line of reports this post stands in. */
  above (post) {
    const line = new Set()
    for (let next = this.posts.get(post)?.reports_to; next && !line.has(next); next = this.posts.get(next)?.reports_to) line.add(next)
    return line
  }

  /** Who answers for a post: whoever holds it and may know of it, else in the same way the post above it. */
  answering (post, excluded) {
    const inPost = one => [...this.heldBy].filter(([person, posts]) => posts.has(one) && !excluded.has(person)).map(([person]) => person)
    for (const one of [post, ...this.above(post)]) if (inPost(one).length > 0) return inPost(one)
    return []
  }
}

const safeguardingLeads = ['designated-safeguarding-lead', 'safeguarding-lead']
const heads = ['independent-chair', 'chair', 'executive']

/** The posts in each part of one disagreement, from its events and duties. */
export function partsOf ({ partnership, events, duties }) {
  const parts = { raiser: new Set(), raising: new Set(), receiving: new Set(), asked: new Set(), meeting: new Set(), office: new Set() }
  const add = (part, post) => { if (post) parts[part].add(post) }
  for (const event of events) {
    const { happening, answers } = event
    if (happening === 'raised') {
      add('raiser', answers.raiser_post[0])
      add('raising', answers.raiser_post[0])
      add('office', answers['office:business-manager']?.[0])
    }
    for (const [name, [post]] of Object.entries(answers)) {
      if (name.startsWith('party:') || (happening === 'stage-opened' && name.startsWith('receiving_post:'))) add('receiving', post)
      if (happening === 'stage-opened' && name === 'raising_post') add('raising', post)
    }
    if (happening === 'role-named') add('asked', answers.post[0])
    if (happening === 'convened' || happening === 'held') for (const member of answers.members ?? []) add('meeting', member)
    if (happening === 'reassigned') {
      for (const side of ['raising', 'receiving']) if (parts[side].has(answers.from[0])) add(side, answers.to[0])
      if (parts.raiser.has(answers.from[0])) add('raiser', answers.to[0])
    }
  }
  const sides = new Set([...parts.raising, ...parts.receiving])
  for (const duty of duties) {
    for (const post of [duty.owner, ...(duty.done_at ? duty.to : [])]) if (post && !sides.has(post.id)) add('asked', post.id)
    for (const post of duty.or_by ?? []) if (!sides.has(post.id)) add('asked', post.id)
  }
  for (const post of sides) parts.asked.delete(post)
  return { ...parts, partnership, sides }
}

/** `excluded`: the people who must not learn of it. */
export function relationsOf (person, parts, directory, excluded = new Set()) {
  const held = directory.held(person.id)
  const holds = posts => [...posts].some(post => held.has(post))
  const found = new Set()
  if (holds(parts.raiser)) found.add('raiser')
  if (holds(parts.raising)) found.add('raising side')
  if (holds(parts.receiving)) found.add('receiving side')
  const agencies = new Set([...parts.sides].map(post => directory.posts.get(post)?.agency))
  const leads = [...held].some(post => safeguardingLeads.includes(directory.posts.get(post)?.kind) && agencies.has(directory.posts.get(post).agency))
  const answersForThem = [...parts.sides].some(post => !held.has(post) && holds(directory.above(post)))
  if (leads || answersForThem) found.add('manager of a side')
  if (holds(parts.asked) || [...parts.asked].some(post => directory.answering(post, excluded).includes(person.id))) found.add('case role')
  if (holds(parts.meeting)) found.add('meeting member')
  for (const post of held) {
    const { agency, kind } = directory.posts.get(post)
    if (agency !== parts.partnership) continue
    if (kind === 'business-manager') found.add('business manager')
    if (heads.includes(kind)) found.add('chair')
  }
  if (holds(parts.office)) found.add('business manager')
  if (isGuardian(person, parts.partnership)) found.add('data guardian')
  if (person.administrator) found.add('administrator')
  if (found.size === 0) found.add('none')
  return found
}

/** What somebody may see and do. `standing`: {relations, excluded, phase, released}. */
export function mayOf ({ relations, excluded = false, phase = 'open', released = false }) {
  const is = (...some) => !excluded && some.some(one => relations.has(one))
  const underWay = phase === 'open' || phase === 'settled'
  const needsToKnow = is(...onASide, ...asked, ...ofTheOffice)
  // What was convened is over when the disagreement is.
  const inMeeting = is('meeting member') && underWay
  const reads = is(...onASide, ...ofTheOffice, 'case role') || inMeeting
  const release = is(...ofTheOffice, 'case role', 'data guardian') || inMeeting
  const knows = needsToKnow || is('data guardian')
  return {
    existence: knows,
    registerRow: knows,
    open: knows,
    narrative: reads,
    // Sides know the child. Everybody else asks for it, with a reason, once.
    identity: is(...onASide) || (released && knows),
    corrected: is('data guardian'),
    reads: is('data guardian'),
    act: reads,
    release
  }
}

/** The demo names its partnerships after their keys: "kestrel-vale" is the "Kestrel Vale Safeguarding …". */
export function isGuardian (person, partnership) {
  return [...person.guards].some(name => name.toLowerCase().replaceAll(' ', '-').startsWith(partnership + '-'))
}

/** Who may see the register of a partnership; excluded or not, since a row is left out, not the register. */
export function mayReadRegister (person, partnership, directory) {
  if (isGuardian(person, partnership)) return true
  return [...directory.held(person.id)].some(post => {
    const { agency, kind } = directory.posts.get(post)
    return agency === partnership && (kind === 'business-manager' || heads.includes(kind))
  })
}
