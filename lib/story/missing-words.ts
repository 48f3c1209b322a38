import { TRAJECTORY_LABELS, type TrajectoryPartKey } from '@/lib/strategy/trajectory'
import type { Missing } from './missing'
import { CONDITION_WORDS } from './pattern-words'
import { SENTENCE_LABELS } from './sentence'

const PART_HREFS: Readonly<Record<TrajectoryPartKey, string>> = {
  step1: '/exams/attempts',
  step2ck: '/exams/attempts',
  school: '/profile#school',
  us_experience: '/profile#clinical',
  research: '/profile#research',
  letters: '/documents/letters',
}

/** One thing that is missing as a sentence, and the place where it is mended. */
export function missingWords(missing: Missing): { text: string; href: string } {
  switch (missing.code) {
    case 'part_not_said':
      return {
        text: `${TRAJECTORY_LABELS[missing.part]}: nothing is said yet.`,
        href: PART_HREFS[missing.part],
      }
    case 'part_ahead':
      return {
        text: `${TRAJECTORY_LABELS[missing.part]}: not there yet.`,
        href: PART_HREFS[missing.part],
      }
    case 'evidence':
    case 'evidence_not_said': {
      const { ask, href } = CONDITION_WORDS[missing.condition]
      return { text: missing.code === 'evidence' ? `${ask}.` : `${ask} (your profile does not say).`, href }
    }
    case 'sentence_empty':
      return { text: `“${SENTENCE_LABELS[missing.role]}” is not written.`, href: `#${missing.role}` }
    case 'sentence_unfinished':
      return {
        text: `“${SENTENCE_LABELS[missing.role]}” still has a place in brackets that is yours to fill.`,
        href: `#${missing.role}`,
      }
    case 'sentence_unbacked':
      return { text: `“${SENTENCE_LABELS[missing.role]}” rests on nothing yet.`, href: `#${missing.role}` }
    case 'ground_gone':
      return {
        text: `“${SENTENCE_LABELS[missing.role]}” rested on ${missing.count === 1 ? 'an entry that is' : `${missing.count} entries that are`} no longer in your profile.`,
        href: `#${missing.role}`,
      }
    case 'undated':
      return {
        text: `${missing.count === 1 ? 'One entry has' : `${missing.count} entries have`} no dates, so the line of time cannot hold ${missing.count === 1 ? 'it' : 'them'}.`,
        href: '/documents/experiences',
      }
  }
}
