import { TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'

import type { Gate } from '../ledger'
import { RULES } from '../rules'
import { decidingNumber, type GateContext, gate, numberOf, opener, readingOf } from './gate'

/** Whether the person may enter this pathway at all (DESIGN.md 2.1). "Not yet" here is the standing "not yet eligible". */
export function pathwayGate(context: GateContext): Gate {
  switch (context.program.pathway) {
    case 'mgg':
      return twoYearGate(context)
    case 'mfm_mgg':
      return maternalFetalGate(context)
    case 'lab_genetics':
      return gate('pathway', 'unknown', 'information_only', RULES.laboratory, { ask: 'program' })
    case 'peds_mgg':
    case 'im_mgg':
    case 'pediatrics':
    case 'internal_medicine':
    case 'prelim_or_ty':
      return firstYearGate(context)
  }
}

function firstYearGate(context: GateContext): Gate {
  const reading = readingOf(context, 'required_acgme_months')
  if (reading === null) return gate('pathway', 'met', 'open_from_pgy1', RULES.pgy1, {})
  return programNumberGate(context, context.applicant.training.acgmeMonths)
}

/** ABMGG's floor first, then the program's own number; training abroad with the board's credit is to be verified, never a yes. */
function twoYearGate(context: GateContext): Gate {
  const { acgmeMonths, acgmePatientCareMonths, abmggCredit, abroadMonths } = context.applicant.training
  const floor = TWO_YEAR_GENETICS.value
  const need = floor.minPatientCareMonths
  if (acgmeMonths === null && acgmePatientCareMonths === null) {
    return gate('pathway', 'unknown', 'training_not_said', RULES.boardTraining, {
      params: { need },
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  // Months of patient care are part of the ACGME months: each bounds what is not said of the other.
  const total = acgmeMonths ?? acgmePatientCareMonths ?? 0
  const isShort = acgmePatientCareMonths !== null ? acgmePatientCareMonths < need : total < need
  if (isShort) {
    const has = acgmePatientCareMonths ?? total
    if (abmggCredit === 'granted') {
      const own = readingOf(context, 'required_acgme_months')
      const asked = own === null ? null : decidingNumber(own)
      const isVerified = own?.claims[0] !== undefined && own.claims[0].origin !== 'catalogue'
      if (isVerified && asked !== null && asked <= total) {
        return gate('pathway', 'met', 'credit_verified', RULES.boardTraining, {
          params: { need, has, asked },
          reading: own,
        })
      }
      return gate('pathway', 'unknown', 'credit_to_verify', RULES.boardTraining, {
        params: { need, has },
        reading: own,
        ask: 'program',
        likelihood: context.policy.likelihood.otherUnknown,
      })
    }
    return gate('pathway', 'not_yet', 'training_short_of_board', RULES.boardTraining, {
      params: {
        need,
        has,
        missing: need - has,
        credit: abmggCredit ?? 'not_said',
        mayAskCredit: (abroadMonths ?? 0) > 0 && abmggCredit !== 'asked',
      },
      reading: readingOf(context, 'required_acgme_months'),
      byDate: context.season.trainingStart,
      opener: opener('acgme_months', { months: need }),
    })
  }
  if (acgmePatientCareMonths === null) {
    return gate('pathway', 'unknown', 'patient_care_not_said', RULES.boardTraining, {
      params: { need, has: total },
      ask: 'you',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  return programNumberGate(context, total)
}

function programNumberGate(context: GateContext, months: number | null): Gate {
  const reading = readingOf(context, 'required_acgme_months')
  const asked = reading === null ? null : decidingNumber(reading)
  if (asked !== null) {
    if (months === null) {
      return gate('pathway', 'unknown', 'training_not_said', RULES.programTraining, {
        params: { need: asked },
        reading,
        ask: 'you',
        likelihood: context.policy.likelihood.otherUnknown,
      })
    }
    if (months >= asked) {
      return gate('pathway', 'met', 'training_enough', RULES.programTraining, {
        params: { need: asked, has: months },
        reading,
      })
    }
    return gate('pathway', 'not_yet', 'training_short_of_program', RULES.programTraining, {
      params: { need: asked, has: months, missing: asked - months },
      reading,
      byDate: context.season.trainingStart,
      opener: opener('acgme_months', { months: asked }),
    })
  }
  const last = reading?.lastKnown ? numberOf(reading.lastKnown.value) : null
  if (last !== null && (months === null || months < last)) {
    return gate('pathway', 'unknown', 'training_short_of_last_known', RULES.programTraining, {
      params: { need: last, has: months },
      reading,
      ask: 'program',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  return gate('pathway', 'met', 'training_enough', RULES.boardTraining, {
    params: { need: TWO_YEAR_GENETICS.value.minPatientCareMonths, has: months },
    reading,
  })
}

function maternalFetalGate(context: GateContext): Gate {
  const { obgynCompleted } = context.applicant.training
  if (obgynCompleted === true) return gate('pathway', 'met', 'obgyn_completed', RULES.maternalFetal, {})
  if (obgynCompleted === false) {
    return gate('pathway', 'not_yet', 'obgyn_missing', RULES.maternalFetal, {
      byDate: context.season.trainingStart,
      opener: opener('complete_obgyn'),
    })
  }
  return gate('pathway', 'unknown', 'obgyn_not_said', RULES.maternalFetal, {
    ask: 'you',
    likelihood: context.policy.likelihood.otherUnknown,
  })
}
