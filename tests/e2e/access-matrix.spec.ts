import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { GROUP_SECTIONS, GROUPS, type Group } from '@/lib/mentors/groups'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import { createGrant } from '../factories/user'
import { PAGES } from '../support/access-matrix'
import { actionOf } from '../support/e2e/actions'
import { formsIn } from '../support/e2e/forms'
import { inLanes } from '../support/e2e/lanes'
import type { People, Person, Worker } from '../support/e2e/people'
import { dataRoutes, pageRoutes, type Route } from '../support/e2e/routes'
import { rowsOf } from '../support/e2e/rows'
import { MARKS, type Mark, markSections, marksIn } from '../support/e2e/section-marks'
import { expect, test } from '../support/e2e/test'
import { Visitor } from '../support/e2e/visitor'

/*
 * The matrix of tests/support/access-matrix.ts through HTTP: every page and handler against everyone who may ask. Ana's
 * words say of which section they are, so that each answer shows what it gave away. isolation.spec.ts sends the forms.
 */

/** A mark that must be on a page about a mentee where its group is open: an empty page would prove nothing. */
const SHOWN: Readonly<Record<string, { group: Group; mark: Mark }>> = {
  '/mentees/[applicantId]/exams': { group: 'exams', mark: 'exams' },
  '/mentees/[applicantId]/list': { group: 'list', mark: 'named' },
  '/mentees/[applicantId]/documents': { group: 'documents', mark: 'documents' },
  '/mentees/[applicantId]/interviews': { group: 'interviews', mark: 'named' },
  '/mentees/[applicantId]/checklist': { group: 'checklist', mark: 'checklist' },
}

async function makeAna(people: People, owner: postgres.Sql): Promise<Worker> {
  const ana = await people.memberAtWork()
  await markSections(owner, ana.userId, ana.marker)
  return ana
}

type Ends = { revokedAt?: Date; expiresAt?: Date }

async function makeMentor(
  { people, owner, ana }: { people: People; owner: postgres.Sql; ana: Worker },
  comment: readonly Section[],
  { programIds = [], ...ends }: Ends & { programIds?: string[] } = {},
): Promise<Person> {
  const mentor = await people.member()
  const id = await createGrant(owner, { applicant: ana, mentor, comment: [...comment], ...ends })
  await owner`update grants set applicant_name = 'Ana' where id = ${id}`
  await owner`update mentor_seats set institution = ${programIds.length > 0 ? 'A hospital' : null}, program_ids = ${programIds}
    where user_id = ${mentor.userId}`
  return mentor
}

const isMentee = ({ pattern }: Route) => PAGES[pattern]?.is === 'mentee'

/** Which marks a reader of these groups may meet anywhere. */
function openMarks(groups: readonly Group[]): Mark[] {
  const sections: Mark[] = groups.flatMap((group) => [...GROUP_SECTIONS[group]])
  return groups.includes('list') || groups.includes('interviews') ? [...sections, 'named'] : sections
}

test('nobody without a grant finds a word of hers, at any address', async ({ people, owner, origin }) => {
  test.setTimeout(180_000)
  const ana = await makeAna(people, owner)
  const of = { people, owner, ana }
  const everywhere = dataRoutes(ana.work, ana.userId)
  const aboutHer = everywhere.filter((route) => route.isOwned || isMentee(route))
  const [other, elsewhere] = [await people.memberAtWork({ programs: 2 }), await people.member()]
  await createGrant(owner, { applicant: other, mentor: elsewhere, comment: [...SECTIONS] })
  const askers: [string, Person | null, readonly Route[]][] = [
    ['someone signed out', null, everywhere],
    ['a guest', await people.guestAtWork({ programs: 2 }), aboutHer],
    ['another member', other, everywhere],
    ['a mentor of somebody else', elsewhere, aboutHer],
    ['a mentor whose grant is revoked', await makeMentor(of, SECTIONS, { revokedAt: new Date() }), aboutHer],
    [
      'a mentor whose grant has expired',
      await makeMentor(of, SECTIONS, { expiresAt: new Date(Date.now() - 1000) }),
      aboutHer,
    ],
  ]
  const asked = askers.flatMap(([who, person, routes]) => {
    const visitor = new Visitor(origin, person)
    return routes.map((route) => ({ who, person, visitor, route }))
  })
  await inLanes(asked, async ({ who, person, visitor, route }) => {
    const answer = await visitor.get(route.path)
    // As a page, and as the data of a page that a script asks for: whoever asks, a page draws both from the same.
    const bodies = [answer.body]
    if (person === other && (route.isOwned || isMentee(route)))
      bodies.push((await visitor.get(route.path, { rsc: '1' })).body)
    for (const body of bodies)
      for (const mark of [ana.marker, ana.email ?? ana.marker])
        expect(body.includes(mark), `${who}: ${route.path} shows ${mark}`).toBe(false)
    if (route.isOwned) expect(answer.status, `${who}: ${route.path}`).toBe(404)
    // Signed out, one is led to the sign-in page, whether there is a mentee or not.
    if (isMentee(route)) expect(answer.status, `${who}: ${route.path}`).toBe(person ? 404 : 307)
  })
})

