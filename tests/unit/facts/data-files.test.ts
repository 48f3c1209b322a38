import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONFIDENCES } from '@/lib/facts/source'
import { catalogueInput, leadsInput } from '@/lib/programs/catalogue-input'
import { FACT_FIELDS, type FactField } from '@/lib/programs/fact'
import { seasonsInput } from '@/lib/season/season-input'

const read = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../db/seed/facts', name), 'utf8'))

const { programs } = catalogueInput.parse(read('programs.json'))
const { leads } = leadsInput.parse(read('leads.json'))
const { seasons } = seasonsInput.parse(read('seasons.json'))
const facts = programs.flatMap((program) => program.facts.map((fact) => ({ program, ...fact })))

const rowsWith = (field: FactField, ...values: readonly (string | number)[]) =>
  programs.filter((program) =>
    program.facts.some(
      (fact) => fact.field === field && (values.length === 0 || values.includes(fact.value)),
    ),
  )
const factsOf = (id: string, field: FactField) =>
  facts.filter((fact) => fact.program.id === id && fact.field === field)

describe('the catalogue is whole', () => {
  test('62 programs by pathway, 47 leads that are no programs', () => {
    const count = (pathway: string) => programs.filter((program) => program.pathway === pathway).length
    expect(programs).toHaveLength(62)
    expect({
      mgg: count('mgg'),
      peds: count('peds_mgg'),
      im: count('im_mgg'),
      mfm: count('mfm_mgg'),
    }).toEqual({
      mgg: 24,
      peds: 31,
      im: 6,
      mfm: 1,
    })
    expect(leads).toHaveLength(47)
  })

  test('it covers what its makers counted', () => {
    expect(programs.filter(({ url }) => url !== null)).toHaveLength(33)
    expect(programs.filter(({ acgmeId }) => acgmeId !== null)).toHaveLength(17)
    expect(programs.filter(({ nrmpCode }) => nrmpCode !== null)).toHaveLength(34)
    expect(rowsWith('j1_accepted', 'yes', 'no')).toHaveLength(33)
    expect(rowsWith('j1_accepted', 'case_by_case')).toHaveLength(1)
    // 28 with one answer, and three whose sources of the same standing contradict each other.
    expect(rowsWith('h1b_accepted')).toHaveLength(28 + 3)
    expect(rowsWith('eras_cycle', 'season')).toHaveLength(37)
    expect(rowsWith('participates_nrmp', 'yes')).toHaveLength(36)
    expect(rowsWith('research_orientation')).toHaveLength(20)
    expect(rowsWith('existence')).toHaveLength(62)
  })

  test('what nobody published is absent, not guessed', () => {
    for (const field of ['offers_place_this_season', 'application_deadline', 'min_step1'] as const) {
      expect(rowsWith(field), field).toEqual([])
    }
    expect(rowsWith('min_step2ck').map(({ id }) => id)).toEqual(['ia-iowa-peds-mgg'])
    expect(facts.filter(({ value }) => value === 'unknown')).toEqual([])
  })
})

describe('every fact', () => {
  test('has a page, or the mark inferred', () => {
    const bare = facts.filter(({ source, confidence }) => source.url === null && confidence !== 'inferred')
    expect(bare).toEqual([])
    expect(facts.every(({ source }) => source.title.trim() !== '')).toBe(true)
    expect(facts.every(({ confidence }) => CONFIDENCES.includes(confidence))).toBe(true)
  })

  test('of our own classification says so in scope, kind and confidence', () => {
    for (const { field, scope, sourceKind, confidence } of facts) {
      if (['setting', 'size_class', 'research_orientation', 'eras_cycle'].includes(field)) {
        expect({ scope, sourceKind, confidence }).toEqual({
          scope: 'classification',
          sourceKind: 'classification',
          confidence: 'inferred',
        })
      }
    }
  })

  test('on a sister program is a note of the institution, never an answer', () => {
    const sister = facts.filter(({ value }) => /sister program|sibling/i.test(String(value)))
    expect(sister.length).toBeGreaterThan(5)
    for (const fact of sister) {
      expect(FACT_FIELDS[fact.field].kind, fact.id).toBe('note')
      expect(fact.scope, fact.id).toBe('institution')
    }
  })
})

describe('claims keep their place, year and contradiction', () => {
  test('a department and its institution disagree, and both are kept', () => {
    expect(
      factsOf('wa-uw-seattle-mgg', 'j1_accepted').map(({ value, scope, year }) => [value, scope, year]),
    ).toEqual([
      ['yes', 'institution', 2006],
      ['no', 'program', 2013],
    ])
  })

  test('two statements of one page in different years stay two', () => {
    const said = factsOf('tx-baylor-im-mgg', 'h1b_accepted')
    expect(said.map(({ value, year }) => [value, year])).toEqual([
      ['no', 2025],
      ['no', 2022],
    ])
  })

  test('"not recruiting" names the season it was said of, and none where it was not', () => {
    expect(factsOf('sc-greenwood-mgg', 'recruiting')).toMatchObject([
      { value: 'no', year: 2023, season: 2024 },
    ])
    expect(factsOf('tx-uthealth-houston-mgg', 'recruiting')).toMatchObject([
      { value: 'no', year: null, season: null },
    ])
    expect(factsOf('or-ohsu-peds-mgg', 'recruiting')).toMatchObject([{ value: 'planned', season: 2027 }])
    expect(rowsWith('recruiting')).toHaveLength(3)
  })

  test('a preference is no limit', () => {
    expect(factsOf('ut-utah-peds-mgg', 'years_since_graduation_max')).toEqual([])
    expect(factsOf('ut-utah-peds-mgg', 'graduation_note')).toMatchObject([{ scope: 'parent' }])
    expect(factsOf('tx-uthealth-houston-peds-mgg', 'years_since_graduation_max')).toMatchObject([
      { value: 3 },
    ])
    expect(rowsWith('min_step2ck', 220)).toEqual([])
  })

  test('pay from a training grant is a visa fact of the one program that says it', () => {
    expect(rowsWith('resident_pay_from_training_grant', 'yes').map(({ id }) => id)).toEqual([
      'md-hopkins-mgg',
    ])
  })
})

describe('the calendar', () => {
  test('six seasons, each event with its status', () => {
    expect(seasons.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028])
    const statuses = new Set(seasons.flatMap(({ events }) => events.map(({ status }) => status)))
    expect([...statuses].sort()).toEqual(['not_announced', 'projected', 'published'])
  })

  test('nothing of season 2028 is published, and its IMG token has no date', () => {
    const events = seasons.find(({ year }) => year === 2028)?.events ?? []
    expect(events.filter(({ status }) => status === 'published')).toEqual([])
    expect(events.find(({ key }) => key === 'img_eras_token_available')).toMatchObject({
      status: 'not_announced',
      on: null,
      at: null,
    })
  })

  test('an evening deadline keeps its Eastern day', () => {
    const deadline = seasons
      .find(({ year }) => year === 2027)
      ?.events.find(({ key }) => key === 'nrmp_rol_deadline')
    expect(deadline).toMatchObject({ on: '2027-03-03', at: '2027-03-04T02:00:00.000Z' })
  })
})
