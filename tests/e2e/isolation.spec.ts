import type postgres from 'postgres'
import { SECTIONS } from '@/lib/mentors/policy'
import { createGrant } from '../factories/user'
import { formsIn, type SentForm } from '../support/e2e/forms'
import type { Worker } from '../support/e2e/people'
import { dataRoutes } from '../support/e2e/routes'
import { rowsOf } from '../support/e2e/rows'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

/*
 * What people send to each other's rows. What they may open is tried by access-matrix.spec.ts.
 */

/** Words that stand only in this person's rows. */
const marksOf = ({ marker, email }: Worker) => [marker, email].filter((mark) => mark !== null)

test('the person themselves gets in everywhere', async ({ people, origin }) => {
  const ana = await people.memberAtWork()
  const visitor = new Visitor(origin, ana)
  for (const { path, isOwned } of dataRoutes(ana.work).filter((route) => route.isOwned)) {
    const answer = await visitor.get(path)
    expect(answer.status, path).toBe(200)
    // These hold no words of the person's own: the last asks for a season that is not in the calendar yet.
    const isWordless =
      /^\/exams\/(attempts|after|practice\/bank)\//.test(path) || /^\/cycles\/[^/]+\/next$/.test(path)
    if (isOwned && !isWordless) expect(answer.body, path).toContain(ana.marker)
  }
  expect((await visitor.get('/settings/export')).body).toContain(ana.marker)
})

/** What a form of the sweep is about: the page it stands on and itself. */
type Found = { path: string; form: SentForm }

/** A person's ids beside another's, row for row. */
function counterparts(of: Worker, other: Worker): Map<string, string> {
  const ids = ({ work }: Worker) => [
    work.clinicalId,
    work.researchId,
    work.publicationId,
    work.letterId,
    work.checklistItemId,
    work.ownProgramId,
    work.cycleId,
    work.grantId,
    work.interviewId,
    work.interviewQuestionId,
    work.statementId,
    work.statementVersionId,
    ...work.attemptIds,
    ...work.practiceIds,
    work.bankId,
    ...work.entryIds,
    work.soapApplicationId,
    work.outsideOfferId,
  ]
  const theirs = ids(other)
  return new Map(ids(of).map((id, index) => [id, theirs[index] ?? '']))
}

/** Every form that names a row of this person, on every page that they can open. */
async function formsAboutRows(person: Worker, visitor: Visitor): Promise<Found[]> {
  const ids = new Set(counterparts(person, person).keys())
  const found: Found[] = []
  for (const { path } of dataRoutes(person.work)) {
    const { status, body } = await visitor.get(path)
    if (status !== 200) continue
    for (const form of formsIn(body)) {
      if (form.fields.some(([name, value]) => !name.startsWith('$') && ids.has(value)))
        found.push({ path, form })
    }
  }
  return found
}

/** The same form about the other person's row, sent to the page of one's own and to theirs. */
function aboutTheirs({ path, form }: Found, swap: Map<string, string>): { paths: string[]; form: SentForm } {
  const theirPath = [...swap].reduce((text, [mine, theirs]) => text.replace(mine, theirs), path)
  const fields = form.fields.map(([name, value]): [string, string] => [name, swap.get(value) ?? value])
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
  'soap_applications',
  'outside_offers',
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
  for (const one of found) {
    const { paths, form } = aboutTheirs(one, swap)
    for (const path of paths) {
      const { body } = await send(path, form)
      for (const mark of marksOf(ana)) expect(body, `${path}: ${form.text}`).not.toContain(mark)
    }
  }
  expect(await rowsOf(owner, ana.userId)).toEqual(before)
}

test('a form about a row of one’s own, sent about another person’s, changes and shows nothing', async ({
  people,
  owner,
  origin,
}) => {
  test.setTimeout(180_000)
  const [ana, ben] = await Promise.all([people.memberAtWork(), people.memberAtWork()])
  // Not even to a mentor who may see and comment on everything.
  await createGrant(owner, { applicant: ana, mentor: ben, comment: [...SECTIONS] })
  const visitor = new Visitor(origin, ben)
  const found = await formsAboutRows(ben, visitor)
  const swap = counterparts(ben, ana)

  await replay(owner, ana, found, swap, (path, form) => visitor.post(path, form))
  const nobody = new Visitor(origin, null)
  await replay(owner, ana, found, swap, (path, form) => nobody.post(path, form))

  // The very same forms, about rows of one's own, do act: the sweep would have seen it.
  const before = await rowsOf(owner, ben.userId)
  const unchanged = new Set(CHANGED_BY_FORMS)
  for (const { path, form } of found) {
    await visitor.post(path, form)
    // Looked at after each: a later form may put back what an earlier one changed.
    const now = await rowsOf(owner, ben.userId)
    for (const table of unchanged) if (now[table] !== before[table]) unchanged.delete(table)
  }
  expect([...unchanged]).toEqual([])
})

test('a guest’s forms, sent about a member’s rows, change and show nothing', async ({
  people,
  owner,
  origin,
}) => {
  test.setTimeout(180_000)
  const [ana, guest] = await Promise.all([people.memberAtWork(), people.guestAtWork()])
  const visitor = new Visitor(origin, guest)
  const found = await formsAboutRows(guest, visitor)
  expect(found.length).toBeGreaterThan(CHANGED_BY_FORMS.length)
  await replay(owner, ana, found, counterparts(guest, ana), (path, form) => visitor.post(path, form))
})
