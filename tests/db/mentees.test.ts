import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type MenteeScope,
  withMenteeScope,
  withMenteesScope,
  withOwnScope,
  withPreviewScope,
} from '@/db/access'
import { OWNED_TABLES } from '@/db/owned-tables'
import { listContacts } from '@/db/queries/contacts'
import { listNamedInterviews } from '@/db/queries/interviews'
import { findEntry } from '@/db/queries/list'
import { hasMentees, loadMentees, menteeAlone, sectionScope } from '@/db/queries/mentees'
import { listWaitingQuestions } from '@/db/queries/mentor-questions'
import { listNamedPrograms } from '@/db/queries/named-programs'
import { listRankOrder } from '@/db/queries/rank'
import { loadFacts } from '@/db/seed/load'
import type { UserViewer } from '@/lib/access/viewer'
import { CHANGED_THINGS, changesWords } from '@/lib/mentors/changes'
import { readMentee } from '@/lib/mentors/mentee'
import { menteeNeeds } from '@/lib/mentors/needs'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import { createMentees } from '@/tests/factories/roster'
import { createSeat, createUser } from '@/tests/factories/user'
import type { Work } from '@/tests/factories/work'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
/** Every statement that the app's role sends, so that two reads can be held against each other. */
const sent: string[] = []

beforeAll(async () => {
  const { ownerUrl, appUrl } = testDatabase()
  owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  await loadFacts(owner)
  const pool = postgres(appUrl, {
    max: 4,
    onnotice: () => {},
    connection: { TimeZone: 'UTC' },
    debug: (_connection, query) => sent.push(query.replace(/\$\d+|\s+/g, ' ')),
  })
  Object.assign(globalThis, { locusAppSql: pool })
})

afterAll(() => owner.end())

async function statementsOf<T>(read: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  // Connections are opened and kinds of values looked up on the first read.
  await read()
  sent.length = 0
  const result = await read()
  return { result, statements: sent.map((one) => one.replace(/\([ ,]*\)|\bfalse\b/g, '()')) }
}

const roster = (mentor: UserViewer) =>
  withMenteesScope(mentor, async (scope) => {
    const [{ mentees }, asked] = await Promise.all([
      loadMentees(scope, { since: 'last_look' }),
      listWaitingQuestions(scope),
    ])
    return { mentees, asked }
  })

