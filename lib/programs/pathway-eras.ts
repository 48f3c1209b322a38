import { type FeeKind, type FeeTable, feeTableFor } from '@/lib/facts/eras-fees'
import { type SeasonAllowance, type SignalSpecialty, signalAllowance } from '@/lib/facts/signal-allowances'
import type { Sourced } from '@/lib/facts/sourced'

import type { Pathway } from './pathway'

/* What ERAS asks and gives on each pathway: the fee table and the signals. */

const FEE_KINDS: Readonly<Record<Pathway, FeeKind | null>> = {
  peds_mgg: 'residency',
  im_mgg: 'residency',
  mgg: 'fellowship',
  mfm_mgg: 'fellowship',
  pediatrics: 'residency',
  internal_medicine: 'residency',
  prelim_or_ty: 'residency',
  lab_genetics: null,
}

const SIGNAL_SPECIALTIES: Readonly<Partial<Record<Pathway, SignalSpecialty>>> = {
  peds_mgg: 'pediatrics_genetics',
  im_mgg: 'internal_medicine_genetics',
  mgg: 'medical_genetics',
  pediatrics: 'pediatrics',
  internal_medicine: 'internal_medicine',
  prelim_or_ty: 'transitional_year',
}

/** The pathway's fee table in a season, marked when it is an earlier season's; null where ERAS is not the way in. */
export function pathwayFeeTable(
  pathway: Pathway,
  season: number,
): { table: Sourced<FeeTable>; isForSeason: boolean } | null {
  const kind = FEE_KINDS[pathway]
  return kind === null ? null : feeTableFor(kind, season)
}

/**
 * The signals that a pathway allows in a season. null: no source covers it, or the pathway has no signals known here;
 * an entry whose value is null: the number of that season was not found. Neither is "no signals".
 */
export function pathwaySignalAllowance(pathway: Pathway, season: number): SeasonAllowance | null {
  const specialty = SIGNAL_SPECIALTIES[pathway]
  return specialty ? signalAllowance(specialty, season) : null
}
