import { formatDate } from '@/lib/dates/format'
import { TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'
import { J1_GENETICS_ROUTES, J1_HISTORY, J1_RULES } from '@/lib/facts/visa-rules'
import type { Standing } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'

import type { ChangeTiming, TimingPurpose } from './change-timing'
import type { Change, ChangeNeed } from './changes'
import type { IdleReason, ListAction, Unlock } from './unlocks'

/* Sentences for changes and unlocks. A change is named as what it is: observing is called observing. */

/** The change as something to do: 'Observe in a genetics clinic for 4 weeks'. */
export function changeTitle({ code, amount }: Change): string {
  switch (code) {
    case 'explanation_on_file':
      return 'Put a short explanation of the failed attempt on file'
    case 'accept_j1':
      return 'Accept the J-1 as well'
    case 'accept_h1b':
      return 'Accept the H-1B as well'
    case 'us_geneticist_letter':
      return 'Ask a US geneticist for a letter'
    case 'genetics_elective':
      return `Do ${amount} weeks of a genetics elective in the US, arranged by your school`
    case 'genetics_observership':
      return `Observe in a US genetics clinic for ${amount} weeks`
    case 'home_genetics':
      return `Train hands-on in clinical genetics at home for ${amount} months`
    case 'certification':
      return 'Complete ECFMG certification'
    case 'pass_step1':
      return 'Pass Step 1'
    case 'step2ck_score':
      return `Score ${amount} or more in Step 2 CK`
    case 'pass_step3':
      return 'Pass Step 3'
    case 'genetics_research':
      return `Add ${amount} months of genetics research`
    case 'us_genetics_research':
      return `Add ${amount} months of genetics research in the US`
    case 'first_author_paper':
      return 'Add a first-author genetics paper, accepted'
    case 'acgme_training':
      return amount === 12
        ? 'Complete one ACGME year of patient care'
        : `Complete ${amount} months of ACGME training`
  }
}

const NEEDS: Readonly<Record<ChangeNeed, string>> = {
  school_arranges: 'Your school arranges it, and it must be done while you are enrolled.',
  observing_only:
    'Observing only: after graduation a visitor may not do hands-on work. Say "observership" wherever you list it.',
  hospital_says:
    'What a graduate without a license may do is for each hospital to say; observing is named here.',
  j1_history: `First ask what it does to a later J-1: ${J1_HISTORY.value}.`,
  certificate_first: 'Step 3 may only be sat with the ECFMG certificate.',
  travel_to_us: 'It takes two days in the US, so it needs a visa and a trip.',
  someone_who_saw_you_work:
    'It must come from someone who has seen you work or observe: arrange that first where there is no one yet.',
  project_first: 'A paper needs a project: none in genetics is recorded yet.',
  fail_is_permanent: 'A fail is permanent: sit it when practice results hold, not for the date.',
  place_in_a_match_first:
    'A year in pediatrics, internal medicine, a preliminary or a transitional program, with a place of its own to be found first, in a Match a season earlier or outside it.',
  longer_place_in_a_match_first:
    'Two years of residency in all, such as pediatrics or internal medicine; a preliminary or a transitional year counts as one of them. A place has to be found first, in a Match a season earlier or outside it.',
  statement_of_need: `On a J-1, ${J1_GENETICS_ROUTES.value.rule}.`,
  step3_for_h1b: 'The H-1B needs Step 3 passed first, and many programs sponsor the J-1 only.',
  home_years_after_j1: `The J-1 lasts ${J1_RULES.value.maxYears} years at most, and usually asks for ${J1_RULES.value.homeResidenceYears} years at home afterwards.`,
}

export function changeNeedWords(need: ChangeNeed): string {
  return NEEDS[need]
}

const PURPOSES: Readonly<Record<TimingPurpose, string>> = {
  complete_before_review: 'when your application should be complete, two days before program review opens',
  fellowship_review: 'two days before July-cycle fellowship review; ask the program which cycle it uses',
  score_seen_at_review: 'the last exam day whose result is usually there at review',
  result_by_rank_list: 'the last exam day whose result is usually there by the rank-list deadline',
  result_by_start: 'the last exam day whose result is usually there when training starts',
  certificate_by_pathways_deadline: 'the last day to apply for a Pathway',
  certificate_by_rank_list: 'the rank-list deadline',
  certificate_by_start: 'when training starts',
  training_before_start: 'when the two-year residency starts',
}

/** By when it must happen to count this season, and whether that is still possible. */
export function changeTimingWords(timing: ChangeTiming): string {
  if (timing.by === null) return 'By when it counts is not announced for this season.'
  const marked = timing.isProjected ? ' (projected)' : ''
  const begin =
    timing.startBy !== null && timing.startBy !== timing.by ? `, begun by ${formatDate(timing.startBy)}` : ''
  const plan =
    timing.planBy === null ? '' : `; ${formatDate(timing.planBy)} allows eight weeks for the report`
  const place =
    timing.applyBy === null
      ? ''
      : `, in a place applied for before ${formatDate(timing.applyBy)}, when programs open the applications for it`
  const days = `by ${formatDate(timing.by)}${marked}, ${PURPOSES[timing.purpose]}${begin}${place}${plan}`
  const part =
    timing.leftByThen === null
      ? ''
      : ` Begun today, ${timing.leftByThen.amount} ${timing.leftByThen.unit} would be there in time.`
  return timing.isPossible === false
    ? `Too late for this season: it counted ${days}.${part} The whole would serve a later one.`
    : `Still possible: it counts ${days}.`
}

/** 'Pass Step 3 would make it Solid': what a change does at one program. */
export function unlockSentence(unlock: Unlock): string {
  const title = changeTitle(unlock.change)
  const after = STANDING_WORDS[unlock.after].word.toLowerCase()
  const before = STANDING_WORDS[unlock.before].word.toLowerCase()
  switch (unlock.effect) {
    case 'opens':
      return `${title}: that opens it, from ${before} to ${after}.`
    case 'raises':
      return `${title}: that raises it from ${before} to ${after}.`
    case 'strengthens':
      return `${title}: that speaks for you here; the standing stays ${after}.`
    case 'settles':
      return `${title}: that settles a condition here; the standing stays ${after}.`
  }
}

/** Where no single change of the person opens or raises a program: what that means for its standing. */
export function noUnlockSentence(standing: Standing): string {
  switch (standing) {
    case 'strong':
      return 'It stands as high as a standing goes.'
    case 'not_enough_facts':
      return 'What would change it can be said once your weightiest facts are entered.'
    case 'not_yet_eligible':
      return 'No single change of yours makes you eligible here.'
    case 'closed':
      return 'No single change of yours opens it: that is with the program.'
    default:
      return 'No single change raises its standing.'
  }
}

const IDLE: Readonly<Record<IdleReason, string>> = {
  none_open: 'no program of the list is open to you now, and this alone opens none',
  shuts: 'it would cost you a program that is open now',
  too_little: 'it counts, but moves each program by less than a quarter of a point',
  in_full: 'what you have of it counts in full already',
  not_waited_for: 'nothing on this list waits for it',
}

/** Why a change moves no program of the list. */
export function idleReasonWords(reason: IdleReason): string {
  return IDLE[reason]
}

/** 'opens 3 programs, raises 12': what an action does for the list. */
export function actionEffectWords({ opened, raised, settled, strengthened }: ListAction): string {
  const parts: string[] = []
  if (opened.length > 0) parts.push(`opens ${programs(opened.length)}`)
  if (raised.length > 0) parts.push(`raises ${programs(raised.length)}`)
  if (settled.length > 0) parts.push(`settles a condition at ${programs(settled.length)}`)
  if (strengthened.length > 0) parts.push(`speaks for you at ${programs(strengthened.length)}`)
  return parts.join(', ')
}

function programs(count: number): string {
  return `${count} ${count === 1 ? 'program' : 'programs'}`
}

/** What an ACGME year is, for someone straight from abroad. */
export const ACGME_YEAR_WORDS = `An ACGME year is a year of residency in a US program that is accredited by the ACGME. The board asks for ${TWO_YEAR_GENETICS.value.minAcgmeMonths} months of it, ${TWO_YEAR_GENETICS.value.minPatientCareMonths} in patient care, before two-year genetics; many programs ask for more.`
