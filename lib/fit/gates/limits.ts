import { addYears, type CalendarDate } from '@/lib/dates/calendar-date'
import type { ExamReading } from '../exam-reading'
import type { Gate } from '../ledger'
import { RULES } from '../rules'
import { decidingNumber, type GateContext, gate, numberOf, opener, readingOf } from './gate'

/*
 * Published limits. A limit that a program does not publish does not exist: without a claim there is no gate. An old,
 * undated or borrowed one is asked about and closes nothing (DESIGN.md 2.4 and 5).
 */

/** A published least Step 2 CK, inclusive; a stated preference is a note and never comes here (C1). */
export function minimumStep2ckGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'min_step2ck')
  if (reading === null) return null
  const minimum = decidingNumber(reading)
  const rule = RULES.minimumScore
  const { score } = context.a
  if (minimum === null) {
    const last = reading.lastKnown ? numberOf(reading.lastKnown.value) : null
    return gate('min_step2ck', 'unknown', 'minimum_last_known', rule, {
      params: {
        exam: 'step2ck',
        minimum: last,
        score: score.kind === 'known' ? score.score : null,
        isReached: score.kind === 'known' && last !== null ? score.score >= last : null,
      },
      reading,
      ask: 'program',
    })
  }
  if (score.kind === 'known') {
    const params = { exam: 'step2ck', minimum, score: score.score }
    if (score.score >= minimum)
      return gate('min_step2ck', 'met', 'score_reaches_minimum', rule, { params, reading })
    return gate('min_step2ck', 'closed', 'score_below_minimum', rule, {
      params: { ...params, short: minimum - score.score },
      reading,
      opener: opener('program_lowers_minimum', { exam: 'step2ck', minimum, score: score.score }),
    })
  }
  const isPassed = context.a.step2ck.passedOn !== null
  if (!context.a.step2ck.isSaid || isPassed) {
    return gate('min_step2ck', 'unknown', 'score_not_said', rule, {
      params: { exam: 'step2ck', minimum },
      reading,
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  return gate('min_step2ck', 'not_yet', 'score_not_there_yet', rule, {
    params: { exam: 'step2ck', minimum },
    reading,
    byDate: context.neededBy.by,
    opener: opener('reach_minimum', { exam: 'step2ck', minimum }),
    likelihood: context.policy.likelihood.notYetExam,
  })
}

/** A least Step 1 number binds only where there is a number: since 2022-01-26 a pass has none, and that is neutral (A3). */
export function minimumStep1Gate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'min_step1')
  if (reading === null) return null
  const { step1 } = context.a
  if (step1.passedOn !== null && step1.score === null && !step1.isNumberMissing) {
    return gate('min_step1', 'met', 'pass_has_no_number', RULES.step1Number, { reading })
  }
  const minimum = decidingNumber(reading)
  if (minimum === null) {
    const last = reading.lastKnown ? numberOf(reading.lastKnown.value) : null
    return gate('min_step1', 'unknown', 'minimum_last_known', RULES.minimumScore, {
      params: {
        exam: 'step1',
        minimum: last,
        score: step1.score,
        isReached: step1.score !== null && last !== null ? step1.score >= last : null,
      },
      reading,
      ask: 'program',
    })
  }
  if (step1.score !== null) {
    const params = { exam: 'step1', minimum, score: step1.score }
    if (step1.score >= minimum) {
      return gate('min_step1', 'met', 'score_reaches_minimum', RULES.minimumScore, { params, reading })
    }
    return gate('min_step1', 'closed', 'score_below_minimum', RULES.minimumScore, {
      params: { ...params, short: minimum - step1.score },
      reading,
      opener: opener('program_lowers_minimum', { exam: 'step1', minimum, score: step1.score }),
    })
  }
  if (step1.isSaid && !step1.isNumberMissing) {
    return gate('min_step1', 'met', 'pass_has_no_number', RULES.step1Number, { reading })
  }
  return gate('min_step1', 'unknown', 'score_not_said', RULES.minimumScore, {
    params: { exam: 'step1', minimum },
    reading,
    ask: 'you',
    likelihood: context.policy.likelihood.otherUnknown,
  })
}

/** Attempts that a limit counts: those sat, and one more where a pass is still to come. */
function attemptsCounted(reading: ExamReading): number {
  const mustSitAgain = reading.passedOn === null && reading.sat > 0 && reading.awaitedOn === null
  return reading.sat + (mustSitAgain ? 1 : 0)
}

