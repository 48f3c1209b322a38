import type { Checklist, ChecklistItem } from '@/lib/checklist/checklist'
import type { EcfmgStep } from '@/lib/profile/applicant'
import type { PaperHolder, PaperKey } from './paper'

/** A paper: which items of the checklist stand for it, and whether it is a step of the certification. */
export type Paper = {
  key: PaperKey
  label: string
  group: 'certification' | 'application'
  /** The items that say when, why and how long; the first that applies to the person speaks. */
  items: readonly string[]
  /** Where it is a step of the profile, that step is the one truth: gates read it too. */
  step: EcfmgStep | null
  /** Where it is recorded, when not here. */
  recordedAt: string | null
  /** With whom it usually lies. */
  holder: PaperHolder
}

const paper = (
  key: PaperKey,
  label: string,
  group: Paper['group'],
  holder: PaperHolder,
  more: Partial<Paper> = {},
): Paper => ({ key, label, group, holder, items: [key], step: null, recordedAt: null, ...more })

/** Every paper that Locus follows, in the order in which they are usually needed. */
export const PAPERS: readonly Paper[] = [
  paper('ecfmg_application', 'ECFMG application', 'certification', 'ecfmg', { step: 'application' }),
  paper('credentials', 'Diploma and transcript, verified', 'certification', 'school', {
    items: ['credentials_verified', 'credentials_after_graduation'],
    step: 'credentials_verified',
  }),
  paper('pathway_application', 'Pathway, applied for', 'certification', 'me', { step: 'pathway_applied' }),
  paper('pathway_accepted', 'Pathway, accepted', 'certification', 'ecfmg', { step: 'pathway_accepted' }),
  paper('oet', 'OET Medicine', 'certification', 'me', { recordedAt: '/exams?add=oet' }),
  paper('certificate', 'ECFMG certificate', 'certification', 'ecfmg', {
    items: ['ecfmg_certificate'],
    recordedAt: '/profile#ecfmg',
  }),
  paper('mspe', 'MSPE (dean’s letter)', 'application', 'school'),
  paper('school_transcript', 'School transcript', 'application', 'school'),
  paper('letters_translated', 'Translation of letters from abroad', 'application', 'translator'),
  paper('eras_token', 'ERAS token', 'application', 'ecfmg'),
  paper('fellowship_token', 'ERAS fellowship token', 'application', 'eras'),
  paper('photo', 'Photo', 'application', 'me'),
]

export function paperOf(key: PaperKey): Paper {
  const found = PAPERS.find((one) => one.key === key)
  if (!found) throw new Error(`no paper ${key}`)
  return found
}

/** The profile's step that an item of the checklist stands for; null for the others. */
export function stepOfItem(itemId: string): EcfmgStep | null {
  return PAPERS.find(({ items, step }) => step !== null && items.includes(itemId))?.step ?? null
}

/** The items that stand for a step. */
export function itemsOfStep(step: EcfmgStep): readonly string[] {
  return PAPERS.filter((one) => one.step === step).flatMap(({ items }) => items)
}

/** The item that speaks for a paper: the first that applies, else the first that may, else the first of all. */
export function itemOf({ items }: Paper, all: readonly ChecklistItem[]): ChecklistItem | null {
  const found = items.flatMap((id) => all.find((item) => item.id === id) ?? [])
  const by = (applies: ChecklistItem['applies']) => found.find((item) => item.applies === applies)
  return by('yes') ?? by('unknown') ?? found[0] ?? null
}

/** Whether a paper is there, by its item of the checklist. */
export function isPaperDone(key: PaperKey, checklist: Checklist | null): boolean {
  if (!checklist) return false
  const state = itemOf(paperOf(key), checklist.items)?.state
  return state === 'done' || state === 'not_needed'
}
