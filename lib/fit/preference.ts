import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import type { FactReadings } from '@/lib/programs/resolve-fact'

import type { Preference, PreferenceAspect } from './ledger'

type Answer = Preference['aspects'][number]['answer']

const NOTHING_SAID: Preference = { aspects: [], score: 0 }

/** How a program answers what the person said to prefer. A second reading: it sorts and never changes a standing. */
export function readPreference(applicant: Applicant, program: Program, facts: FactReadings): Preference {
  const wanted = applicant.preferences
  if (isSilent(wanted)) return NOTHING_SAID
  const aspects: { aspect: PreferenceAspect; answer: Answer }[] = []
  let sum = 0
  const add = (aspect: PreferenceAspect, isMatch: boolean | null) => {
    const answer = isMatch === null ? 'unknown' : isMatch ? 'match' : 'miss'
    aspects.push({ aspect, answer })
    sum += isMatch === null ? 0 : isMatch ? 1 : -1
  }
  if (wanted.states.length > 0) {
    add('state', program.state === null ? null : wanted.states.includes(program.state))
  }
  if (wanted.settings.length > 0) {
    const setting = facts.get('setting')?.lastKnown?.value
    add('setting', setting === undefined ? null : wanted.settings.some((candidate) => candidate === setting))
  }
  if (wanted.research === 'high') {
    const orientation = facts.get('research_orientation')?.lastKnown?.value
    add('research', orientation === undefined ? null : orientation === 'high')
  }
  if (wanted.pathways.length > 0) add('pathway', wanted.pathways.includes(program.pathway))
  return aspects.length === 0 ? NOTHING_SAID : { aspects, score: sum / aspects.length }
}

function isSilent(wanted: Applicant['preferences']): boolean {
  return (
    wanted.states.length === 0 &&
    wanted.settings.length === 0 &&
    wanted.research !== 'high' &&
    wanted.pathways.length === 0
  )
}
