import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withLinkScope, withMenteeScope, withMenteesScope, withPreviewScope } from '@/db/access'
import { OWNED_TABLES } from '@/db/owned-tables'
import { listInterviews } from '@/db/queries/interviews'
import { listEntries } from '@/db/queries/list'
import type { UserViewer } from '@/lib/access/viewer'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import { createCatalogueProgram } from '@/tests/factories/catalogue'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createSeat, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

/*
 * What each kind of reader finds of one applicant, as raw SQL without a WHERE in the app's role: row-level security alone.
 */

let owner: postgres.Sql
let app: postgres.Sql
let ana: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  app = postgres(testDatabase().appUrl, { max: 2, onnotice: () => {} })
  ana = await createUser(owner)
  await createRowsOfEveryKind(owner, ana.userId, 241)
  await createCatalogueProgram(owner, { id: 'elsewhere-mgg' })
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

type Reader = { viewer?: string; link?: string; preview?: string }

function as<T>(reader: Reader, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return app.begin(async (tx) => {
    for (const [key, value] of Object.entries(reader))
      await tx`select set_config(${`app.${key}`}, ${value}, true)`
    return work(tx)
  }) as Promise<T>
}

const TABLES = OWNED_TABLES.filter(({ isWork }) => isWork).map(
  ({ table, ownerColumn, section, alsoOpenWith }) => ({
    table: getTableName(table),
    column: ownerColumn.name,
    openWith: [section, alsoOpenWith],
  }),
)
const tablesOf = (...sections: string[]) =>
  TABLES.filter(({ openWith }) => openWith.some((one) => one && sections.includes(one))).map(
    ({ table }) => table,
  )

/** The tables of which this reader finds a row of Ana's. */
async function found(reader: Reader): Promise<string[]> {
  const names: string[] = []
  for (const { table, column } of TABLES) {
    const rows = await as(
      reader,
      (tx) => tx`select 1 as x from ${tx(table)} where ${tx(column)} = ${ana.userId}`,
    )
    if (rows.length > 0) names.push(table)
  }
  return names.sort()
}

const expected = (...tables: string[]) => [...new Set([...tables, 'cycles'])].sort()

async function mentorWith(
  grant: Omit<Parameters<typeof createGrant>[1], 'applicant' | 'mentor'>,
  seat?: Omit<Parameters<typeof createSeat>[1], 'mentor'>,
): Promise<{ mentor: UserViewer; grantId: string; reader: Reader }> {
  const mentor = await createUser(owner)
  if (seat) await createSeat(owner, { mentor, ...seat })
  const grantId = await createGrant(owner, { applicant: ana, mentor, ...grant })
  return { mentor, grantId, reader: { viewer: mentor.userId } }
}

async function link(sections: Section[], how: { revoked?: boolean; days?: number } = {}): Promise<Reader> {
  const hash = crypto.randomUUID()
  await owner`insert into share_links ${owner({
    applicant_id: ana.userId,
    token_hash: hash,
    label: 'A dean',
    applicant_name: 'Ana',
    read_sections: sections,
    expires_at: new Date(Date.now() + (how.days ?? 7) * 86_400_000),
    revoked_at: how.revoked ? new Date() : null,
  })}`
  return { link: hash }
}

const ALL: Section[] = [...SECTIONS]

describe('a reader without a live grant finds nothing', () => {
  test('a stranger, a mentor of somebody else, and nobody', async () => {
    const other = await createUser(owner)
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: other, mentor, read: ALL })
    for (const reader of [{ viewer: other.userId }, { viewer: mentor.userId }, {}]) {
      expect(await found(reader)).toEqual([])
    }
  })

  test('a mentor whose grant is revoked, has expired, or opens nothing', async () => {
    for (const grant of [
      { read: ALL, revokedAt: new Date() },
      { read: ALL, comment: ALL, expiresAt: new Date(Date.now() - 1000) },
      { read: [] },
    ]) {
      const { reader } = await mentorWith(grant)
      expect(await found(reader)).toEqual([])
    }
  })

  test('a link that is revoked, has expired, or never was; and a viewer beside a link is only the link', async () => {
    for (const reader of [
      await link(['exams'], { revoked: true }),
      await link(['exams'], { days: -1 }),
      { link: 'no-such-link' },
    ]) {
      expect(await found(reader)).toEqual([])
    }
    const { reader } = await mentorWith({ read: ['exams'] })
    expect(await found({ ...reader, link: 'no-such-link' })).toEqual([])
  })
})

