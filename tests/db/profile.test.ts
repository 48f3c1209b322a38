import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import {
  addClinicalExperience,
  type ClinicalExperienceValues,
  findClinicalExperience,
  removeClinicalExperience,
  saveClinicalExperience,
} from '@/db/queries/clinical-experiences'
import { addLetter, findLetter, removeLetter, saveLetter } from '@/db/queries/letters'
import { getProfile, saveProfileSection, sectionOf } from '@/db/queries/profile'
import { saveListRecorded } from '@/db/queries/profile-lists'
import {
  addPublication,
  findPublication,
  removePublication,
  savePublication,
} from '@/db/queries/publications'
import {
  addResearchExperience,
  findResearchExperience,
  removeResearchExperience,
  saveResearchExperience,
} from '@/db/queries/research-experiences'
import type { UserViewer } from '@/lib/access/viewer'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let applicant: UserViewer
let stranger: UserViewer

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())
beforeEach(async () => {
  applicant = await createUser(owner)
  stranger = await createUser(owner)
})

const NEVER_SAID = {
  visaNeed: null,
  acceptableVisas: null,
  j1YearsUsed: null,
  entryLimitMayApply: null,
}
const NEEDS_J1 = { ...NEVER_SAID, visaNeed: 'needs_visa' as const, acceptableVisas: ['j1'] }
/** "Neither of them" is an answer: an empty list, where null would be "not said". */
const NEITHER_VISA = {
  visaNeed: 'needs_visa',
  acceptableVisas: [],
  j1YearsUsed: 2,
  entryLimitMayApply: true,
}
const OBSERVED: ClinicalExperienceValues = {
  kind: 'observership',
  specialty: 'genetics',
  place: 'A university hospital',
  weeks: 4,
}

const profileOf = (viewer: UserViewer) => withOwnScope(viewer, getProfile)
const applicantOf = (viewer: UserViewer) => withOwnScope(viewer, loadApplicant)
const seenVisa = async (viewer: UserViewer) => sectionOf((await profileOf(viewer)).values, 'visa').seen
const saveVisa = (viewer: UserViewer, values: typeof NEVER_SAID | typeof NEEDS_J1, seen: string) =>
  withOwnScope(viewer, (scope) => saveProfileSection(scope, 'visa', { values, seen }))
const formId = () => crypto.randomUUID()

describe('a section', () => {
  test('of someone who said nothing is unknown through and through, and reading makes no row', async () => {
    expect(await applicantOf(applicant)).toEqual(EMPTY_APPLICANT)
    expect(
      await owner`select 1 from applicant_profiles where applicant_id = ${applicant.userId}`,
    ).toHaveLength(0)
  })

  test('is saved whole, and can be taken back to "not said"', async () => {
    await saveVisa(applicant, NEEDS_J1, await seenVisa(applicant))
    expect((await applicantOf(applicant)).visa).toEqual({
      need: 'needs_visa',
      acceptable: ['j1'],
      j1YearsUsed: null,
      entryLimitMayApply: null,
    })
    await saveVisa(applicant, NEVER_SAID, await seenVisa(applicant))
    expect(await applicantOf(applicant)).toEqual(EMPTY_APPLICANT)
  })

  test('refuses a form that another window has overtaken, and keeps the other answer', async () => {
    const seen = await seenVisa(applicant)
    await saveVisa(applicant, NEEDS_J1, seen)
    await expect(
      saveVisa(applicant, { ...NEVER_SAID, visaNeed: 'no_visa_needed' as never }, seen),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await profileOf(applicant)).values.visaNeed).toBe('needs_visa')
  })

  test('takes the same answer twice, and two sections from two windows', async () => {
    const before = await profileOf(applicant)
    const visa = sectionOf(before.values, 'visa')
    const school = sectionOf(before.values, 'school')
    await saveVisa(applicant, NEEDS_J1, visa.seen)
    await saveVisa(applicant, NEEDS_J1, visa.seen)
    await withOwnScope(applicant, (scope) =>
      saveProfileSection(scope, 'school', {
        values: { ...school.values, schoolStanding: 'upper_half' },
        seen: school.seen,
      }),
    )
    expect((await profileOf(applicant)).values).toMatchObject({
      visaNeed: 'needs_visa',
      schoolStanding: 'upper_half',
    })
  })

  test('sets its own columns and no others, whatever is handed in', async () => {
    const { seen } = sectionOf((await profileOf(applicant)).values, 'explanation')
    const smuggled = {
      isExplanationOnFile: true,
      applicantId: stranger.userId,
      visaNeed: 'needs_visa' as const,
    }
    await withOwnScope(applicant, (scope) =>
      saveProfileSection(scope, 'explanation', { values: smuggled, seen }),
    )
    expect((await profileOf(applicant)).values).toMatchObject({ isExplanationOnFile: true, visaNeed: null })
    expect((await profileOf(stranger)).values.isExplanationOnFile).toBeNull()
  })
})

