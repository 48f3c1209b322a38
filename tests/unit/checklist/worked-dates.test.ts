import { describe, expect, test } from 'vitest'
import type { ChecklistInput } from '@/lib/checklist/checklist'
import { buildAttempt } from '@/tests/factories/applicant'
import { buildListed, checklistOf, graduateAtTheStart } from '@/tests/factories/checklist'
import { shippedSeason } from '@/tests/factories/season'

/*
 * Every day below was counted on a calendar by hand from the season's own dates.
 *
 *            submission   review      Pathways    registration  ranking     rank list   Match Day
 * 2027       2026-09-02   2026-09-23  2027-01-31  2027-01-29    2027-02-01  2027-03-03  2027-03-19   (published)
 * 2028       2027-09-01   2027-09-22  2028-01-31  2028-01-31    2028-02-01  2028-03-01  2028-03-17   (projected)
 *
 * Fellowship, July cycle: 2026-07-01 / 2026-07-15 and 2027-07-07 / 2027-07-21; December: 2026-11-11 / 2026-12-02 and
 * 2027-11-10 / 2027-12-01, all of them projected.
 */

function dates(input: Partial<ChecklistInput>, applies: 'yes' | 'unknown' = 'yes') {
  return Object.fromEntries(
    checklistOf(input)
      .items.filter((item) => item.applies === applies && item.state === 'open')
      .map((item) => [item.id, item.due.on]),
  )
}

const FOR_2028_J1 = {
  one_name: '2026-11-22',
  // Ten months before 22 September 2027; the seven years count from the pass of 4 May 2026.
  seven_years: '2033-05-04',
  pathway_choice: '2026-12-22',
  visitor_visa: '2026-12-01',
  observership: '2027-04-01',
  // Eight weeks and three working days before review: 22 September back to the report of Sunday 19, back 56 days.
  step2ck_registration: '2027-05-02',
  step2ck: '2027-07-25',
  oet: '2027-07-25',
  credentials_verified: '2027-06-30',
  letters_asked: '2027-05-12',
  us_geneticist_letter: '2027-06-23',
  gaps_explained: '2027-07-21',
  eras_token: '2027-07-21',
  school_transcript: '2027-08-11',
  photo: '2027-08-11',
  statement: '2027-08-18',
  program_list: '2027-08-18',
  mspe: '2027-08-25',
  application_form: '2027-08-25',
  letters_uploaded: '2027-09-08',
  letters_assigned: '2027-09-20',
  complete: '2027-09-20',
  ministry_asked: '2027-12-01',
  pathway_application: '2027-12-15',
  nrmp_registration: '2028-01-31',
  contract_in_writing: '2028-02-09',
  pathway_accepted: '2028-02-16',
  ecfmg_verification: '2028-02-16',
  rank_list: '2028-03-01',
  soap_ready: '2028-03-10',
  contract_signed: '2028-03-31',
  liaison_file: '2028-04-07',
  ecfmg_certificate: '2028-04-08',
  statement_of_need: '2028-04-21',
  board_review: '2028-05-06',
  ds2019: '2028-06-02',
  sevis: '2028-06-05',
  visa_interview: '2028-06-16',
  training_license: '2028-06-24',
}

const FOR_2027_J1 = {
  one_name: '2025-11-23',
  seven_years: '2033-05-04',
  pathway_choice: '2025-12-23',
  visitor_visa: '2025-12-02',
  observership: '2026-04-02',
  step2ck_registration: '2026-05-03',
  step2ck: '2026-07-26',
  oet: '2026-07-26',
  credentials_verified: '2026-07-01',
  letters_asked: '2026-05-13',
  us_geneticist_letter: '2026-06-24',
  gaps_explained: '2026-07-22',
  eras_token: '2026-07-22',
  school_transcript: '2026-08-12',
  photo: '2026-08-12',
  statement: '2026-08-19',
  program_list: '2026-08-19',
  mspe: '2026-08-26',
  application_form: '2026-08-26',
  // Signals of pediatrics-genetics are known for 2027: three.
  signals: '2026-09-02',
  letters_uploaded: '2026-09-09',
  letters_assigned: '2026-09-21',
  complete: '2026-09-21',
  ministry_asked: '2026-12-01',
  pathway_application: '2026-12-15',
  nrmp_registration: '2027-01-29',
  contract_in_writing: '2027-02-10',
  pathway_accepted: '2027-02-17',
  ecfmg_verification: '2027-02-17',
  rank_list: '2027-03-03',
  soap_ready: '2027-03-12',
  contract_signed: '2027-04-02',
  ecfmg_certificate: '2027-04-08',
  liaison_file: '2027-04-09',
  statement_of_need: '2027-04-23',
  board_review: '2027-05-06',
  ds2019: '2027-06-04',
  sevis: '2027-06-07',
  visa_interview: '2027-06-18',
  training_license: '2027-06-24',
}