describe('a live grant opens its sections and nothing else', () => {
  test.each(SECTIONS)('%s, to read', async (section) => {
    const { reader } = await mentorWith({ read: [section] })
    expect(await found(reader)).toEqual(expected(...tablesOf(section)))
  })

  test('to comment is to read, and says so to what a mentor writes', async () => {
    const { reader } = await mentorWith({ read: ['list'], comment: ['exams'] })
    expect(await found(reader)).toEqual(expected(...tablesOf('exams', 'list')))
    const [row] = await as(
      reader,
      (tx) => tx`select app_commentable('exams') as exams, app_commentable('list') as list`,
    )
    expect(row).toEqual({ exams: [ana.userId], list: [] })
  })

  test('which season it is about is open with any section, how it ended only with the list', async () => {
    const { reader } = await mentorWith({ read: ['checklist'] })
    expect(await found(reader)).toEqual(expected(...tablesOf('checklist')))
    const columns = await as(reader, (tx) => tx`select * from cycles`)
    expect(Object.keys(columns[0] ?? {})).not.toContain('outcome')
  })

  test('a link reads its sections, and no rank order whatever it says', async () => {
    expect(await found(await link(['exams', 'documents']))).toEqual(
      expected(...tablesOf('exams', 'documents')),
    )
    await expect(link(['rank'])).rejects.toMatchObject({ code: '23514' })
    const reader = await link(['exams'])
    expect(await as(reader, (tx) => tx`select app_commentable('exams') as on`)).toEqual([{ on: [] }])
  })

  test('a preview finds what that mentor would, and nothing of the mentor’s own', async () => {
    const { mentor, grantId } = await mentorWith({ read: ['exams'] })
    await createRowsOfEveryKind(owner, mentor.userId, 200)
    expect(await found({ preview: grantId })).toEqual(expected(...tablesOf('exams')))
    const own = await as(
      { preview: grantId },
      (tx) => tx`select 1 as x from exam_attempts where applicant_id = ${mentor.userId}`,
    )
    expect(own).toEqual([])
  })
})

