import type { Gate } from '../ledger'
import { RULES } from '../rules'
import { type GateContext, gate, opener } from './gate'

/** ECFMG certification in reach by the day it is needed: exams, Pathway and OET by the rank-list deadline, or by the start. */
export function certificateGate(context: GateContext): Gate {
  const { applicant, a, season, neededBy, today, policy } = context
  const { status, stepsDone } = applicant.ecfmg
  const isMain = neededBy.what === 'rank_list_deadline'
  const rule = isMain ? RULES.certificateForMatch : RULES.certificateForStart
  if (status === 'certified') return gate('ecfmg_certificate', 'met', 'certified', rule, {})
  const graduation = applicant.graduation
  if (graduation.status !== 'graduated' && graduation.on !== null && graduation.on >= season.trainingStart) {
    return gate('ecfmg_certificate', 'closed', 'graduates_after_start', RULES.certificateForStart, {
      params: { graduates: graduation.on, start: season.trainingStart },
      opener: opener('graduate_before_start', { start: season.trainingStart }),
    })
  }
  if (status === null) {
    return gate('ecfmg_certificate', 'unknown', 'certificate_not_said', rule, {
      ask: 'you',
      likelihood: policy.likelihood.otherUnknown,
    })
  }
  if (a.sevenYearsLapsedOn !== null) {
    return gate('ecfmg_certificate', 'unknown', 'seven_years_lapsed', RULES.sevenYears, {
      params: { lapsedOn: a.sevenYearsLapsedOn },
      ask: 'you',
      likelihood: policy.likelihood.otherUnknown,
    })
  }
  const isApplied =
    stepsDone?.includes('pathway_applied') === true || stepsDone?.includes('pathway_accepted') === true
  const by = !isMain ? season.trainingStart : isApplied ? neededBy.by : season.certificationDeadline
  const missing: string[] = []
  if (a.step1.passedOn === null) missing.push('step1')
  if (a.step2ck.passedOn === null) missing.push('step2ck')
  if (a.oet.passedOn === null) missing.push('oet')
  if (stepsDone !== null && !stepsDone.includes('pathway_accepted')) missing.push('pathway')
  if (stepsDone !== null && !stepsDone.includes('credentials_verified')) missing.push('credentials')
  const params = { missing, isApplied, needed: neededBy.what }
  if (by !== null && today > by) {
    if (stepsDone === null && status === 'in_progress') {
      return gate('ecfmg_certificate', 'unknown', 'certificate_steps_not_said', rule, {
        params: { ...params, by },
        ask: 'you',
        likelihood: policy.likelihood.otherUnknown,
      })
    }
    return gate('ecfmg_certificate', 'closed', 'certificate_too_late', rule, {
      params: { ...params, by },
      opener: opener('finish_certification', { season: season.year + 1 }),
    })
  }
  return gate('ecfmg_certificate', 'not_yet', 'certificate_in_reach', rule, {
    params,
    byDate: by,
    opener: opener('finish_certification', { season: season.year }),
    likelihood: policy.likelihood.notYetExam,
  })
}

/** A certificate serves only if it is valid on the day training starts; one still to be issued will be. */
export function certificateValidGate(context: GateContext): Gate | null {
  const { ecfmg } = context.applicant
  if (ecfmg.status !== 'certified') return null
  const start = context.season.trainingStart
  if (ecfmg.permanent === true) {
    return gate('certificate_valid', 'met', 'certificate_permanent', RULES.certificateValidity, {})
  }
  if (ecfmg.validUntil === null) {
    return gate('certificate_valid', 'unknown', 'certificate_end_not_said', RULES.certificateValidity, {
      params: { start },
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  const params = { start, validUntil: ecfmg.validUntil }
  if (ecfmg.validUntil >= start) {
    return gate('certificate_valid', 'met', 'certificate_covers_start', RULES.certificateValidity, { params })
  }
  return gate('certificate_valid', 'closed', 'certificate_ends_before_start', RULES.certificateValidity, {
    params,
    opener: opener('renew_certificate', { start }),
  })
}