test('every answer comes back as it was given', async () => {
  const answers = {
    visa: NEITHER_VISA,
    graduation: { graduationStatus: 'graduated', graduationOn: '2023-06-30' },
    ecfmg: {
      ecfmgStatus: 'certified',
      ecfmgSteps: ['application', 'pathway_accepted'],
      ecfmgCertifiedOn: '2026-02-03',
      ecfmgValidUntil: '2028-12-31',
      isEcfmgPermanent: false,
    },
    training: {
      acgmeMonths: 12,
      acgmePatientCareMonths: 11,
      abmggCredit: 'asked',
      abroadMonths: 24,
      pediatricsMonths: 13,
      medicineMonths: 14,
      isObgynCompleted: false,
    },
    niches: { niches: ['bioinformatics', 'languages'] },
    school: {
      schoolStanding: 'top_quarter',
      pediatricsGrade: 'honors',
      medicineGrade: 'good',
      neurologyGrade: 'pass',
    },
    explanation: { isExplanationOnFile: true },
    preferences: {
      preferredStates: ['PA', 'UT'],
      preferredSettings: ['university'],
      preferredResearch: 'high',
      preferredPathways: ['peds_mgg', 'mgg'],
    },
  } as const
  const save = saveProfileSection as (scope: unknown, section: string, edit: unknown) => Promise<void>
  for (const [section, values] of Object.entries(answers)) {
    const { seen } = sectionOf((await profileOf(applicant)).values, section as keyof typeof answers)
    await withOwnScope(applicant, (scope) => save(scope, section, { values, seen }))
  }
  expect(await applicantOf(applicant)).toEqual({
    visa: { need: 'needs_visa', acceptable: [], j1YearsUsed: 2, entryLimitMayApply: true },
    graduation: { status: 'graduated', on: '2023-06-30' },
    ecfmg: {
      status: 'certified',
      stepsDone: ['application', 'pathway_accepted'],
      certifiedOn: '2026-02-03',
      validUntil: '2028-12-31',
      permanent: false,
    },
    training: {
      acgmeMonths: 12,
      acgmePatientCareMonths: 11,
      abmggCredit: 'asked',
      abroadMonths: 24,
      pediatricsMonths: 13,
      medicineMonths: 14,
      obgynCompleted: false,
    },
    clinical: null,
    research: null,
    publications: null,
    letters: null,
    niches: ['bioinformatics', 'languages'],
    school: { standing: 'top_quarter', pediatrics: 'honors', medicine: 'good', neurology: 'pass' },
    explanationOnFile: true,
    attempts: null,
    preferences: {
      states: ['PA', 'UT'],
      settings: ['university'],
      research: 'high',
      pathways: ['peds_mgg', 'mgg'],
    },
  })
})

describe('a list', () => {
  const add = (viewer: UserViewer, values = OBSERVED, form = formId()) =>
    withOwnScope(viewer, (scope) => addClinicalExperience(scope, values, form))
  const sayNone = (recorded: 'none' | null) =>
    withOwnScope(applicant, (scope) => saveListRecorded(scope, 'clinical', recorded))

  test('is unknown, said to be none, or listed: three different things', async () => {
    expect((await applicantOf(applicant)).clinical).toBeNull()
    await sayNone('none')
    expect((await applicantOf(applicant)).clinical).toEqual([])
    await add(applicant)
    expect((await applicantOf(applicant)).clinical).toEqual([OBSERVED])
    const [row] = (await profileOf(applicant)).clinical
    await withOwnScope(applicant, (scope) => removeClinicalExperience(scope, row?.id ?? ''))
    expect((await applicantOf(applicant)).clinical).toBeNull()
  })

  test('with entries cannot be said to be none, and loses nothing', async () => {
    await add(applicant)
    await expect(sayNone('none')).rejects.toMatchObject({
      code: 'invalid',
      fields: { recorded: [expect.stringContaining('Remove the one entry')] },
    })
    expect((await profileOf(applicant)).clinical).toHaveLength(1)
  })

  test('that is added to and said to be none at once ends with one of the two, never both', async () => {
    const [added, said] = await Promise.allSettled([add(applicant), sayNone('none')])
    expect(added.status).toBe('fulfilled')
    const { recorded, clinical } = await profileOf(applicant)
    expect(clinical).toHaveLength(1)
    expect(recorded.clinical).toBe('listed')
    if (said.status === 'rejected') expect(said.reason).toMatchObject({ code: 'invalid' })
  })

  test('takes a form that is sent twice once', async () => {
    const form = formId()
    await add(applicant, OBSERVED, form)
    await add(applicant, OBSERVED, form)
    expect((await profileOf(applicant)).clinical).toHaveLength(1)
  })

  test('stops at a hundred entries', async () => {
    await owner`insert into clinical_experiences (applicant_id, kind, specialty, weeks)
      select ${applicant.userId}, 'observership', 'genetics', 1 from generate_series(1, 100)`
    await expect(add(applicant)).rejects.toMatchObject({ code: 'limit' })
  })
})