test('a mentor finds of her what the grant opens, on the pages about her, and nothing anywhere else', async ({
  people,
  owner,
  origin,
}) => {
  test.setTimeout(180_000)
  const ana = await makeAna(people, owner)
  const of = { people, owner, ana }
  const everywhere = dataRoutes(ana.work, ana.userId)
  const grouped = await Promise.all(
    GROUPS.map(async (group) => ({
      group,
      visitor: new Visitor(origin, await makeMentor(of, GROUP_SECTIONS[group])),
    })),
  )
  const asked = grouped.flatMap((one) => everywhere.filter(isMentee).map((route) => ({ ...one, route })))
  await inLanes(asked, async ({ group, visitor, route }) => {
    const answer = await visitor.get(route.path)
    const isEntry = route.pattern.endsWith('[entryId]')
    expect(answer.status, `${group}: ${route.path}`).toBe(isEntry && group !== 'list' ? 404 : 200)
    // No browser and no proxy keeps what may be closed at any moment.
    expect(answer.cacheControl, route.path).toContain('no-store')
    const open = openMarks([group])
    const found = marksIn(answer.body, ana.marker)
    expect(
      found.filter((mark) => !open.includes(mark)),
      `${group}: ${route.path} gives away`,
    ).toEqual([])
    expect(answer.body.includes(ana.email ?? ana.marker), route.path).toBe(false)
    const shown = SHOWN[route.pattern]
    if (shown?.group === group) expect(found, `${group}: ${route.path} shows`).toContain(shown.mark)
  })
  const visitor = new Visitor(origin, await makeMentor(of, SECTIONS))
  await inLanes(
    everywhere.filter((route) => !isMentee(route)),
    async (route) => {
      const answer = await visitor.get(route.path)
      // The roster names her in one line; what it says of her is what the overview says.
      const allowed: readonly Mark[] = route.pattern === '/mentees' ? MARKS : []
      expect(
        marksIn(answer.body, ana.marker).filter((mark) => !allowed.includes(mark)),
        route.path,
      ).toEqual([])
      if (route.isOwned) expect(answer.status, route.path).toBe(404)
    },
  )
})

test('a mentor in conflict finds one program, and no word that may name another', async ({
  people,
  owner,
  origin,
}) => {
  const ana = await makeAna(people, owner)
  // The first two are of one institution, which is the mentor's.
  const [mine = '', , other = ''] = ana.work.entryIds
  const [listed] = await owner<{ id: string }[]>`select program_id as id from list_entries where id = ${mine}`
  const mentor = await makeMentor({ people, owner, ana }, SECTIONS, { programIds: [listed?.id ?? ''] })
  const visitor = new Visitor(origin, mentor)
  const open: readonly Mark[] = ['exams', 'profile', 'documents', 'story']
  const asked = pageRoutes(ana.work, ana.userId)
    .filter(isMentee)
    .flatMap(({ path }) => [
      { path, headers: {} },
      { path, headers: { rsc: '1' } },
    ])
  await inLanes(asked, async ({ path, headers }) => {
    const { body } = await visitor.get(path, headers)
    expect(
      marksIn(body, ana.marker).filter((mark) => !open.includes(mark)),
      path,
    ).toEqual([])
  })
  expect((await visitor.get(`/mentees/${ana.userId}/list/${mine}`)).status).toBe(200)
  expect((await visitor.get(`/mentees/${ana.userId}/list/${other}`)).status).toBe(404)
})

