import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { SECTIONS } from '@/lib/mentors/policy'
import { createTalk, type Talk } from '../factories/talk'
import { createGrant } from '../factories/user'
import { callsByHand } from '../support/e2e/action-calls'
import { actionOf, answersIn, type BuiltAction, builtActions } from '../support/e2e/actions'
import { formsIn } from '../support/e2e/forms'
import { inLanes } from '../support/e2e/lanes'
import type { People, Person, Worker } from '../support/e2e/people'
import { dataRoutes } from '../support/e2e/routes'
import { rowsOf } from '../support/e2e/rows'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

/*
 * Every action that the build answers to, called by its id as a page's script calls it: with what stands in Ana's own forms
 * and in her mentor's, by everyone who is neither. What pages show is tried by access-matrix.spec.ts, forms without script
 * by isolation.spec.ts.
 */

/** One call: the action, the page on which its form stands, and what is in it. */
type Call = BuiltAction & {
  path: string
  fields: readonly (readonly [string, string])[]
  isAboutHer: boolean
}

/** What is typed where a form is empty, so that a call is refused for who sends it and not for a missing word. */
const TYPED: Readonly<Record<string, string>> = {
  title: 'Late',
  body: 'Late',
  text: 'Late',
  question: 'Late',
  name: 'Late',
  note: 'Late',
  answer: 'Late',
  reason: 'place',
  on: '2026-11-10',
  takenOn: '2026-05-20',
  date: '2026-12-01',
  time: '09:00',
  author: 'us_geneticist',
  state: 'promised',
  status: 'applied',
  value: 'yes',
}

/** What a person chooses where the form sends nothing until they do. */
const CHOSEN: Readonly<Record<string, readonly [string, string]>> = {
  closeCycleAction: ['outcome', 'withdrew'],
  snoozeAction: ['until', '2026-12-24'],
}

function typed(action: BuiltAction, fields: readonly [string, string][]): [string, string][] {
  const chosen = CHOSEN[action.name]
  const filled = fields.map(([name, value]): [string, string] => [name, value || (TYPED[name] ?? '')])
  const isSilent = chosen && action.access === 'own' && fields.every(([name]) => name !== chosen[0])
  return isSilent ? [...filled, [...chosen]] : filled
}

