import { describe, expect, test } from 'vitest'
import { buildRows, evaluateEntries } from '@/lib/list/build-rows'
import type { ListEntry } from '@/lib/list/entry'
import { SILENCE_DAYS } from '@/lib/list/no-response'
import { summarizeList } from '@/lib/list/summary'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import type { Program } from '@/lib/programs/fact'
import { buildApplicant, buildEmptyApplicant } from '../../factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '../../factories/program'
import { shippedSeason } from '../../factories/season'

const TODAY = '2026-11-22'

function listed(program: Program, overrides: Partial<CatalogueProgram> = {}): CatalogueProgram {
  return { ...program, acgmeId: null, nrmpCode: null, url: null, isRetired: false, version: 1, ...overrides }
}

function entryOf(program: Program, overrides: Partial<ListEntry> = {}): ListEntry {
  return {
    id: `entry-${program.id}`,
    cycleId: 'cycle',
    programId: program.id,
    status: 'considering',
    statusOn: null,
    appliedOn: null,
    signal: 'none',
    hasNote: false,
    addedAt: '2026-11-01T00:00:00.000Z',
    ...overrides,
  }
}

function read(
  programs: readonly CatalogueProgram[],
  options: {
    applicant?: ReturnType<typeof buildApplicant>
    entries?: ListEntry[]
    today?: string
    silenceDays?: number
  } = {},
) {
  const { today = TODAY, silenceDays = SILENCE_DAYS } = options
  const evaluated = evaluateEntries({
    entries: options.entries ?? programs.map((program) => entryOf(program)),
    programs,
    applicant: options.applicant ?? buildApplicant(),
    season: shippedSeason(2028),
    today,
    silenceDays,
  })
  return { ...buildRows(evaluated, today), summary: summarizeList(evaluated, silenceDays) }
}

const open = listed(buildOpenProgram({ id: 'open' }))
const refuses = listed(
  buildProgram({
    id: 'refuses',
    facts: [
      buildFact({ field: 'offers_place_this_season', value: 'yes', season: 2028 }),
      buildFact({ field: 'j1_accepted', value: 'no' }),
    ],
  }),
)
const unknown = listed(buildProgram({ id: 'unknown' }))
const twoYear = listed(buildOpenProgram({ id: 'two-year', pathway: 'mgg' }))

describe('the summary of a list', () => {
  test('counts the standings and says how many are open', () => {
    const { summary } = read([open, refuses, unknown, twoYear])
    expect(summary.total).toBe(4)
    expect(summary.counts).toMatchObject({ closed: 1, not_yet_eligible: 1 })
    expect(summary.sentence).toMatch(/^2 of 4 programs are open to you as far as is known/)
  })

  test('names the closed, the not yet eligible and the unknown visas, each with the view that shows it', () => {
    const { summary } = read([open, refuses, unknown, twoYear])
    expect(summary.problems.map(({ key, href }) => [key, href])).toEqual([
      ['closed', '/list?standing=closed'],
      ['not_yet_eligible', '/list?standing=not_yet_eligible'],
      ['visa', '/list'],
    ])
  })

  test('has no problem to name where there is none', () => {
    expect(read([open]).summary.problems).toEqual([])
  })

  test('says what is needed of a person who has said nothing, and shames nobody', () => {
    const { summary, rows } = read([open, unknown], { applicant: buildEmptyApplicant() })
    expect(summary.sentence).toContain('are needed to say how they stand')
    expect(rows.every(({ standing }) => standing === 'not_enough_facts')).toBe(true)
    expect(rows[0]?.reason).toMatch(/^Enter your /)
  })

  test('speaks of a single program as of one', () => {
    expect(read([open]).summary.sentence).toMatch(/^The one program on your list is open to you/)
    expect(read([refuses]).summary.sentence).toBe(
      'The one program on your list is not open to you this season.',
    )
    const nothingSaid = read([unknown], { applicant: buildEmptyApplicant() })
    expect(nothingSaid.summary.sentence).toContain('to say how it stands')
  })

  test('does not call a program shut whose standing only waits for answers', () => {
    const nothingSaid = buildEmptyApplicant()
    const applicant = { ...nothingSaid, training: { ...nothingSaid.training, acgmeMonths: 0 } }
    const { summary } = read([unknown, twoYear], { applicant })
    expect(summary.counts).toMatchObject({ not_enough_facts: 1, not_yet_eligible: 1 })
    expect(summary.sentence).toMatch(/^For 1 of 2 programs .* none of the others is open to you/)
  })

  test('names silence after six weeks of review', () => {
    const entries = [entryOf(open, { status: 'applied', statusOn: '2027-09-22', appliedOn: '2027-09-22' })]
    const early = read([open], { entries, today: '2027-10-20' })
    expect(early.summary.problems).toEqual([])
    expect(early.rows[0]?.since).toBe('22 Sep 2027')
    const late = read([open], { entries, today: '2027-12-15' })
    expect(late.summary.problems.map(({ key }) => key)).toContain('silent')
    expect(late.rows[0]?.since).toBe('no answer for 12 weeks')
    // The number of days is the person's own.
    const patient = read([open], { entries, today: '2027-12-15', silenceDays: 120 })
    expect(patient.summary.problems).toEqual([])
  })

  test('names a program that the catalogue no longer holds', () => {
    const gone = listed(buildOpenProgram({ id: 'gone' }), { isRetired: true })
    const { summary, rows } = read([gone])
    expect(summary.problems.map(({ key }) => key)).toContain('retired')
    expect(rows[0]?.detail).toContain('no longer listed')
  })
})

describe('the rows of a list', () => {
  const noPlace = (id: string) =>
    listed(buildProgram({ id, facts: [buildFact({ field: 'j1_accepted', value: 'yes' })] }))

  test('say what all open programs share once, and in no row', () => {
    const { rows, shared } = read([noPlace('a'), noPlace('b'), refuses])
    expect(shared).toContain('if it offers a place this season')
    for (const { reason } of rows) expect(reason).not.toContain('if it offers a place this season')
  })

  test('keep a condition in its row while not every open program has it', () => {
    const { rows, shared } = read([noPlace('a'), open])
    expect(shared).not.toContain('if it offers a place this season')
    expect(rows.find(({ id }) => id === 'entry-a')?.reason).toContain('if it offers a place this season')
  })

  test('give the rule that closes a program as its reason', () => {
    const row = read([refuses]).rows[0]
    expect(row).toMatchObject({ standing: 'closed', reason: 'It does not sponsor the J-1.' })
  })

  test('tell programs apart that share a sponsor and a pathway, and only those', () => {
    const a = listed(buildOpenProgram({ id: 'a', name: 'Track A' }))
    const b = listed(buildOpenProgram({ id: 'b', name: 'Track B' }))
    expect(read([a, b]).rows.map(({ detail }) => detail)).toEqual([
      'Track A · Springfield, OH',
      'Track B · Springfield, OH',
    ])
    expect(read([a]).rows[0]?.detail).toBe('Springfield, OH')
  })

  test('leave out an entry whose program is gone', () => {
    expect(read([open], { entries: [entryOf(open), entryOf(unknown)] }).rows).toHaveLength(1)
  })
})