test('a link opens its sections while it lasts, and nothing else', async ({ people, owner, origin }) => {
  const ana = await makeAna(people, owner)
  const linkTo = async (sections: readonly Section[], ends: { days?: number; isRevoked?: boolean } = {}) => {
    const token = crypto.randomUUID()
    await owner`insert into share_links ${owner({
      applicant_id: ana.userId,
      token_hash: createHash('sha256').update(token).digest('base64url'),
      label: 'A dean',
      applicant_name: 'Ana',
      read_sections: [...sections],
      expires_at: new Date(Date.now() + (ends.days ?? 7) * 86_400_000),
      revoked_at: ends.isRevoked ? new Date() : null,
    })}`
    return `/look/${token}`
  }
  const pages = ['', '?page=exams', '?page=list', '?page=documents', '?page=interviews', '?page=checklist']
  const withoutRank = SECTIONS.filter((section) => section !== 'rank')
  const visitor = new Visitor(origin, null)
  const live = await linkTo(GROUP_SECTIONS.exams)
  const ended = [
    await linkTo(withoutRank, { days: -1 }),
    await linkTo(withoutRank, { isRevoked: true }),
    '/look/never',
  ]
  const bodies = new Set<string>()
  for (const page of [...pages, `?entry=${ana.work.entryIds[0]}`]) {
    const found = marksIn((await visitor.get(live + page)).body, ana.marker)
    expect(found, page).toEqual(page === '?page=exams' ? ['exams'] : found.filter((mark) => mark === 'exams'))
    for (const address of ended) {
      const { body } = await visitor.get(address + page)
      expect(marksIn(body, ana.marker), address).toEqual([])
      expect(body).toContain('This link has ended')
      bodies.add(
        body.replace(/<script[\s\S]*?<\/script>|<link[^>]*>|<meta[^>]*>/g, '').replaceAll(address, ''),
      )
    }
  }
  // Revoked, over and never given cannot be told apart.
  expect(bodies.size).toBe(1)
  // A link writes nothing: there is no form behind it.
  expect(formsIn((await visitor.get(live)).body)).toEqual([])
})

test('what stood open when a grant ended sends nothing more, from any tab', async ({
  people,
  owner,
  origin,
}) => {
  const ana = await makeAna(people, owner)
  const mentor = await makeMentor({ people, owner, ana }, SECTIONS)
  const visitor = new Visitor(origin, mentor)
  const tabs: { path: string; form: ReturnType<typeof formsIn>[number] }[] = []
  const seen = new Set<string>()
  for (const { path } of pageRoutes(ana.work, ana.userId).filter(isMentee)) {
    for (const form of formsIn((await visitor.get(path)).body)) {
      const field = (wanted: string) => form.fields.find(([name]) => name === wanted)?.[1] ?? ''
      // Of each thing that is spoken of one form of each action; actions.spec.ts calls them all by their ids.
      const kind = `${actionOf(form)} ${field('kind')}`
      if (field('applicantId') === '' || seen.has(kind)) continue
      seen.add(kind)
      tabs.push({ path, form })
    }
  }
  expect(tabs.length).toBeGreaterThan(8)
  const answers = { body: 'Too late', title: 'Too late' }
  const [first] = tabs
  if (first) await visitor.post(first.path, first.form, { body: 'In time', title: 'In time' })
  const written = await owner`select 1 as x from comment_threads where applicant_id = ${ana.userId}`
  expect(written.length, 'the forms do write while the grant lives').toBeGreaterThan(0)

  await owner`update grants set revoked_at = now() where mentor_id = ${mentor.userId}`
  const before = await rowsOf(owner, ana.userId)
  for (const { path, form } of tabs) {
    const { body } = await visitor.post(path, form, answers)
    // What the tab itself sent may come back to it; nothing else does.
    const sent = form.fields.map(([, value]) => value).join()
    const back = marksIn(body, ana.marker).filter((mark) => !sent.includes(ana.marker + mark))
    expect(back, path).toEqual([])
  }
  expect(await rowsOf(owner, ana.userId)).toEqual(before)
})
