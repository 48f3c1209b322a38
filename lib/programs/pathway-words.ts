import type { Source } from '@/lib/facts/source'
import {
  COMBINED_INTERNAL_MEDICINE,
  COMBINED_MATERNAL_FETAL,
  COMBINED_PEDIATRICS,
  LABORATORY_GENETICS,
  TWO_YEAR_GENETICS,
} from '@/lib/facts/training-structure'

import type { Pathway } from './pathway'

/*
 * The doors into medical genetics in words (DESIGN.md 2.1). Lengths and who may enter come from the boards' pages; where
 * `source` is null the line is general knowledge about a backup and rests on no page read.
 */

export type PathwayWords = {
  name: string
  shortName: string
  /** How long it lasts, null where no page read says so. */
  length: string | null
  /** Where its places are given. */
  match: string
  /** Who may enter, and when. */
  entry: string
  source: Source | null
}

const mainMatch = 'Main Residency Match, from PGY-1'
const { lengthMonths, minAcgmeMonths, minPatientCareMonths } = TWO_YEAR_GENETICS.value

export const PATHWAY_WORDS: Readonly<Record<Pathway, PathwayWords>> = {
  peds_mgg: {
    name: 'Combined pediatrics and medical genetics',
    shortName: 'Pediatrics-genetics',
    length: `${COMBINED_PEDIATRICS.value.lengthYears} years`,
    match: mainMatch,
    entry: 'After medical school; leads to both boards.',
    source: COMBINED_PEDIATRICS.source,
  },
  im_mgg: {
    name: 'Combined internal medicine and medical genetics',
    shortName: 'Medicine-genetics',
    length: `${COMBINED_INTERNAL_MEDICINE.value.lengthYears} years`,
    match: mainMatch,
    entry: 'After medical school; leads to both boards.',
    source: COMBINED_INTERNAL_MEDICINE.source,
  },
  mgg: {
    name: 'Medical genetics and genomics',
    shortName: 'Two-year genetics',
    length: `${lengthMonths / 12} years`,
    match: 'Fellowship match, or outside any match; not the Main Residency Match',
    entry: `Only after at least ${minAcgmeMonths} months of ACGME-accredited training, ${minPatientCareMonths} of them direct patient care; many programs ask for more.`,
    source: TWO_YEAR_GENETICS.source,
  },
  mfm_mgg: {
    name: 'Combined maternal-fetal medicine and medical genetics',
    shortName: 'Maternal-fetal genetics',
    length: `${COMBINED_MATERNAL_FETAL.value.lengthYears} years`,
    match: 'Fellowship; ask the program which match, if any',
    entry: `Only after a completed ${COMBINED_MATERNAL_FETAL.value.after}.`,
    source: COMBINED_MATERNAL_FETAL.source,
  },
  pediatrics: {
    name: 'Pediatrics, with genetics later',
    shortName: 'Pediatrics',
    length: '3 years, then 2 of genetics',
    match: mainMatch,
    entry: 'After medical school; a year of it can open two-year genetics.',
    source: null,
  },
  internal_medicine: {
    name: 'Internal medicine, with genetics later',
    shortName: 'Internal medicine',
    length: '3 years, then 2 of genetics',
    match: mainMatch,
    entry: 'After medical school; a year of it can open two-year genetics.',
    source: null,
  },
  prelim_or_ty: {
    name: 'Preliminary or transitional year',
    shortName: 'Preliminary year',
    length: '1 year',
    match: mainMatch,
    entry: 'After medical school; one ACGME year on the way to two-year genetics.',
    source: null,
  },
  lab_genetics: {
    name: 'Laboratory genetics',
    shortName: 'Laboratory genetics',
    length: null,
    match: 'Outside the residency matches',
    entry: 'With a doctoral degree. It does not lead to a license to treat patients; here for information.',
    source: LABORATORY_GENETICS.source,
  },
}

/** The pathway's full name, as a heading says it. */
export function pathwayName(pathway: Pathway): string {
  return PATHWAY_WORDS[pathway].name
}

/** The pathway in two or three words, for tables and filters. */
export function pathwayShortName(pathway: Pathway): string {
  return PATHWAY_WORDS[pathway].shortName
}