/** The largest number of attempts at one Step that a program takes. */
export function attemptsLimitGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'attempts_limit')
  if (reading === null) return null
  const { step1, step2ck, step3 } = context.a
  const limit = decidingNumber(reading)
  const most = Math.max(attemptsCounted(step1), attemptsCounted(step2ck), step3.sat)
  const rule = RULES.attemptsLimit
  if (limit === null) {
    const last = reading.lastKnown ? numberOf(reading.lastKnown.value) : null
    return gate('attempts_limit', 'unknown', 'attempts_limit_last_known', rule, {
      params: { limit: last, attempts: step1.isSaid ? most : null },
      reading,
      ask: 'program',
      likelihood: last !== null && step1.isSaid && most > last ? context.policy.likelihood.otherUnknown : 1,
    })
  }
  if (!step1.isSaid) {
    return gate('attempts_limit', 'unknown', 'attempts_not_said', rule, {
      params: { limit },
      reading,
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  const params = { limit, attempts: most }
  if (most <= limit) return gate('attempts_limit', 'met', 'attempts_within_limit', rule, { params, reading })
  return gate('attempts_limit', 'closed', 'attempts_over_limit', rule, {
    params,
    reading,
    opener: opener('program_waives_attempts', { limit, attempts: most }),
  })
}

/**
 * Years since graduation. Programs seldom say from which day they count: beyond the limit already when applications may
 * be sent is closed, within it still when training starts is met, in between is a question.
 */
export function graduationLimitGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'years_since_graduation_max')
  if (reading === null) return null
  const { applicant, season } = context
  const limit = decidingNumber(reading)
  const rule = RULES.graduationLimit
  const { on, status } = applicant.graduation
  if (limit === null) {
    const last = reading.lastKnown ? numberOf(reading.lastKnown.value) : null
    const isWithin = on !== null && last !== null && addYears(on, Math.floor(last)) >= season.trainingStart
    return gate('graduation_limit', 'unknown', 'graduation_limit_last_known', rule, {
      params: { limit: last, graduated: on },
      reading,
      ask: 'program',
      likelihood: isWithin || status === 'enrolled' ? 1 : context.policy.likelihood.otherUnknown,
    })
  }
  if (on === null) {
    if (status === 'enrolled') {
      return gate('graduation_limit', 'met', 'graduated_within_limit', rule, {
        params: { limit, graduated: null, last: null },
        reading,
      })
    }
    return gate('graduation_limit', 'unknown', 'graduation_not_said', rule, {
      params: { limit },
      reading,
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  const last: CalendarDate = addYears(on, Math.floor(limit))
  const params = { limit, graduated: on, last }
  if (last >= season.trainingStart) {
    return gate('graduation_limit', 'met', 'graduated_within_limit', rule, { params, reading })
  }
  const applying = season.submit ?? `${season.year - 1}-09-01`
  if (last < applying) {
    return gate('graduation_limit', 'closed', 'graduated_before_limit', rule, {
      params,
      reading,
      opener: opener('program_waives_graduation', { limit }),
    })
  }
  return gate('graduation_limit', 'unknown', 'graduation_how_counted', rule, {
    params,
    reading,
    ask: 'program',
    likelihood: context.policy.likelihood.otherUnknown,
  })
}

/** Required US experience. "Preferred" is not a requirement; whether observing counts is the program's answer. */
export function usClinicalGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'us_clinical_experience')
  if (reading === null) return null
  const { applicant, season, today } = context
  const rule = RULES.usClinical
  if (reading.value !== null && reading.value !== 'required') return null
  const entries = applicant.clinical
  let handsOn = 0
  let observed = 0
  for (const entry of entries ?? []) {
    if (entry.kind === 'observership' || entry.kind === 'telehealth') observed += entry.weeks
    else handsOn += entry.weeks
  }
  const mayOnlyObserve = applicant.graduation.status === 'graduated'
  const params = { handsOn, observed, mayOnlyObserve }
  if (reading.value === null) {
    if (reading.lastKnown?.value !== 'required') return null
    return gate('us_clinical_required', 'unknown', 'us_clinical_last_known', rule, {
      params,
      reading,
      ask: 'program',
      likelihood: handsOn > 0 ? 1 : context.policy.likelihood.otherUnknown,
    })
  }
  if (entries === null) {
    return gate('us_clinical_required', 'unknown', 'us_clinical_not_said', rule, {
      params,
      reading,
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  if (handsOn > 0)
    return gate('us_clinical_required', 'met', 'us_clinical_present', rule, { params, reading })
  if (observed > 0) {
    return gate('us_clinical_required', 'unknown', 'us_clinical_observed_only', rule, {
      params,
      reading,
      ask: 'program',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  const open = opener('us_clinical_experience', { mayOnlyObserve })
  if (season.review !== null && today >= season.review) {
    return gate('us_clinical_required', 'closed', 'us_clinical_missing', rule, {
      params,
      reading,
      opener: open,
    })
  }
  return gate('us_clinical_required', 'not_yet', 'us_clinical_missing', rule, {
    params,
    reading,
    byDate: season.review,
    opener: open,
    likelihood: context.policy.likelihood.otherUnknown,
  })
}