describe('the mask', () => {
  const entries = (reader: Reader) =>
    as(
      reader,
      (tx) => tx<{ program: string }[]>`
      select program_id as program from list_entries where applicant_id = ${ana.userId} order by 1`,
    )
  const atShared = { institution: 'Shared', programIds: ['shared-mgg'] }

  test('hides every other program from a mentor who works at a listed one, wherever a row names it', async () => {
    const { reader } = await mentorWith({ read: ALL }, atShared)
    expect((await entries(reader)).map(({ program }) => program)).toEqual(['shared-mgg'])
    const names = await as(reader, async (tx) => ({
      programs: (await tx`select id from programs where owner_id is not null`).map(({ id }) => id),
      facts: (await tx`select program_id as id from program_facts where owner_id = ${ana.userId}`).map(
        ({ id }) => id,
      ),
      statuses: (await tx`select 1 as x from status_changes`).length,
      offers: (await tx`select name from outside_offers`).length,
      own: (await tx`select title from checklist_items`).length,
    }))
    expect(names).toEqual({ programs: [], facts: ['shared-mgg'], statuses: 1, offers: 0, own: 0 })
    const shown = await found(reader)
    for (const closed of tablesOf('interviews', 'contacts', 'rank')) expect(shown).not.toContain(closed)
    // What names no program is as open as it was.
    for (const open of tablesOf('exams', 'profile', 'story')) expect(shown).toContain(open)
  })

  test('lifted, shows the whole list, and never interviews, contacts or ranks', async () => {
    const { reader, grantId } = await mentorWith({ read: ALL }, atShared)
    await owner`update grants set mask_lifted_at = now() where id = ${grantId}`
    expect(await entries(reader)).toHaveLength(2)
    const shown = await found(reader)
    for (const open of tablesOf('list', 'checklist')) expect(shown).toContain(open)
    for (const closed of tablesOf('interviews', 'contacts', 'rank')) expect(shown).not.toContain(closed)
  })

  test('follows the list as it is now, in both directions', async () => {
    const { reader } = await mentorWith(
      { read: ALL },
      { institution: 'Elsewhere', programIds: ['elsewhere-mgg'] },
    )
    expect(await entries(reader)).toHaveLength(2)
    expect(await found(reader)).toEqual(expect.arrayContaining(tablesOf('rank')))
    const [cycle] = await owner<{ id: string }[]>`select id from cycles where applicant_id = ${ana.userId}`
    await owner`insert into list_entries (applicant_id, cycle_id, program_id) values (${ana.userId}, ${cycle?.id ?? ''}, 'elsewhere-mgg')`
    expect((await entries(reader)).map(({ program }) => program)).toEqual(['elsewhere-mgg'])
    expect(await found(reader)).not.toContain('rank_lists')
    await owner`update list_entries set removed_at = now() where program_id = 'elsewhere-mgg'`
    expect(await entries(reader)).toHaveLength(3)
    await owner`delete from list_entries where program_id = 'elsewhere-mgg'`
  })

  test('counts every program of the institution, whichever of them was ticked', async () => {
    await createCatalogueProgram(owner, { id: 'sibling-mgg' })
    await owner`update programs set sponsor = 'One and the Same' where id in ('sibling-mgg', 'shared-mgg')`
    for (const seat of [
      { institution: 'Elsewhere', programIds: ['sibling-mgg'] },
      { institution: ' one and the SAME ', programIds: [] },
    ]) {
      const { reader } = await mentorWith({ read: ALL }, seat)
      expect((await entries(reader)).map(({ program }) => program)).toEqual(['shared-mgg'])
    }
    await owner`update programs set sponsor = 'Sponsor of ' || id where id in ('sibling-mgg', 'shared-mgg')`
  })

  test('knows a program of the applicant’s own by the institution’s name', async () => {
    const { reader } = await mentorWith({ read: ALL }, { institution: ' own 241 ', programIds: [] })
    expect(await entries(reader)).toMatchObject([{ program: expect.stringMatching(/^own-/) }])
    const programs = await as(reader, (tx) => tx`select sponsor from programs where owner_id = ${ana.userId}`)
    expect(programs).toEqual([{ sponsor: 'Own 241' }])
  })

  test('covers all of the list for someone who never said where they work', async () => {
    const { reader, mentor } = await mentorWith({ read: ALL })
    await owner`delete from mentor_seats where user_id = ${mentor.userId}`
    expect(await entries(reader)).toEqual([])
    expect(await found(reader)).not.toContain('rank_lists')
  })

  test('holds in the scope, and says why', async () => {
    const { mentor } = await mentorWith({ read: ALL }, atShared)
    const seen = await withMenteeScope(mentor, ana.userId, { looks: [] }, async (scope) => ({
      entries: await listEntries(scope),
      interviews: await listInterviews(scope),
      conflict: scope.access.conflict,
      may: SECTIONS.filter((section) => scope.may(section)),
    }))
    expect(seen.entries.map(({ programId }) => programId)).toEqual(['shared-mgg'])
    expect(seen.interviews).toEqual([])
    expect(seen.conflict).toEqual({ programIds: ['shared-mgg'], institution: 'Shared', isLifted: false })
    expect(seen.may).toEqual(['profile', 'exams', 'list', 'documents', 'story', 'checklist'])
  })

  test('leaves nothing of the hidden programs in what the applicant’s own side asks', async () => {
    const { reader } = await mentorWith({ read: ALL }, atShared)
    const [row] = await as(reader, (tx) => tx`select count(*)::int as n from app_my_conflicts()`)
    expect(row?.n).toBe(0)
    expect(await as(reader, (tx) => tx`select * from app_named_entries(${ana.userId})`)).toEqual([])
  })
})

describe('scopes for readers', () => {
  test('only read', async () => {
    const { mentor, grantId } = await mentorWith({ read: ALL, comment: ALL })
    const reader = await link(['exams'])
    const write = "insert into mentor_seats (user_id, name) values (app_viewer(), 'x')"
    const tries = [
      () => withMenteeScope(mentor, ana.userId, { looks: ['exams'] }, ({ tx }) => tx.execute(write)),
      () => withMenteesScope(mentor, ({ tx }) => tx.execute(write)),
      () => withPreviewScope(ana, grantId, ({ tx }) => tx.execute(write)),
      () =>
        withLinkScope({ kind: 'link', tokenHash: reader.link ?? '' }, { looks: [] }, ({ tx }) =>
          tx.execute(write),
        ),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ cause: { code: '25006' } })
  })

  test('answer not found for everyone else, also for the preview of another person’s grant', async () => {
    const stranger = await createUser(owner)
    const { mentor, grantId } = await mentorWith({ read: ALL })
    await expect(withMenteeScope(stranger, ana.userId, { looks: [] }, async () => 1)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(withMenteeScope(ana, ana.userId, { looks: [] }, async () => 1)).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const viewer of [stranger, mentor]) {
      await expect(withPreviewScope(viewer, grantId, async () => 1)).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    expect(await withLinkScope({ kind: 'link', tokenHash: 'no' }, { looks: [] }, async () => 1)).toBeNull()
  })

  test('let nothing more through once a grant is revoked in the midst of one', async () => {
    const { mentor, grantId } = await mentorWith({ read: ALL })
    const [before, after] = await withMenteeScope(mentor, ana.userId, { looks: [] }, async (scope) => {
      const first = await listEntries(scope)
      await owner`update grants set revoked_at = now() where id = ${grantId}`
      return [first, await listEntries(scope)]
    })
    expect([before.length > 0, after.length]).toEqual([true, 0])
  })

  test('show all mentees at once, each as their own grant allows', async () => {
    const mentor = await createUser(owner)
    const others = await Promise.all([createUser(owner), createUser(owner)])
    await createGrant(owner, { applicant: ana, mentor, read: ['exams'] })
    for (const applicant of others) await createGrant(owner, { applicant, mentor, read: ['list'] })
    await withMenteesScope(mentor, async ({ mentees, applicantIds, tx }) => {
      expect([...applicantIds].sort()).toEqual([ana, ...others].map(({ userId }) => userId).sort())
      expect(mentees.find(({ applicantId }) => applicantId === ana.userId)?.readSections).toEqual(['exams'])
      expect(await tx.execute('select distinct applicant_id from exam_attempts')).toHaveLength(1)
    })
  })
})

