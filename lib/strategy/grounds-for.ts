import type { Source } from '@/lib/facts/source'
import {
  H1B_RULES,
  J1_GENETICS_ROUTES,
  J1_HISTORY,
  J1_RULES,
  VISITOR_CLINICAL_EXPERIENCE,
} from '@/lib/facts/visa-rules'
import type { Applicant } from '@/lib/profile/applicant'
import type { Grounds, StrategyCriterion } from './grounds'
import { type ProfileReading, readProfile } from './profile-reading'

/*
 * The same advice rests on other parts of the article for other people. What the article says of a low score or of a fail
 * is not cited to someone who has neither, and no visa rule to someone who needs no visa.
 */

const VISA_SOURCES: readonly Source[] = [
  H1B_RULES,
  J1_GENETICS_ROUTES,
  J1_HISTORY,
  J1_RULES,
  VISITOR_CLINICAL_EXPERIENCE,
].map(({ source }) => source)

/** Makes the function that leaves of an advice's grounds what concerns this person; all of them where nothing would be left. */
export function groundsReader(applicant: Applicant): (on: Grounds) => Grounds {
  const profile = readProfile(applicant)
  const needsNoVisa = applicant.visa.need === 'no_visa_needed'
  return (on) => {
    const criteria = on.criteria.filter((criterion) => concerns(criterion, profile, applicant))
    const sources = needsNoVisa ? on.sources.filter((source) => !isOnVisas(source)) : on.sources
    return criteria.length + sources.length === 0 ? on : { criteria, sources }
  }
}

/** What is not said yet may still concern the person. */
function concerns(criterion: StrategyCriterion, profile: ProfileReading, { attempts }: Applicant): boolean {
  const { band, hasFail } = profile
  switch (criterion) {
    case 'B3':
    case 'B6':
    case 'B7':
    case 'G2':
      return attempts === null || hasFail
    case 'C5':
      return band === null || band === 'below_220'
    case 'D1':
    case 'D3':
      // A failed attempt alone is no low score: who passed in a higher band reads nothing of one.
      return band === null || band === 'below_220' || band === 'possible'
    default:
      return true
  }
}

function isOnVisas({ title, url }: Source): boolean {
  return VISA_SOURCES.some((source) => source.title === title && source.url === url)
}