describe('the roster', () => {
  test('reads thirty mentees by as many statements as one', async () => {
    const [one, thirty] = [await createUser(owner), await createUser(owner)]
    await createMentees(owner, one, { count: 1 })
    await createMentees(owner, thirty, { count: 30 })
    const alone = await statementsOf(() => roster(one))
    const many = await statementsOf(() => roster(thirty))
    expect(alone.result.mentees).toHaveLength(1)
    expect(many.result.mentees).toHaveLength(30)
    expect(alone.statements.length).toBeGreaterThan(10)
    expect(many.statements.length).toBe(alone.statements.length)
  })

  test('shows each mentee as they entered it, and nothing of one to another', async () => {
    const mentor = await createUser(owner)
    const [first, second] = await createMentees(owner, mentor, { count: 2, programs: 2, hasOwnProgram: true })
    const { mentees } = (await roster(mentor)) ?? {}
    const [a, b] = mentees
    expect(mentees.map(({ access }) => access.applicantName)).toEqual([first?.name, second?.name])
    expect(a?.rows.listed.map(({ entry }) => entry.id).sort()).toEqual(first?.work.entryIds.toSorted())
    expect(JSON.stringify(a)).toContain('Marker0')
    expect(JSON.stringify(a)).not.toContain('Marker1')
    expect(JSON.stringify(b)).not.toContain('Marker0')
  })

  test('is empty for a stranger, and without a mentee whose grant has ended', async () => {
    const [mentor, stranger] = [await createUser(owner), await createUser(owner)]
    const [mentee] = await createMentees(owner, mentor, { count: 1 })
    expect((await roster(stranger)).mentees).toEqual([])
    expect(await withOwnScope(stranger, hasMentees)).toBe(false)
    expect(await withOwnScope(mentor, hasMentees)).toBe(true)
    await owner`update grants set revoked_at = now() where id = ${mentee?.grantId ?? ''}`
    expect((await roster(mentor)).mentees).toEqual([])
    expect(await withOwnScope(mentor, hasMentees)).toBe(false)
  })

  test('tells what changed since the mentor last opened a page of theirs, and which result came in', async () => {
    const mentor = await createUser(owner)
    const [mentee] = await createMentees(owner, mentor, { count: 1 })
    const id = mentee?.viewer.userId ?? ''
    const [unseen] = (await roster(mentor)).mentees
    expect(unseen?.lookedAt, 'the roster is no look at a person').toBeNull()
    await withMenteeScope(mentor, id, { looks: ['exams'] }, async () => null)
    await owner`update looks set looked_at = now() - interval '1 day' where applicant_id = ${id} and what = 'exams'`
    for (const { table, ownerColumn } of OWNED_TABLES) {
      const name = getTableName(table)
      const [has] =
        await owner`select from information_schema.columns where table_name = ${name} and column_name = 'updated_at'`
      if (has)
        await owner`update ${owner(name)} set updated_at = now() - interval '2 days' where ${owner(ownerColumn.name)} = ${id}`
      else
        await owner
          .unsafe(
            `update ${name} set created_at = now() - interval '2 days' where ${ownerColumn.name} = $1`,
            [id],
          )
          .catch(() => null)
    }
    const [still] = (await roster(mentor)).mentees
    expect(changesWords(still?.changes ?? [])).toBeNull()
    expect(still?.newResults).toEqual([])
    await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome, score) values (${id}, 'step3', '2026-11-01', 'pass', 221)`
    await owner`update letters set updated_at = now() where applicant_id = ${id}`
    const [moved] = (await roster(mentor)).mentees
    expect(changesWords(moved?.changes ?? [])).toBe('1 exam sitting, 1 letter')
    expect(moved?.newResults.map(({ exam, score }) => [exam, score])).toEqual([['step3', 221]])
  })

  test('has a name for tables that exist, and for nothing else', () => {
    const tables = OWNED_TABLES.map(({ table }) => getTableName(table))
    expect(tables).toEqual(expect.arrayContaining(Object.keys(CHANGED_THINGS)))
  })
})

describe('what a reader may see', () => {
  const ASKING = {
    named: 'select * from app_named_entries((select applicant_id from grants order by 1 limit 1))',
    commentable: "select app_commentable('exams')",
    statements: 'select app_masked_statements()',
    list: 'select count(*) from list_entries',
    letters: 'select count(*) from letter_assignments',
    contacts: 'select count(*) from contacts',
  }

  /** How often a statement of a mentor's asks for grants: the database counts the calls of a transaction. */
  async function timesAsked(mentor: UserViewer, statement: string): Promise<number> {
    const app = postgres(testDatabase().appUrl, { max: 1, onnotice: () => {} })
    const count = await app.begin(async (tx) => {
      await tx`select set_config('app.viewer', ${mentor.userId}, true)`
      await tx.unsafe(statement)
      const [row] = await tx<{ calls: number }[]>`select coalesce(sum(calls), 0)::int as calls
        from pg_stat_xact_user_functions where funcname in ('app_readable', 'app_masked', 'app_open_entries', 'app_standing_of_grants')`
      return row?.calls ?? 0
    })
    await app.end()
    return count
  }

  test.each(Object.entries(ASKING))('%s: is asked as often for many as for few', async (_, statement) => {
    const [few, many] = [await createUser(owner), await createUser(owner)]
    await createMentees(owner, few, { count: 1, programs: 2 })
    await createMentees(owner, many, { count: 4, programs: 7 })
    await owner`update grants set comment_sections = read_sections`
    const asked = await timesAsked(few, statement)
    expect(asked).toBeGreaterThan(0)
    expect(await timesAsked(many, statement)).toBe(asked)
  })
})

/** Everything that the pages about a mentee read. */
async function readAll(scope: MenteeScope) {
  const naming = listNamedPrograms(scope)
  const [loaded, named, interviews, contacts, order] = await Promise.all([
    loadMentees(menteeAlone(scope), { since: 'visit_before' }),
    naming,
    listNamedInterviews(sectionScope(scope, 'interviews'), naming),
    listContacts(sectionScope(scope, 'contacts')),
    listRankOrder(sectionScope(scope, 'rank')),
  ])
  return { mentee: loaded.mentees[0], named, interviews, contacts, order }
}

/** Rows of these hang on others, so that without those there are none of them either. */
const HANGS_ON: Partial<Record<Section, readonly Section[]>> = {
  profile: ['documents'],
  list: ['documents', 'contacts', 'interviews', 'rank'],
}

describe('a withheld section', () => {
  test.each(SECTIONS)('%s reads as an empty one does, by the same statements', async (section) => {
    const withheld = [section, ...(HANGS_ON[section] ?? [])]
    const mentor = await createUser(owner)
    const [full] = await createMentees(owner, mentor, { count: 1 })
    const read = SECTIONS.filter((one) => !withheld.includes(one))
    await owner`update grants set read_sections = ${read} where id = ${full?.grantId ?? ''}`
    // The same work without a row in that section, and all of it open.
    const [bare] = await createMentees(owner, mentor, { count: 1 })
    await empty(bare?.viewer.userId ?? '', withheld)
    const look = (mentee: typeof full) =>
      statementsOf(() => withMenteeScope(mentor, mentee?.viewer.userId ?? '', { looks: [] }, readAll))
    const [seen, none] = [await look(full), await look(bare)]
    expect(seen.statements.length).toBe(none.statements.length)
    expect(shapeOf(seen.result, withheld)).toEqual(shapeOf(none.result, withheld))
  })
})

describe('letters', () => {
  /** What a mentor with these sections reads of the letters of one mentee, whose first letter went to a program of the list. */
  async function lettersFor(read: Section[]) {
    const mentor = await createUser(owner)
    const [mentee] = await createMentees(owner, mentor, { count: 1, programs: 2 })
    if (!mentee) throw new Error('nobody was made')
    const { letterId, entryIds } = mentee.work
    await owner`update letter_tracks set uploaded_on = '2027-10-01' where letter_id = ${letterId}`
    await owner`insert into letter_assignments (applicant_id, letter_id, entry_id, slot, assigned_on)
      values (${mentee.viewer.userId}, ${letterId}, ${entryIds[0] ?? ''}, 1, '2027-10-02')`
    await owner`update grants set read_sections = ${read} where id = ${mentee.grantId}`
    const { mentee: seen } = await withMenteeScope(mentor, mentee.viewer.userId, { looks: [] }, readAll)
    if (!seen?.season) throw new Error('nobody was read')
    const sight = { may: (section: Section) => read.includes(section), isListWhole: true }
    const { letters, applicant } = readMentee(
      { ...seen.rows, season: seen.season },
      { sight, today: '2027-11-22', zone: 'UTC' },
    )
    return { letters, counted: applicant.letters, seen }
  }

  test('come with the documents: who writes, how far, and no word of what was done together', async () => {
    const { letters, counted, seen } = await lettersFor(['documents'])
    expect(letters).toMatchObject([
      { author: 'us_geneticist', writer: 'Prof. Marker0', uploadedOn: '2027-10-01', together: '' },
    ])
    expect(letters[0]?.assignments, 'which programs is part of the list').toEqual([])
    expect(counted).toMatchObject([{ author: 'us_geneticist', topics: ['reliability', 'growth'] }])
    expect(seen.rows.applicant.clinical, 'the rest of the profile stays').toBeNull()
    expect(seen.changes.map(({ table }) => table)).toContain('letters')
  })

  test('with the list beside them say which programs read them', async () => {
    const { letters } = await lettersFor(['documents', 'list'])
    expect(letters[0]?.assignments).toMatchObject([{ assignedOn: '2027-10-02' }])
  })

  test('count in the fit with the profile alone, without name and days', async () => {
    const { letters, counted, seen } = await lettersFor(['profile', 'list'])
    expect(counted).toMatchObject([{ author: 'us_geneticist' }])
    expect(letters).toEqual([])
    expect(seen.rows.letters).toEqual([])
  })
})

/** What a mentor can tell of a mentee, without ids and names. */
function shapeOf(
  { mentee, interviews, contacts, order, named }: Awaited<ReturnType<typeof readAll>>,
  withheld: readonly Section[],
) {
  if (!mentee?.season) throw new Error('nobody was read')
  const { rows, changes, season } = mentee
  const sight = { may: (section: Section) => !withheld.includes(section), isListWhole: true }
  const reading = readMentee({ ...rows, season }, { sight, today: '2027-11-22', zone: 'UTC' })
  return {
    needs: menteeNeeds(reading, {
      lastChangeOn: null,
      grantedOn: '2026-11-20',
      newResults: [],
      openQuestions: 0,
    }),
    listed: rows.listed.length,
    attempts: rows.applicant.attempts?.length ?? null,
    letters: rows.applicant.letters?.length ?? null,
    results: rows.results.length,
    items: reading.checklist.items.map(({ state, applies }) => `${state} ${applies}`),
    changed: changes.map(({ table }) => table).sort(),
    others: [interviews, contacts, order, named].map(({ length }) => length),
  }
}

/** Takes away all rows of these sections but the cycle itself, which is open with any section. */
async function empty(applicantId: string, sections: readonly Section[]): Promise<void> {
  for (const { table, ownerColumn, section } of OWNED_TABLES.toReversed()) {
    const name = getTableName(table)
    if (name === 'cycles' || !sections.some((one) => one === section)) continue
    await owner`delete from ${owner(name)} where ${owner(ownerColumn.name)} = ${applicantId}`
  }
}

describe('a mentor in conflict', () => {
  let mentor: UserViewer
  let id: string
  let grantId: string
  let work: Work
  /** The entries of the mentor's institution, which may have several programs. */
  let own: string[]
  let hidden = ''

  beforeAll(async () => {
    mentor = await createUser(owner)
    const [listed] = await owner<{ id: string; sponsor: string }[]>`
      select id, sponsor from programs where owner_id is null and retired_at is null order by id limit 1`
    await createSeat(owner, { mentor, institution: listed?.sponsor ?? '', programIds: [listed?.id ?? ''] })
    const [mentee] = await createMentees(owner, mentor, { count: 1, programs: 4 })
    if (!mentee) throw new Error('nobody was made')
    id = mentee.viewer.userId
    grantId = mentee.grantId
    work = mentee.work
    const entries = await owner<{ id: string; sponsor: string }[]>`
      select e.id, p.sponsor from list_entries e join programs p on p.id = e.program_id where e.applicant_id = ${id}`
    own = entries.flatMap((entry) => (entry.sponsor === listed?.sponsor ? entry.id : []))
    hidden = entries.find((entry) => entry.sponsor !== listed?.sponsor)?.id ?? ''
  })

  const look = () => withMenteeScope(mentor, id, { looks: [] }, readAll)

  test('sees of the list only their own programs, and nothing of interviews, contacts and ranks', async () => {
    const seen = await look()
    expect(own).toContain(work.entryIds[0])
    expect(seen.mentee?.rows.listed.map(({ entry }) => entry.id).sort()).toEqual(own.toSorted())
    expect(seen).toMatchObject({ named: [], interviews: [], contacts: [], order: [] })
    expect(JSON.stringify(seen.mentee)).not.toContain(hidden)
    const entry = (entryId: string | undefined) =>
      withMenteeScope(mentor, id, { looks: [] }, (scope) =>
        findEntry(sectionScope(scope, 'list'), entryId ?? ''),
      )
    expect(await entry(work.entryIds[0])).not.toBeNull()
    expect(await entry(hidden)).toBeNull()
  })

  test('sees the whole list once the applicant lifts the mask, and still no rank order', async () => {
    await owner`update grants set mask_lifted_at = now() where id = ${grantId}`
    const seen = await look()
    expect(seen.mentee?.rows.listed).toHaveLength(4)
    expect(seen).toMatchObject({ named: [], interviews: [], contacts: [], order: [] })
    await owner`update grants set mask_lifted_at = null where id = ${grantId}`
  })

  test('is shown to the applicant in the preview as they see it themselves', async () => {
    const applicant: UserViewer = { kind: 'user', userId: id, sessionId: '', isGuest: false }
    const seen = await withPreviewScope(applicant, grantId, readAll)
    expect(seen.mentee?.rows).toEqual((await look()).mentee?.rows)
  })
})
