import type { Applicant } from '@/lib/profile/applicant'
import type { FactField } from '@/lib/programs/fact'
import type { Pathway } from '@/lib/programs/pathway'
import type { FactReadings, FactUsed } from '@/lib/programs/resolve-fact'

import type { ApplicantReading } from '../applicant-reading'
import { along, exactly, type Range } from '../curve'
import type { Factor, ProfileFact } from '../ledger'
import type { FitPolicy } from '../policy'
import { anything, factor } from './factor'

const NO_FACTS: readonly FactUsed[] = []

/** A factor takes a claim as it stands, whatever its age, and shows the age; only gates ask for a deciding one. */
function claimed(facts: FactReadings, field: FactField): FactUsed | null {
  return facts.get(field)?.lastKnown ?? null
}

function claimsOf(facts: FactReadings, first: FactField, second?: FactField): readonly FactUsed[] {
  const a = facts.get(first)?.claims ?? NO_FACTS
  const b = second === undefined ? NO_FACTS : (facts.get(second)?.claims ?? NO_FACTS)
  if (b.length === 0) return a
  return a.length === 0 ? b : [...a, ...b]
}

const ORIENTATIONS = ['high', 'moderate', 'low', 'unknown'] as const
type Orientation = (typeof ORIENTATIONS)[number]
export type ResearchMatch = Readonly<Record<Orientation, Factor>>

/** The research match at each kind of program, which is worked out once a person and not once a program. */
export function researchMatches(a: ApplicantReading, policy: FitPolicy): ResearchMatch {
  const found = {} as Record<Orientation, Factor>
  for (const orientation of ORIENTATIONS) found[orientation] = matchWith(orientation, a, policy)
  return found
}

function matchWith(orientation: Orientation, { strength }: ApplicantReading, policy: FitPolicy): Factor {
  const rules = policy.researchMatch
  const low = along(rules.high, strength.low)
  const mid = along(rules.high, strength.mid)
  const high = along(rules.high, strength.high)
  const common = {
    code: 'research_match',
    criteria: ['F4'],
    applicantFacts: ['research', 'publications'],
  } as const
  if (orientation === 'unknown') {
    const points = { low: Math.min(0, low), mid: 0, high: Math.max(0, high) }
    return factor({ ...common, points, isUnknown: true, reading: 'orientation_not_known' }, policy)
  }
  const share = { high: 1, moderate: rules.moderateShare, low: rules.lowShare }[orientation]
  return factor(
    {
      ...common,
      points: { low: share * low, mid: share * mid, high: share * high },
      reading: share === 1 ? 'research_heavy' : share > 0 ? 'some_research' : 'little_research',
    },
    policy,
  )
}

/** F4: research-heavy programs favour research-oriented applicants. Pay from a training grant is not read here. */
export function researchMatchFactor(matches: ResearchMatch, facts: FactReadings): Factor {
  const value = claimed(facts, 'research_orientation')?.value
  const isSaid = value === 'high' || value === 'moderate' || value === 'low'
  const match = matches[isSaid ? value : 'unknown']
  const claims = claimsOf(facts, 'research_orientation')
  return claims.length === 0 ? match : { ...match, facts: claims }
}

/** How much this place forgives a borderline score for research: its size times how academic it is (F3). */
function forgiving(setting: FactUsed | null, size: FactUsed | null, policy: FitPolicy): Range {
  const rules = policy.settingSize
  const unknown: Range = { low: 0, mid: rules.unknownShare, high: 1 }
  const bySize = size === null ? undefined : rules.sizeShare[size.value as keyof typeof rules.sizeShare]
  const bySetting =
    setting === null ? undefined : rules.academic[setting.value as keyof typeof rules.academic]
  const s = bySize === undefined ? unknown : exactly(bySize)
  const t = bySetting === undefined ? unknown : exactly(bySetting)
  return { low: s.low * t.low, mid: s.mid * t.mid, high: s.high * t.high }
}

function borderline(a: ApplicantReading, policy: FitPolicy): Range {
  switch (a.score.kind) {
    case 'known':
      return exactly(along(policy.settingSize.borderline, a.score.score))
    case 'failed':
      return exactly(0)
    case 'retake':
      return { low: 0, mid: 0, high: 1 }
    case 'open':
      return { low: 0, mid: policy.settingSize.unknownShare, high: 1 }
  }
}

/**
 * F3: at large academic centers research can outweigh a borderline score; small programs may be more flexible or
 * stricter, which is said and moves nothing. The product of ranges keeps the answer's range honest.
 */