/** One entry of each list, with the functions that a page calls for it. */
const NOUNS = {
  'clinical experience': {
    list: 'clinical',
    values: OBSERVED,
    changed: { ...OBSERVED, weeks: 8 },
    add: addClinicalExperience,
    find: findClinicalExperience,
    save: saveClinicalExperience,
    remove: removeClinicalExperience,
  },
  'research experience': {
    list: 'research',
    values: { field: 'genetics', role: 'lead', months: 12, isInUs: false, topic: 'Exome sequencing' },
    changed: { field: 'genetics', role: 'lead', months: 24, isInUs: true, topic: 'Exome sequencing' },
    add: addResearchExperience,
    find: findResearchExperience,
    save: saveResearchExperience,
    remove: removeResearchExperience,
  },
  publication: {
    list: 'publications',
    values: { field: 'genetics', kind: 'paper', author: 'first', state: 'submitted', title: 'A variant' },
    changed: { field: 'genetics', kind: 'paper', author: 'first', state: 'published', title: 'A variant' },
    add: addPublication,
    find: findPublication,
    save: savePublication,
    remove: removePublication,
  },
  letter: {
    list: 'letters',
    values: { author: 'us_geneticist', state: 'promised', topics: ['growth'], writer: 'Dr. Ñ 李' },
    changed: { author: 'us_geneticist', state: 'in_hand', topics: ['growth'], writer: 'Dr. Ñ 李' },
    add: addLetter,
    find: findLetter,
    save: saveLetter,
    remove: removeLetter,
  },
} as const

describe.each(Object.entries(NOUNS))('a %s', (_name, noun) => {
  // The four nouns have one shape, which TypeScript cannot see through the union.
  const { list, values, changed } = noun
  const add = noun.add as (scope: unknown, values: unknown, formId: string) => Promise<void>
  const find = noun.find as (scope: unknown, id: string) => Promise<{ values: object; seen: string } | null>
  const save = noun.save as (scope: unknown, id: string, edit: unknown) => Promise<void>
  const remove = noun.remove as (scope: unknown, id: string) => Promise<void>
  const rows = async (viewer: UserViewer) => (await profileOf(viewer))[list]
  let id: string

  beforeEach(async () => {
    await withOwnScope(applicant, (scope) => add(scope, values, formId()))
    id = (await rows(applicant))[0]?.id ?? ''
  })

  test('is its owner’s to read, change and remove', async () => {
    const stored = await withOwnScope(applicant, (scope) => find(scope, id))
    const seen = stored?.seen ?? ''
    expect(stored?.values).toEqual({ id, ...values })
    await withOwnScope(applicant, (scope) => save(scope, id, { values: changed, seen }))
    expect(await rows(applicant)).toEqual([{ id, ...changed }])
    await expect(withOwnScope(applicant, (scope) => save(scope, id, { values, seen }))).rejects.toMatchObject(
      { code: 'conflict' },
    )
    await withOwnScope(applicant, (scope) => remove(scope, id))
    expect(await rows(applicant)).toEqual([])
    await expect(withOwnScope(applicant, (scope) => remove(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('does not exist for a stranger, not even by its id', async () => {
    const asStranger = (work: (scope: unknown) => Promise<unknown>) =>
      expect(withOwnScope(stranger, work)).rejects.toMatchObject({ code: 'not_found' })
    expect(await withOwnScope(stranger, (scope) => find(scope, id))).toBeNull()
    expect(await withOwnScope(stranger, (scope) => find(scope, 'not-an-id'))).toBeNull()
    await asStranger((scope) => save(scope, id, { values: changed, seen: '' }))
    await asStranger((scope) => remove(scope, id))
    await expect(withScope(stranger, applicant.userId, 'profile:read', getProfile)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await rows(stranger)).toEqual([])
    expect(await rows(applicant)).toEqual([{ id, ...values }])
  })

  test('is read by a mentor with a grant, never written, and gone once revoked', async () => {
    const mentor = await createUser(owner)
    const grant = await createGrant(owner, { applicant, mentor, read: ['profile'], comment: ['profile'] })
    const asMentor = () => withScope(mentor, applicant.userId, 'profile:read', getProfile)
    expect((await asMentor())[list]).toEqual([{ id, ...values }])
    await expect(
      withScope(mentor, applicant.userId, 'profile:write', (scope) => remove(scope, id)),
    ).rejects.toMatchObject({ code: 'not_found' })
    // The second lock: a scope that was got for reading is handed to a query that writes.
    await expect(
      withScope(mentor, applicant.userId, 'profile:read', (scope) => remove(scope, id)),
    ).rejects.toThrow()
    await owner`update grants set revoked_at = now() where id = ${grant}`
    await expect(asMentor()).rejects.toMatchObject({ code: 'not_found' })
    expect(await rows(applicant)).toEqual([{ id, ...values }])
  })
})

test('a mentor with a grant for the exams alone does not see the profile', async () => {
  const mentor = await createUser(owner)
  await createGrant(owner, { applicant, mentor, read: ['exams'] })
  await saveVisa(applicant, NEEDS_J1, await seenVisa(applicant))
  await expect(withScope(mentor, applicant.userId, 'profile:read', getProfile)).rejects.toMatchObject({
    code: 'not_found',
  })
})