describe('a graduate who needs a J-1 and applies to combined programs', () => {
  test('season 2028, projected', () => {
    const checklist = checklistOf()
    expect(dates({})).toEqual(FOR_2028_J1)
    const byId = new Map(checklist.items.map((item) => [item.id, item]))
    expect(byId.get('complete')?.due.isProjected).toBe(true)
    expect(byId.get('training_license')?.due.isProjected).toBe(false)
    expect(byId.get('elective')).toMatchObject({ applies: 'no', because: 'is_enrolled' })
    expect(byId.get('step3')).toMatchObject({ applies: 'no', because: 'h1b_expected' })
    expect(byId.get('fellowship_token')).toMatchObject({ applies: 'no', because: 'calendar' })
    // Nobody has announced the token's day: the item says so and places nothing.
    expect(byId.get('eras_token')?.opensOn).toMatchObject({ on: null, missing: 'not_announced' })
  })

  test('season 2027, published', () => {
    const input = { season: shippedSeason(2027), today: '2026-06-01' }
    expect(dates(input)).toEqual(FOR_2027_J1)
    const byId = new Map(checklistOf(input).items.map((item) => [item.id, item]))
    expect(byId.get('complete')?.due.isProjected).toBe(false)
    expect(byId.get('eras_token')?.opensOn).toMatchObject({ on: '2026-06-24' })
  })

  test('a planned Step 2 CK day carries its registration, and a late one is said to clash', () => {
    const plan = (takenOn: string) =>
      checklistOf({
        applicant: graduateAtTheStart({
          attempts: [
            buildAttempt({ exam: 'step1', takenOn: '2026-05-04' }),
            buildAttempt({ exam: 'step2ck', takenOn, outcome: 'planned' }),
          ],
        }),
      }).items
    const find = (takenOn: string, id: string) => plan(takenOn).find((item) => item.id === id)
    expect(find('2027-06-28', 'step2ck')?.due.on).toBe('2027-06-28')
    expect(find('2027-06-28', 'step2ck_registration')?.due.on).toBe('2027-04-05')
    expect(find('2027-06-28', 'complete')?.clash).toBeNull()
    expect(find('2027-09-27', 'step2ck_registration')?.due.on).toBe('2027-07-05')
    expect(find('2027-09-27', 'complete')?.clash).toMatchObject({ id: 'step2ck', on: '2027-09-27' })
    // Reported by 22 November at the latest, and with programs three working days later.
    expect(find('2027-09-27', 'scores_resent')).toMatchObject({ applies: 'yes', due: { on: '2027-11-25' } })
  })

  test('an enrolled student does an elective, and the diploma follows graduation', () => {
    const found = dates({
      applicant: graduateAtTheStart({ graduation: { status: 'enrolled', on: '2027-12-15' } }),
    })
    expect(found).toMatchObject({ elective: '2027-04-01', credentials_after_graduation: '2028-01-12' })
    expect(found).not.toHaveProperty('observership')
    expect(found).not.toHaveProperty('credentials_verified')
  })
})

describe('one who needs an H-1B', () => {
  const applicant = graduateAtTheStart({
    visa: { need: 'needs_visa', acceptable: ['h1b'], j1YearsUsed: 0, entryLimitMayApply: null },
  })
  const J1_ONLY = ['ministry_asked', 'liaison_file', 'statement_of_need', 'ds2019', 'sevis', 'visa_interview']
  const without = (all: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !J1_ONLY.includes(id)))

  test('season 2028: Step 3 eight weeks before the rank list closes, and the certificate before it', () => {
    expect(dates({ applicant })).toEqual({
      ...without(FOR_2028_J1),
      step3_travel: '2027-09-15',
      step3: '2028-01-05',
      pathway_accepted: '2028-01-05',
      ecfmg_certificate: '2028-01-05',
      h1b_petition: '2028-04-28',
    })
    const certificate = checklistOf({ applicant }).items.find(({ id }) => id === 'ecfmg_certificate')
    expect(certificate?.due).toMatchObject({
      ruleOn: '2028-04-08',
      pulledFor: { id: 'step3' },
      isProjected: true,
    })
  })

  test('season 2027', () => {
    expect(dates({ applicant, season: shippedSeason(2027), today: '2026-06-01' })).toEqual({
      ...without(FOR_2027_J1),
      step3_travel: '2026-09-16',
      step3: '2027-01-06',
      pathway_accepted: '2027-01-06',
      ecfmg_certificate: '2027-01-06',
      h1b_petition: '2027-04-30',
    })
  })

  test('is only possible where a J-1 would do as well', () => {
    const either = graduateAtTheStart({
      visa: { need: 'needs_visa', acceptable: ['j1', 'h1b'], j1YearsUsed: 0, entryLimitMayApply: null },
    })
    expect(dates({ applicant: either }, 'unknown')).toMatchObject({
      step3: '2028-01-05',
      ds2019: '2028-06-02',
    })
    expect(dates({ applicant: either }).ecfmg_certificate).toBe('2028-04-08')
  })
})