export function settingSizeFactor(a: ApplicantReading, facts: FactReadings, policy: FitPolicy): Factor {
  const setting = claimed(facts, 'setting')
  const size = claimed(facts, 'size_class')
  const place = forgiving(setting, size, policy)
  const score = borderline(a, policy)
  const { most } = policy.settingSize
  const { strength } = a
  const isUnknown = setting === null && size === null
  return factor(
    {
      code: 'setting_size',
      criteria: ['F3'],
      points: {
        low: most * place.low * score.low * strength.low,
        mid: most * place.mid * score.mid * strength.mid,
        high: most * place.high * score.high * strength.high,
      },
      isUnknown,
      reading: isUnknown
        ? 'not_known'
        : size?.value === 'small'
          ? 'small_either_way'
          : place.high === 0
            ? 'not_academic'
            : score.high === 0
              ? 'score_not_borderline'
              : 'academic',
      params: { setting: setting === null ? null : setting.value, size: size === null ? null : size.value },
      applicantFacts: ['exams', 'research'],
      facts: claimsOf(facts, 'setting', 'size_class'),
    },
    policy,
  )
}

function ownClaim(facts: FactReadings, field: FactField): FactUsed | null {
  const claim = claimed(facts, field)
  return claim !== null && (claim.scope === 'program' || claim.origin !== 'catalogue') ? claim : null
}

function weigh(claim: FactUsed | null, most: number, policy: FitPolicy): Range {
  if (claim === null) return { low: -most, mid: 0, high: most }
  const isOld = claim.age === 'stale' || claim.age === 'undated'
  const points = most * (isOld ? policy.imgHistory.oldShare : 1)
  return exactly(claim.value === 'yes' ? points : -points)
}

const histories = new WeakMap<FactReadings, { policy: FitPolicy; factor: Factor }>()

/**
 * F2: only what the program itself says of IMGs; a parent's or an institution's words, and names, count for nothing. The
 * same for everybody, and so worked out once for each reading of a program's facts.
 */
export function imgHistoryFactor(facts: FactReadings, policy: FitPolicy): Factor {
  const held = histories.get(facts)
  if (held?.policy === policy) return held.factor
  const found = imgHistory(facts, policy)
  histories.set(facts, { policy, factor: found })
  return found
}

function imgHistory(facts: FactReadings, policy: FitPolicy): Factor {
  const rules = policy.imgHistory
  const present = ownClaim(facts, 'img_in_program')
  const addressed = ownClaim(facts, 'img_applications_addressed')
  const a = weigh(present, rules.inProgram, policy)
  const b = weigh(addressed, rules.addressed, policy)
  return factor(
    {
      code: 'img_history',
      criteria: ['F2'],
      points: { low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high },
      isUnknown: present === null && addressed === null,
      reading:
        present !== null
          ? present.value === 'yes'
            ? 'imgs_there'
            : 'no_imgs'
          : addressed === null
            ? 'not_known'
            : addressed.value === 'yes'
              ? 'imgs_addressed'
              : 'imgs_not_addressed',
      params: { year: (present ?? addressed)?.year ?? null },
      facts: claimsOf(facts, 'img_in_program', 'img_applications_addressed'),
    },
    policy,
  )
}

/** Preparation in the specialty that the pathway combines (C5, D1). Pathways that combine none are neutral. */
export function trackFactor(applicant: Applicant, pathway: Pathway, policy: FitPolicy): Factor {
  const { pediatricsMonths, medicineMonths, obgynCompleted } = applicant.training
  const common = { code: 'track', criteria: ['C5', 'D1'] } as const
  const whole = anything('track', policy)
  if (pathway === 'prelim_or_ty' || pathway === 'lab_genetics') {
    return factor({ ...common, points: exactly(0), reading: 'none_needed' }, policy)
  }
  if (pathway === 'mfm_mgg') {
    const missing: readonly ProfileFact[] = obgynCompleted === null ? ['obgyn'] : []
    return factor(
      {
        ...common,
        points: obgynCompleted === null ? whole : exactly(obgynCompleted ? whole.high : whole.low),
        isUnknown: obgynCompleted === null,
        reading: obgynCompleted === null ? 'not_said' : obgynCompleted ? 'obgyn' : 'no_obgyn',
        applicantFacts: ['obgyn'],
        missing,
      },
      policy,
    )
  }
  const isPediatrics = pathway === 'peds_mgg' || pathway === 'pediatrics'
  const isMedicine = pathway === 'im_mgg' || pathway === 'internal_medicine'
  const isSaid = isPediatrics
    ? pediatricsMonths !== null
    : isMedicine
      ? medicineMonths !== null
      : pediatricsMonths !== null && medicineMonths !== null
  const months = Math.max(isMedicine ? 0 : (pediatricsMonths ?? 0), isPediatrics ? 0 : (medicineMonths ?? 0))
  const at = along(policy.track.months, months)
  return factor(
    {
      ...common,
      points: isSaid ? exactly(at) : { low: at, mid: Math.max(0, at), high: whole.high },
      isUnknown: !isSaid && months === 0,
      reading: !isSaid && months === 0 ? 'not_said' : months === 0 ? 'none' : 'some',
      params: {
        months,
        specialty: isPediatrics ? 'pediatrics' : isMedicine ? 'internal_medicine' : 'either',
      },
      applicantFacts: ['preparation'],
      missing: isSaid ? [] : ['preparation'],
    },
    policy,
  )
}