describe('the log', () => {
  const log = () =>
    as(
      { viewer: ana.userId },
      (tx) => tx<{ what: string; mentor_id: string | null; link_id: string | null }[]>`
      select what, mentor_id, link_id from looks order by looked_at, what`,
    )

  test('says who looked at what, once within ten minutes, and only what they could see', async () => {
    const { mentor } = await mentorWith({ read: ['exams'] })
    const before = (await log()).length
    const look = () => withMenteeScope(mentor, ana.userId, { looks: ['exams', 'rank'] }, async () => 1)
    await look()
    await look()
    const added = (await log()).slice(before)
    expect(added).toEqual([{ what: 'exams', mentor_id: mentor.userId, link_id: null }])
    await owner`insert into looks (applicant_id, mentor_id, grant_id, looked_by, what, looked_at)
      select applicant_id, mentor_id, grant_id, looked_by, what, now() - interval '11 minutes' from looks
      where mentor_id = ${mentor.userId}`
    await owner`delete from looks where mentor_id = ${mentor.userId} and looked_at > now() - interval '5 minutes'`
    await look()
    expect((await log()).filter(({ mentor_id }) => mentor_id === mentor.userId)).toHaveLength(2)
  })

  test('holds a link’s looks, a roster’s, and no preview', async () => {
    const { mentor, grantId } = await mentorWith({ read: ['exams'] })
    const reader = await link(['exams'])
    const before = (await log()).length
    await withPreviewScope(ana, grantId, async () => 1)
    await withLinkScope({ kind: 'link', tokenHash: reader.link ?? '' }, { looks: ['exams'] }, async () => 1)
    await withMenteesScope(mentor, async () => 1)
    const added = (await log()).slice(before)
    expect(added.map(({ what, mentor_id, link_id }) => [what, mentor_id, link_id !== null])).toEqual([
      ['exams', null, true],
      ['roster', mentor.userId, false],
    ])
  })

  test('is changed by nobody in the app’s role, and read by the applicant alone', async () => {
    const { mentor, reader } = await mentorWith({ read: ALL })
    await withMenteeScope(mentor, ana.userId, { looks: ['exams'] }, async () => 1)
    expect(await as(reader, (tx) => tx`select 1 as x from looks`)).toEqual([])
    for (const viewer of [ana.userId, mentor.userId]) {
      for (const statement of [
        `insert into looks (applicant_id, looked_by, what) values ('${ana.userId}', 'mentor', 'exams')`,
        `update looks set what = 'exams'`,
        'delete from looks',
        'truncate looks',
      ]) {
        await expect(
          as({ viewer }, (tx) => tx.unsafe(statement)),
          statement,
        ).rejects.toMatchObject({ code: '42501' })
      }
    }
  })

  test('keeps the rows of a mentor who leaves, without their name, and goes with the applicant', async () => {
    const { mentor } = await mentorWith({ read: ['exams'] })
    await withMenteeScope(mentor, ana.userId, { looks: ['exams'] }, async () => 1)
    const before = (await log()).length
    await owner`delete from users where id = ${mentor.userId}`
    const after = await log()
    expect(after).toHaveLength(before)
    expect(after.some(({ mentor_id }) => mentor_id === mentor.userId)).toBe(false)

    const ben = await createUser(owner)
    const other = await createUser(owner)
    await createGrant(owner, { applicant: ben, mentor: other, read: ['exams'] })
    await withMenteeScope(other, ben.userId, { looks: ['exams'] }, async () => 1)
    expect(await owner`select 1 as x from looks where applicant_id = ${ben.userId}`).toHaveLength(1)
    await owner`delete from users where id = ${ben.userId}`
    expect(await owner`select 1 as x from looks where applicant_id = ${ben.userId}`).toEqual([])
  })
})
