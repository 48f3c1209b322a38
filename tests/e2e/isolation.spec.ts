import type postgres from 'postgres'
import { SECTIONS } from '@/lib/mentors/policy'
import { createGrant } from '../factories/user'
import { formsIn, type SentForm } from '../support/e2e/forms'
import { inLanes } from '../support/e2e/lanes'
import type { Worker } from '../support/e2e/people'
import { dataRoutes } from '../support/e2e/routes'
import { idsOf, rowsOf } from '../support/e2e/rows'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

/*
 * What people send to each other's rows with forms that need no script. What they may open is tried by
 * access-matrix.spec.ts; every action by its id, by everyone, in actions.spec.ts.
 */

/** Words that stand only in this person's rows. */
const marksOf = ({ marker, email }: Worker) => [marker, email].filter((mark) => mark !== null)

test('the person themselves gets in everywhere', async ({ people, origin }) => {
  const ana = await people.memberAtWork()
  const visitor = new Visitor(origin, ana)
  await inLanes(
    dataRoutes(ana.work).filter((route) => route.isOwned),
    async ({ path, isOwned }) => {
      const answer = await visitor.get(path)
      expect(answer.status, path).toBe(200)
      // These hold no words of the person's own: the last asks for a season that is not in the calendar yet.
      const isWordless =
        /^\/exams\/(attempts|after|practice\/bank)\//.test(path) || /^\/cycles\/[^/]+\/next$/.test(path)
      if (isOwned && !isWordless) expect(answer.body, path).toContain(ana.marker)
    },
  )
  expect((await visitor.get('/settings/export')).body).toContain(ana.marker)
})

/** What a form of the sweep is about: the page it stands on and itself. */
type Found = { path: string; form: SentForm }

/** A person's ids beside another's, table by table and row by row: two people who were made alike. */
async function counterparts(owner: postgres.Sql, of: Worker, other: Worker): Promise<Map<string, string>> {
  const [mine, theirs] = await Promise.all([idsOf(owner, of.userId), idsOf(owner, other.userId)])
  return new Map(
    [...mine].flatMap(([table, ids]) =>
      ids.flatMap((id, index): [string, string][] => {
        const counterpart = theirs.get(table)?.[index]
        return counterpart === undefined ? [] : [[id, counterpart]]
      }),
    ),
  )
}

const ID = /(?:own-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A field may hold more than the id of its row: `up:…`, or an order of several. */
function idsIn(text: string): string[] {
  return text.match(ID) ?? []
}

/** Every form that names a row of this person, on every page that they can open. */
async function formsAboutRows(person: Worker, ids: ReadonlySet<string>, visitor: Visitor): Promise<Found[]> {
  const found = await inLanes(dataRoutes(person.work), async ({ path }): Promise<Found[]> => {
    const { status, body } = await visitor.get(path)
    if (status !== 200) return []
    const isAboutRow = ({ fields }: SentForm) =>
      fields.some(([name, value]) => !name.startsWith('$') && idsIn(value).some((id) => ids.has(id)))
    return formsIn(body)
      .filter(isAboutRow)
      .map((form) => ({ path, form }))
  })
  return found.flat()
}

/** The same form about the other person's row, sent to the page of one's own and to theirs. */
function aboutTheirs({ path, form }: Found, swap: Map<string, string>): { paths: string[]; form: SentForm } {
  const swapped = (text: string) => text.replace(ID, (id) => swap.get(id) ?? id)
  const theirPath = swapped(path)
  const fields = form.fields.map(([name, value]): [string, string] => [name, swapped(value)])
  return { paths: [...new Set([path, theirPath])], form: { ...form, fields } }
}

/** Tables of which the sweep must find forms; each is proven to act on rows of one's own. */
const CHANGED_BY_FORMS = [
  'exam_attempts',
  'practice_results',
  'bank_snapshots',
  'clinical_experiences',
  'research_experiences',
  'publications',
  'letters',
  'checklist_items',
  'list_entries',
  'programs',
  'interviews',
  'interview_questions',
  'contacts',
  'experiences',
  'letter_tracks',
  'rank_lists',
  'rank_choices',
  'soap_applications',
  'soap_offers',
  'outside_offers',
  'cycle_closings',
  'reminder_things',
  'statements',
  'statement_versions',
  'statement_assignments',
]

async function replay(
  owner: postgres.Sql,
  ana: Worker,
  found: Found[],
  swap: Map<string, string>,
  send: (path: string, form: SentForm) => Promise<{ body: string }>,
): Promise<void> {
  const before = await rowsOf(owner, ana.userId)
  const sent = found.flatMap((one) => {
    const { paths, form } = aboutTheirs(one, swap)
    return paths.map((path) => ({ path, form }))
  })
  await inLanes(sent, async ({ path, form }) => {
    const { body } = await send(path, form)
    for (const mark of marksOf(ana)) expect(body.includes(mark), `${path}: ${form.text}`).toBe(false)
  })
  expect(await rowsOf(owner, ana.userId)).toEqual(before)
}

test('a form about a row of one’s own, sent about another person’s, changes and shows nothing', async ({
  people,
  owner,
  origin,
}) => {
  test.setTimeout(180_000)
  const [ana, ben] = await Promise.all([people.memberAtWork(), people.memberAtWork()])
  // So that there is something to rank.
  await owner`update list_entries set status = 'interviewed' where applicant_id in ${owner([ana.userId, ben.userId])}`
  // Not even to a mentor who may see and comment on everything.
  await createGrant(owner, { applicant: ana, mentor: ben, comment: [...SECTIONS] })
  const visitor = new Visitor(origin, ben)
  const swap = await counterparts(owner, ben, ana)
  const found = await formsAboutRows(ben, new Set(swap.keys()), visitor)

  expect(found.length).toBeGreaterThan(CHANGED_BY_FORMS.length)
  await replay(owner, ana, found, swap, (path, form) => visitor.post(path, form))

  // The very same forms, about rows of one's own, do act: the sweep would have seen it.
  const before = await rowsOf(owner, ben.userId)
  const unchanged = new Set(CHANGED_BY_FORMS)
  // The order of a rank list comes before its programs go, and a closed cycle, which takes no more changes, last.
  const order = ({ path }: Found) => (path.startsWith('/rank') ? 0 : path.startsWith('/cycles') ? 2 : 1)
  const inOrder = found.toSorted((a, b) => order(a) - order(b))
  for (const { path, form } of inOrder) {
    await visitor.post(path, form)
    // Looked at after each: a later form may put back what an earlier one changed.
    const now = await rowsOf(owner, ben.userId)
    for (const table of unchanged) if (now[table] !== before[table]) unchanged.delete(table)
  }
  expect([...unchanged]).toEqual([])
})
