import type { EntryStatus } from '@/lib/list/status'
import type { CycleOutcome } from '@/lib/season/cycle'
import type { SoapStanding } from './desk'
import type { SoapRecord } from './record'

/** Where an answer about SOAP comes from: the person's word here, the checklist, or the list's statuses. */
export type AnswerSource = 'said' | 'checklist' | 'list' | 'cycle' | null

export type KnownStanding = {
  standing: SoapStanding
  from: { isRegistered: AnswerSource; isVerified: AnswerSource; result: AnswerSource }
}

/** Statuses that only a person registered with NRMP can have. */
const REGISTERED: ReadonlySet<EntryStatus> = new Set([
  'ranked',
  'matched',
  'not_matched',
  'soap_applied',
  'soap_accepted',
])
/** Statuses that only someone verified and without a match can have. */
const IN_SOAP: ReadonlySet<EntryStatus> = new Set(['soap_applied', 'soap_accepted'])

/**
 * What decides about SOAP, as far as it is known: the person's own answer first, then what the product knows already.
 * Silence stays null and is asked; nothing is inferred from an ECFMG certificate, since NRMP goes by its own verification.
 */
export function knownStanding({
  record,
  statuses,
  doneItems,
  outcome,
}: {
  record: Pick<SoapRecord, 'isRegistered' | 'isVerified' | 'result'>
  statuses: readonly EntryStatus[]
  /** Ids of checklist items that are done. */
  doneItems: ReadonlySet<string>
  outcome: CycleOutcome | null
}): KnownStanding {
  const isInSoap = statuses.some((status) => IN_SOAP.has(status))
  const registered = firstKnown<boolean>(
    [record.isRegistered, 'said'],
    [statuses.some((status) => REGISTERED.has(status)) || null, 'list'],
    [doneItems.has('nrmp_registration') || null, 'checklist'],
  )
  const verified = firstKnown<boolean>(
    [record.isVerified, 'said'],
    [isInSoap || null, 'list'],
    [doneItems.has('ecfmg_verification') || null, 'checklist'],
  )
  const hasMatched = statuses.includes('matched')
  const hasNot = isInSoap || statuses.includes('not_matched')
  const result = firstKnown<NonNullable<SoapStanding['result']>>(
    [record.result, 'said'],
    [hasMatched ? 'matched' : hasNot ? 'not_matched' : null, 'list'],
    [outcome === 'matched' || outcome === 'not_matched' ? outcome : null, 'cycle'],
  )
  return {
    standing: { isRegistered: registered.value, isVerified: verified.value, result: result.value },
    from: { isRegistered: registered.from, isVerified: verified.from, result: result.from },
  }
}

function firstKnown<T>(...answers: [T | null, AnswerSource][]): { value: T | null; from: AnswerSource } {
  for (const [value, from] of answers) if (value !== null) return { value, from }
  return { value: null, from: null }
}
