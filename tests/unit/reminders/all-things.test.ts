import { expect, test } from 'vitest'
import { allDatedThings, type DatedGrounds } from '@/lib/reminders/all-things'
import { checklistOf, graduateAtTheStart } from '@/tests/factories/checklist'
import { shippedSeason } from '@/tests/factories/season'

const season = shippedSeason(2028)
const NONE: DatedGrounds = {
  season,
  checklist: checklistOf(),
  soap: null,
  attempts: [],
  interviews: [],
  contacts: [],
  offers: [],
  letters: [],
  paperTracks: [],
  zone: 'Asia/Kathmandu',
  nameOf: () => undefined,
}
const ids = (grounds: Partial<DatedGrounds>) => allDatedThings({ ...NONE, ...grounds }).map(({ id }) => id)

test('the day on which the Pathways close is nothing to whoever has applied, or is certified', () => {
  const CLOSES = '2028:ecfmg_pathways_deadline'
  const withEcfmg = (ecfmg: Partial<ReturnType<typeof graduateAtTheStart>['ecfmg']>) => {
    const applicant = graduateAtTheStart()
    return checklistOf({ applicant: { ...applicant, ecfmg: { ...applicant.ecfmg, ...ecfmg } } })
  }
  expect(ids({})).toContain(CLOSES)
  expect(ids({ checklist: withEcfmg({ stepsDone: ['application'] }) })).toContain(CLOSES)
  // Not said is not done: the day stays.
  expect(ids({ checklist: withEcfmg({ status: null, stepsDone: null }) })).toContain(CLOSES)
  expect(ids({ checklist: withEcfmg({ stepsDone: ['application', 'pathway_applied'] }) })).not.toContain(
    CLOSES,
  )
  expect(ids({ checklist: withEcfmg({ status: 'certified', certifiedOn: '2026-01-01' }) })).not.toContain(
    CLOSES,
  )
})

test('a season’s date that the checklist stands for is said once, done or not', () => {
  const deadline = '2028:nrmp_rol_deadline'
  expect(ids({})).not.toContain(deadline)
  expect(ids({})).toContain('2028:rank_list')
  const certified = ids({ checklist: checklistOf({ rankCertifiedOn: '2028-02-20' }) })
  expect(certified).not.toContain('2028:rank_list')
  expect(certified).not.toContain(deadline)
  // Without a checklist the season speaks for itself.
  expect(ids({ checklist: null })).toContain(deadline)
})

test('SOAP’s hours are said to whom they may concern, and an offer’s answer until it is given', () => {
  const standing = { isRegistered: true, isVerified: true, result: null }
  const unmatched = { ...standing, result: 'not_matched' as const }
  const round = '2028:soap_round_1'
  const first = '2028:soap_applications_open'
  expect(ids({ soap: { standing, hasPosition: false } })).toContain(first)
  expect(ids({ soap: { standing, hasPosition: false } })).not.toContain(round)
  expect(ids({ soap: { standing: unmatched, hasPosition: false } })).toContain(round)
  expect(ids({ soap: { standing: unmatched, hasPosition: true } })).not.toContain(first)
  const offer = {
    id: 'o',
    entryId: null,
    name: 'Ohio',
    offeredOn: '2027-12-01',
    answerBy: '2027-12-15',
    state: 'open',
    decidedOn: null,
    withdrawnOn: null,
    note: '',
  } as const
  const things = (state: 'open' | 'declined') =>
    allDatedThings({ ...NONE, soap: { standing, hasPosition: false }, offers: [{ ...offer, state }] })
  expect(things('open').find(({ id }) => id === 'answer-o')).toMatchObject({
    isDone: false,
    on: '2027-12-15',
  })
  expect(things('declined').find(({ id }) => id === 'answer-o')?.isDone).toBe(true)
})