describe('a permanent resident with an ACGME year who applies to two-year genetics', () => {
  const resident = graduateAtTheStart({
    visa: { need: 'no_visa_needed', acceptable: null, j1YearsUsed: null, entryLimitMayApply: null },
    training: { ...graduateAtTheStart().training, acgmeMonths: 12, acgmePatientCareMonths: 12 },
    ecfmg: {
      status: 'certified',
      stepsDone: null,
      certifiedOn: '2025-03-01',
      validUntil: null,
      permanent: true,
    },
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2024-05-04' }),
      buildAttempt({ exam: 'step2ck', takenOn: '2024-10-04', score: 240 }),
    ],
  })
  const july = [buildListed('mgg', { calendars: ['july'] })]

  test('season 2028, July cycle: nothing of the Main Match and no visa', () => {
    expect(dates({ applicant: resident, programs: july })).toEqual({
      one_name: '2026-09-21',
      observership: '2027-02-07',
      gaps_explained: '2027-05-26',
      letters_asked: '2027-03-17',
      us_geneticist_letter: '2027-04-28',
      letters_uploaded: '2027-07-07',
      letters_assigned: '2027-07-19',
      statement: '2027-06-23',
      fellowship_token: '2027-06-09',
      fellowship_cycle_asked: '2027-05-12',
      photo: '2027-06-16',
      school_transcript: '2027-06-09',
      mspe: '2027-06-23',
      application_form: '2027-06-30',
      program_list: '2027-06-23',
      'complete.july': '2027-07-19',
      // No day of a fellowship match in genetics is known: what follows it has none either.
      contract_signed: null,
      training_license: '2028-06-24',
      board_review: '2028-05-06',
    })
  })

  test('season 2027, July cycle', () => {
    expect(
      dates({ applicant: resident, programs: july, season: shippedSeason(2027), today: '2026-03-01' }),
    ).toMatchObject({
      fellowship_token: '2026-06-03',
      statement: '2026-06-17',
      letters_uploaded: '2026-07-01',
      'complete.july': '2026-07-13',
      contract_signed: null,
      board_review: '2027-05-06',
    })
  })

  test('sees both cycles where the program’s own is not known, and is told to ask', () => {
    const checklist = checklistOf({ applicant: resident, programs: [buildListed('mgg')] })
    const byId = new Map(checklist.items.map((item) => [item.id, item]))
    expect(byId.get('complete.july')).toMatchObject({ applies: 'unknown', due: { on: '2027-07-19' } })
    expect(byId.get('complete.december')).toMatchObject({ applies: 'unknown', due: { on: '2027-11-29' } })
    expect(byId.get('fellowship_cycle_asked')?.applies).toBe('unknown')
    expect(byId.has('complete')).toBe(false)
    expect(byId.get('nrmp_registration')?.applies).toBe('no')
  })

  test('plans shared papers for the July cycle first, and for September once July’s review has begun', () => {
    const programs = [...july, buildListed('peds_mgg')]
    const statement = (today: string) =>
      checklistOf({ applicant: resident, programs, today }).items.find(({ id }) => id === 'statement')?.due.on
    expect(statement('2026-11-22')).toBe('2027-06-23')
    expect(statement('2027-07-21')).toBe('2027-06-23')
    expect(statement('2027-07-22')).toBe('2027-08-18')
  })
})

test('someone straight from abroad is not sent through the fellowship calendar of a program that is not open to them', () => {
  const checklist = checklistOf({ programs: [buildListed('mgg'), buildListed('peds_mgg')] })
  expect(checklist.facts.calendars.map(({ calendar }) => calendar)).toEqual(['main'])
  const byId = new Map(checklist.items.map((item) => [item.id, item]))
  expect(byId.get('fellowship_token')?.applies).toBe('no')
  // But to the board: six months before review.
  expect(byId.get('abmgg_question')).toMatchObject({ applies: 'yes', due: { on: '2027-03-22' } })
})