/** Each action once or more: with every form of it that names a thing of hers of another kind. */
async function callsOf(
  { owner, origin, ana }: { owner: postgres.Sql; origin: string; ana: Worker },
  mentor: Person,
  talk: Talk,
): Promise<Call[]> {
  const actions = builtActions()
  const byId = new Map(actions.map((action) => [action.id, action]))
  const byHand = await callsByHand(owner, ana, talk)
  const hers = new Set(JSON.stringify(await rowsOf(owner, ana.userId)).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
  const isAboutHer = (fields: Call['fields']) =>
    fields.some(([, value]) => (value.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).some((id) => hers.has(id)))
  const calls = new Map<string, Call>()
  const keep = (action: BuiltAction, path: string, fields: Call['fields']) => {
    const kind = fields.find(([name]) => name === 'kind')?.[1] ?? ''
    const key = `${action.id} ${action.access === 'pair' ? kind : ''}`
    const call = { ...action, path, fields, isAboutHer: isAboutHer(fields) }
    if (!calls.get(key)?.isAboutHer) calls.set(key, call)
  }
  const read = async (person: Person, isWanted: (pattern: string) => boolean) => {
    const visitor = new Visitor(origin, person)
    const routes = dataRoutes(ana.work, ana.userId).filter(({ pattern }) => isWanted(pattern))
    await inLanes(routes, async ({ path }) => {
      for (const form of formsIn((await visitor.get(path)).body)) {
        const action = byId.get(actionOf(form) ?? '')
        if (action) keep(action, path, typed(action, answersIn(form)))
      }
    })
  }
  await Promise.all([
    read(ana, (pattern) => !pattern.startsWith('/mentees')),
    read(mentor, (pattern) => pattern.startsWith('/mentees') || pattern === '/settings/mentoring'),
  ])
  for (const action of actions) {
    const fields = byHand[`${action.place.split('/')[1]}/${action.name}`] ?? byHand[action.name]
    const isFound = [...calls.values()].some(({ id }) => id === action.id)
    if (fields && !isFound) keep(action, '/home', Object.entries(fields))
  }
  return [...calls.values()]
}

async function mentorOf(
  { people, owner, ana }: { people: People; owner: postgres.Sql; ana: Worker },
  grant: Partial<Parameters<typeof createGrant>[1]>,
  programIds: string[] = [],
): Promise<Person> {
  const mentor = await people.member()
  await createGrant(owner, { applicant: ana, mentor, ...grant })
  await owner`update mentor_seats set institution = ${programIds.length > 0 ? 'A hospital' : null}, program_ids = ${programIds}
    where user_id = ${mentor.userId}`
  return mentor
}

test('every action of the build, called by its id, does nothing to anyone else’s rows, whoever calls it', async ({
  people,
  owner,
  origin,
}) => {
  test.setTimeout(180_000)
  const ana = await people.memberAtWork()
  const of = { people, owner, ana, origin }
  const rao = await mentorOf(of, { comment: [...SECTIONS] })
  const [practiceId = ''] = ana.work.practiceIds
  const talk = await createTalk(owner, {
    applicantId: ana.userId,
    mentorId: rao.userId,
    practiceId,
    marker: ana.marker,
  })
  const calls = await callsOf(of, rao, talk)
  const called = new Set(calls.map(({ id }) => id))
  expect(
    builtActions()
      .filter(({ id }) => !called.has(id))
      .map(({ place, name }) => `${place} ${name}`),
    'Say in tests/support/e2e/action-calls.ts how these are called',
  ).toEqual([])

  const [listed] = await owner<{ id: string }[]>`
    select program_id as id from list_entries where id = ${ana.work.entryIds[0] ?? ''}`
  const elsewhere = await people.memberAtWork({ programs: 2 })
  await createGrant(owner, { applicant: elsewhere, mentor: rao, comment: [...SECTIONS] })
  const link = async (days: number) => {
    const token = crypto.randomUUID()
    await owner`insert into share_links (applicant_id, token_hash, label, applicant_name, read_sections, expires_at)
      values (${ana.userId}, ${createHash('sha256').update(token).digest('base64url')}, 'A dean', 'Ana', '{exams,list}',
        now() + make_interval(days => ${days}))`
    return `/look/${token}`
  }
  const stranger = await people.member()
  await createGrant(owner, { applicant: elsewhere, mentor: stranger, comment: [...SECTIONS] })
  const aboutHer = calls.filter(({ isAboutHer }) => isAboutHer)
  expect(aboutHer.length, 'calls that name a row of hers').toBeGreaterThan(110)
  const onePerFile = aboutHer.filter(
    ({ place, access }, index) =>
      access === 'pair' || aboutHer.findIndex((other) => other.place === place) === index,
  )
  type Caller = { who: string; person: Person | null; calls: Call[]; from?: string; mayLeave?: true }
  const callers: Caller[] = [
    { who: 'someone signed out', person: null, calls: aboutHer },
    { who: 'a guest', person: await people.guest(), calls: aboutHer },
    { who: 'a mentor of somebody else', person: stranger, calls },
    {
      who: 'a mentor who may read',
      person: await mentorOf(of, { read: [...SECTIONS] }),
      calls: aboutHer,
      mayLeave: true,
    },
    {
      who: 'a mentor in conflict',
      person: await mentorOf(of, { read: [...SECTIONS] }, [listed?.id ?? '']),
      calls: aboutHer,
      mayLeave: true,
    },
    {
      who: 'a mentor whose grant is revoked',
      person: await mentorOf(of, { comment: [...SECTIONS], revokedAt: new Date() }),
      calls: aboutHer,
    },
    {
      who: 'a mentor whose grant has expired',
      person: await mentorOf(of, { comment: [...SECTIONS], expiresAt: new Date(Date.now() - 1000) }),
      calls: aboutHer,
    },
    { who: 'whoever holds a link', person: null, calls: onePerFile, from: await link(7) },
    { who: 'whoever holds a link that has ended', person: null, calls: onePerFile, from: await link(-1) },
  ]
  const draft = `/documents/statements/${ana.work.statementId}/draft`
  const stored = JSON.parse((await new Visitor(origin, ana).get(draft)).body) as { stamp: number }
  // Who may read is noted when a page is drawn anew behind an action.
  const rowsButLooks = async () => {
    const { looks: _, ...rows } = await rowsOf(owner, ana.userId)
    return rows
  }
  const before = await rowsButLooks()
  for (const { who, person, calls: theirs, from, mayLeave } of callers) {
    // Whoever signs out by it goes last.
    const inOrder = theirs.toSorted(
      (a, b) => Number(a.name === 'signOutAction') - Number(b.name === 'signOutAction'),
    )
    const problems: string[] = []
    await inLanes(inOrder, async (call) => {
      // One may always stop being a mentor; that ends one's own access.
      if (call.name === 'leaveMenteeAction' && mayLeave) return
      const visitor = new Visitor(origin, person)
      const { status, state, body } = await visitor.call(from ?? call.path, call.id, call.fields)
      const say = (problem: string) => problems.push(`${call.place} ${call.name} ${problem}`)
      if (status >= 500) say(`fails with ${status}`)
      // What was sent comes back to who sent it; nothing else of hers does.
      const isSent = call.fields.some(([, value]) => value.includes(ana.marker))
      if (!isSent && body.includes(ana.marker)) say('shows her words')
      if (call.access === 'pair' && !from && state?.status !== 'failed') say('is not refused')
      // A form that is not whole is refused before anyone asks who sends it, and would prove nothing.
      if (person && !person.isGuest && call.isAboutHer && state?.status === 'invalid')
        say(`was not asked whole: ${JSON.stringify(state)}`)
    })
    // The one address beside the actions that takes what a script sends.
    const sent = await new Visitor(origin, person).send(draft, { ...stored, text: 'Late' })
    if (![401, 404].includes(sent.status)) problems.push(`${draft} answers ${sent.status}`)
    expect(problems, who).toEqual([])
    expect(await rowsButLooks(), who).toEqual(before)
  }
})
