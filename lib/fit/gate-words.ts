import { formatDate } from '@/lib/dates/format'

import type { FactUsed } from '@/lib/programs/resolve-fact'
import type { Gate, GateCode, GateReason, Opener, Params } from './ledger'
import { count, day, exam, has, list, num, steps, text, visas } from './param-words'

/* One sentence per gate reason, one phrase per condition, one line per opener. Calm, plain, about a date or a program. */

export const GATE_TITLES: Record<GateCode, string> = {
  place_this_season: 'A place this season',
  recruiting: 'Recruiting',
  deadline: 'Deadline',
  pathway: 'Who may enter',
  visa: 'Visa',
  j1_years: 'J-1 years',
  step3_for_h1b: 'Step 3 for the H-1B',
  min_step2ck: 'Least Step 2 CK score',
  min_step1: 'Least Step 1 score',
  attempts_limit: 'Attempts',
  graduation_limit: 'Years since graduation',
  us_clinical_required: 'US clinical experience',
  step3_required: 'Step 3',
  step1: 'Step 1 passed',
  step2ck: 'Step 2 CK passed',
  ecfmg_certificate: 'ECFMG certificate',
  certificate_valid: 'Certificate valid at the start',
}

type Sentence = (params: Params, gate: Gate) => string

function failed(params: Params): string {
  if (num(params, 'fails') === 0) return ''
  const score = text(params, 'score')
  const below =
    score === ''
      ? ''
      : ` ${score} is below ${text(params, 'standard')}, the passing standard on ${day(params, 'below')}.`
  return `This attempt did not pass. It stays on the transcript.${below} `
}

function lastSaid(gate: Gate): string {
  return gate.lastKnown === null ? '' : ` Last known: ${claimWords(gate.lastKnown)}.`
}

/** J-1 and H-1B are two facts: what was last said of each. */
function lastSaidOfVisas(gate: Gate): string {
  const parts: string[] = []
  for (const visa of list(gate.params, 'visas')) {
    const claim = gate.facts.find((fact) => fact.field === `${visa}_accepted`)
    if (claim !== undefined) parts.push(`${visa === 'j1' ? 'J-1' : 'H-1B'} ${claimWords(claim)}`)
  }
  return parts.length === 0 ? '' : ` Last known: ${parts.join('; ')}.`
}

function claimWords(claim: FactUsed): string {
  const when =
    claim.season !== null ? `for season ${claim.season}` : claim.year === null ? 'undated' : `${claim.year}`
  const value = claim.value === 'case_by_case' ? 'case by case' : claim.value
  return `${value}, ${when}, ${whoseWords(claim)}`
}

function whoseWords(claim: FactUsed): string {
  if (claim.origin === 'told') return 'told by the program'
  if (claim.origin === 'own') return 'as you noted'
  switch (claim.scope) {
    case 'program':
      return 'from the program'
    case 'parent':
      return 'from its parent residency'
    case 'institution':
      return 'from its institution'
    case 'classification':
      return 'our classification'
  }
}

function from(needed: string): string {
  return needed === 'training_start' ? 'the start of training' : 'the rank-list deadline'
}

export const GATE_SENTENCES: Record<GateReason, Sentence> = {
  offers_place: (p) => `It offers a place for season ${num(p, 'season')}.`,
  no_place: (p) => `It offers no place for season ${num(p, 'season')}.`,
  place_not_known: (p, g) =>
    has(p, 'lastYearWithPlace')
      ? `Whether it offers a place for season ${num(p, 'season')} is not known. The last Match in which it offered one: ${num(p, 'lastYearWithPlace')}.${lastSaid(g)}`
      : `Whether it offers a place for season ${num(p, 'season')} is not known: the first thing to ask.${lastSaid(g)}`,
  recruiting: (p) => `It is recruiting for season ${num(p, 'season')}.`,
  not_recruiting: (p) => `It is not recruiting for season ${num(p, 'season')}.`,
  recruiting_later: (p, g) =>
    `It was announced as planned. Whether it takes people for season ${num(p, 'season')} is a question.${lastSaid(g)}`,
  recruiting_not_known: (p, g) =>
    `Whether it recruits for season ${num(p, 'season')} is not known.${lastSaid(g)}`,
  deadline_ahead: (p) => `Its deadline is ${day(p, 'deadline')}.`,
  deadline_passed: (p) => `Its deadline for this season, ${day(p, 'deadline')}, has passed.`,
  deadline_other_season: (_p, g) => `Its deadline for this season is not known.${lastSaid(g)}`,
  applied_in_time: (p) =>
    `You applied on ${day(p, 'appliedOn')}, before its deadline of ${day(p, 'deadline')}.`,
  season_over: (p) => `Season ${num(p, 'season')} ended on ${day(p, 'ended')}.`,
  open_from_pgy1: () => 'Open from the first year: no earlier training is asked.',
  training_enough: (p) =>
    `Your ${count(num(p, 'has'), 'month')} of ACGME training reach the ${num(p, 'need')} that are asked.`,
  training_short_of_board: (p) =>
    `Not open to you yet: needs an ACGME year. The board asks for ${num(p, 'need')} months of ACGME training in patient care, and you have ${num(p, 'has')}.${has(p, 'mayAskCredit') ? ' For training abroad you may ask ABMGG for written credit; it is to be verified, and never a yes by itself.' : text(p, 'credit') === 'asked' ? ' You have asked ABMGG for credit; until its written answer this stays open.' : ''}`,
  training_short_of_program: (p) =>
    `Not open to you yet: this program asks for ${num(p, 'need')} months of ACGME training, and you have ${num(p, 'has')}.`,
  training_short_of_last_known: (p, g) =>
    `It may ask for ${num(p, 'need')} months of ACGME training, more than you have.${lastSaid(g)}`,
  training_not_said: () => 'Your months of ACGME training are not entered yet.',
  patient_care_not_said: (p) =>
    `The board asks for ${num(p, 'need')} months of patient care. How many of your ${num(p, 'has')} ACGME months were patient care is not entered yet.`,
  credit_to_verify: () =>
    'ABMGG has granted you credit for training abroad. Whether this program accepts it is to be verified with the program.',
  credit_verified: () => 'ABMGG has granted you credit, and the program has told you that it accepts it.',
  obgyn_completed: () => 'You have completed obstetrics and gynecology, which this pathway follows.',
  obgyn_missing: () =>
    'Not open to you yet: this pathway follows a completed residency in obstetrics and gynecology.',
  obgyn_not_said: () =>
    'This pathway follows obstetrics and gynecology. Whether you completed it is not entered yet.',
  information_only: () =>
    'Laboratory genetics, as information: it does not lead to a license to treat patients, and a foreign degree needs a credential review.',
  no_visa_needed: () => 'You need no visa.',
  visa_sponsored: (p) => `It sponsors ${visas(p, 'and')}.`,
  visa_refused: (p) => `It does not sponsor ${visas(p)}.`,
  visa_not_known: (p, g) => `Whether it sponsors ${visas(p)} is not known.${lastSaidOfVisas(g)}`,
  visa_case_by_case: (p, g) => `It decides on ${visas(p)} case by case: ask.${lastSaidOfVisas(g)}`,
  visa_training_grant: (_p, g) =>
    `Its residents may be paid from a training grant, and such pay often excludes temporary visas. Ask whether yours could come from elsewhere.${lastSaidOfVisas(g)}`,
  visa_need_not_said: () => 'Whether you need a visa is not entered yet.',
  visa_acceptable_not_said: (p) =>
    `Which visas are acceptable to you is not entered yet. Here it would be ${visas(p)}.`,
  visa_none_acceptable: () => 'You need a visa, and have marked none as acceptable.',
  j1_years_fit: (p) =>
    `The J-1 years fit: at most ${num(p, 'total')} of ${num(p, 'limit')}.${has(p, 'withGeneticsLater') ? ` With two years of genetics afterwards: ${num(p, 'withGeneticsLater')}.` : ''}`,
  j1_years_exceeded: (p) =>
    `The J-1 allows ${num(p, 'limit')} years altogether, and this would make ${num(p, 'total')}: ${num(p, 'used')} used${num(p, 'before') > 0 ? `, ${num(p, 'before')} of training that must come first` : ''}, and ${num(p, 'length')} here.`,
  j1_years_not_said: (p) =>
    `The J-1 allows ${num(p, 'limit')} years altogether. How many you have used is not entered yet.`,
  j1_length_not_known: (p) =>
    `The J-1 allows ${num(p, 'limit')} years altogether. Whether they suffice depends on the length of this program, which is not certain.`,
  score_reaches_minimum: (p) =>
    `Your ${exam(p)} of ${num(p, 'score')} reaches the published minimum of ${num(p, 'minimum')}.`,
  score_below_minimum: (p) =>
    `It publishes a minimum ${exam(p)} of ${num(p, 'minimum')}; yours is ${num(p, 'score')}. Nothing else offsets a published minimum.`,
  score_not_there_yet: (p) =>
    `It publishes a minimum ${exam(p)} of ${num(p, 'minimum')}; your result is not there yet.`,
  score_not_said: (p) =>
    `It publishes a minimum ${exam(p)} of ${num(p, 'minimum')}; your score is not entered yet.`,
  minimum_last_known: (p, g) =>
    `Whether it still has a minimum ${exam(p)} is not known.${lastSaid(g)}${p.isReached === true ? ' Your score reaches that.' : p.isReached === false ? ' Your score is below that: ask.' : ''}`,
  pass_has_no_number: () =>
    'A Step 1 since 26 January 2022 has no number, so an older minimum does not apply to it.',
  attempts_within_limit: (p) =>
    `It takes at most ${count(num(p, 'limit'), 'attempt')} at one Step, and you are within it.`,
  attempts_over_limit: (p) =>
    `It takes at most ${count(num(p, 'limit'), 'attempt')} at one Step; on your transcript it comes to ${num(p, 'attempts')}.`,
  attempts_not_said: (p) =>
    `It takes at most ${count(num(p, 'limit'), 'attempt')} at one Step. Your exams are not entered yet.`,
  attempts_limit_last_known: (_p, g) => `Whether it still limits attempts is not known.${lastSaid(g)}`,
  graduated_within_limit: (p) =>
    `It takes graduates of the last ${count(num(p, 'limit'), 'year')}, and you are within them.`,
  graduated_before_limit: (p) =>
    `It takes graduates of the last ${count(num(p, 'limit'), 'year')}; you graduated on ${day(p, 'graduated')}.`,
  graduation_how_counted: (p) =>
    `It takes graduates of the last ${count(num(p, 'limit'), 'year')}. For you that ends on ${day(p, 'last')}, between applying and starting: ask from which day it counts.`,
  graduation_not_said: (p) =>
    `It takes graduates of the last ${count(num(p, 'limit'), 'year')}. Your graduation is not entered yet.`,
  graduation_limit_last_known: (_p, g) =>
    `Whether it still limits the years since graduation is not known.${lastSaid(g)}`,
  us_clinical_present: () => 'It requires US clinical experience, and you have it.',
  us_clinical_missing: (p) =>
    `It requires US clinical experience, and none is recorded.${has(p, 'mayOnlyObserve') ? ' A graduate may observe only; ask what the program accepts.' : ''}`,
  us_clinical_observed_only: () =>
    'It requires US clinical experience. Yours is observing; ask whether that counts.',
  us_clinical_not_said: () => 'It requires US clinical experience. Yours is not entered yet.',
  us_clinical_last_known: (_p, g) => `Whether it requires US clinical experience is not known.${lastSaid(g)}`,
  step3_requirement_last_known: (_p, g) => `Whether it asks for Step 3 is not known.${lastSaid(g)}`,
  exam_passed: (p) => `${exam(p)} passed on ${day(p, 'on')}.`,
  exam_not_passed: (p, g) =>
    `${failed(p)}${exam(p)} is ${has(p, 'plannedOn') ? `planned for ${day(p, 'plannedOn')} and to be passed` : 'still to be passed'}${g.byDate === null ? '' : ` by ${formatDate(g.byDate)}, ${from(text(p, 'needed'))}`}.${has(p, 'sitBy') ? ` The last exam day that usually makes it is ${day(p, 'sitBy')}${has(p, 'sitBySafely') ? `, and ${day(p, 'sitBySafely')} with eight weeks for the report` : ''}.` : ''}${has(p, 'needsCertificate') ? ' It needs the ECFMG certificate first, and a trip to the US.' : ''}`,
  exam_result_pending: (p, g) =>
    `${failed(p)}${exam(p)} was sat on ${day(p, 'sat')}; the result is awaited${g.byDate === null ? '' : ` and needed by ${formatDate(g.byDate)}`}.`,
  exam_result_may_be_late: (p) =>
    `${failed(p)}The result of ${exam(p)} on ${day(p, 'sat')} may come after ${day(p, 'by')}, when it is needed.`,
  exam_too_late: (p) => `${failed(p)}${exam(p)} can no longer be passed in time for this season.`,
  exam_no_attempt_left: (p) =>
    `${exam(p)}: the ${num(p, 'limit')} attempts that are allowed have been used. Here is what still stands: the examining body alone can say whether eligibility can be restored.`,
  exam_not_said: (p) => `Your ${exam(p)} is not entered yet.`,
  step3_ask_date: (p) => `${exam(p)} would come late: ask by which day the program needs it.`,
  certified: () => 'You hold the ECFMG certificate.',
  certificate_in_reach: (p, g) =>
    `The ECFMG certificate is in reach${g.byDate === null ? '' : `, if it is settled by ${formatDate(g.byDate)}`}.${list(p, 'missing').length > 0 ? ` Still to come: ${steps(p)}.` : ''}`,
  certificate_too_late: (p) =>
    `What ECFMG asks can no longer be settled for this season: the day was ${day(p, 'by')}.`,
  certificate_steps_not_said: () =>
    'How far your ECFMG certification is, is not entered yet, and its day has come.',
  certificate_not_said: () => 'Whether you hold the ECFMG certificate is not entered yet.',
  seven_years_lapsed: (p) =>
    `More than seven years lie between your Step passes: the older one counted until ${day(p, 'lapsedOn')}. Ask ECFMG.`,
  graduates_after_start: (p) =>
    `Training starts on ${day(p, 'start')}, and you graduate on ${day(p, 'graduates')}.`,
  certificate_permanent: () => 'Your ECFMG certificate has no end.',
  certificate_covers_start: (p) =>
    `Your ECFMG certificate is valid until ${day(p, 'validUntil')}, past the start on ${day(p, 'start')}.`,
  certificate_ends_before_start: (p) =>
    `Your ECFMG certificate ends on ${day(p, 'validUntil')}, before training starts on ${day(p, 'start')}.`,
  certificate_end_not_said: (p) =>
    `A certificate must be valid when training starts, on ${day(p, 'start')}. When yours ends is not entered yet.`,
}

type Phrase = (params: Params, byDate: string | null) => string

function by(byDate: string | null): string {
  return byDate === null ? '' : ` by ${formatDate(byDate)}`
}

const YOURS = 'once you say'

/** "possible, if it sponsors the J-1": the part that follows the standing. */
export const CONDITION_PHRASES: Partial<Record<GateReason, Phrase>> = {
  place_not_known: () => 'if it offers a place this season',
  recruiting_later: () => 'if it has begun to recruit',
  recruiting_not_known: () => 'if it recruits this season',
  deadline_other_season: () => 'if its deadline has not passed',
  training_short_of_last_known: (p) => `if it no longer asks for ${num(p, 'need')} months of ACGME training`,
  training_not_said: () => `${YOURS} how many ACGME months you have`,
  patient_care_not_said: () => `${YOURS} how many ACGME months were patient care`,
  credit_to_verify: () => "if it accepts ABMGG's credit",
  obgyn_not_said: () => `${YOURS} whether you completed obstetrics and gynecology`,
  information_only: () => 'as information only',
  visa_not_known: (p) => `if it sponsors ${visas(p)}`,
  visa_case_by_case: (p) => `if it sponsors ${visas(p)} in your case`,
  visa_training_grant: () => 'if your pay need not come from a training grant',
  visa_need_not_said: () => `${YOURS} whether you need a visa`,
  visa_acceptable_not_said: (p) => `if ${visas(p)} is acceptable to you`,
  j1_years_not_said: () => 'if your J-1 years suffice',
  j1_length_not_known: () => 'if your J-1 years suffice for its length',
  score_not_there_yet: (p, d) => `if you score ${num(p, 'minimum')} or more in ${exam(p)}${by(d)}`,
  score_not_said: (p) => `if your ${exam(p)} is ${num(p, 'minimum')} or more`,
  minimum_last_known: (p) =>
    has(p, 'score')
      ? `if its minimum is not above ${num(p, 'score')}`
      : `if you reach its minimum ${exam(p)}`,
  attempts_not_said: (p) => `if you took no more than ${count(num(p, 'limit'), 'attempt')} at a Step`,
  attempts_limit_last_known: () => 'if its limit on attempts leaves you in',
  graduation_how_counted: () => 'if it counts the years since graduation in your favor',
  graduation_not_said: () => `${YOURS} when you graduated`,
  graduation_limit_last_known: () => 'if its limit on years since graduation leaves you in',
  us_clinical_missing: (_p, d) => `if you have US clinical experience${by(d)}`,
  us_clinical_observed_only: () => 'if observing counts as US clinical experience',
  us_clinical_not_said: () => `${YOURS} what US clinical experience you have`,
  us_clinical_last_known: () => 'if it requires no more US clinical experience than you have',
  step3_requirement_last_known: () => 'if it does not ask for Step 3',
  exam_not_passed: (p, d) =>
    has(p, 'plannedOn')
      ? `if you pass ${exam(p)}, planned for ${day(p, 'plannedOn')}`
      : `if you pass ${exam(p)}${by(d)}`,
  exam_result_pending: (p, d) => `if the ${exam(p)} result is a pass${by(d)}`,
  exam_result_may_be_late: (p) => `if the ${exam(p)} result comes in time`,
  exam_not_said: (p) => `if you have passed ${exam(p)}`,
  step3_ask_date: () => 'if a late Step 3 still serves',
  certificate_in_reach: (_p, d) => `if ECFMG certification is settled${by(d)}`,
  certificate_steps_not_said: () => `${YOURS} how far your ECFMG certification is`,
  certificate_not_said: () => `${YOURS} whether you hold the ECFMG certificate`,
  seven_years_lapsed: () => 'if ECFMG still counts your older Step',
  certificate_end_not_said: () => 'if your ECFMG certificate is valid at the start',
}

/** The one thing that would open a gate, in words. */
export function openerSentence({ code, params }: Opener): string {
  switch (code) {
    case 'program_offers_place':
      return 'It would open if the program offered a place this season.'
    case 'program_recruits':
      return 'It would open if the program recruited this season.'
    case 'next_season':
      return `It opens again with season ${num(params, 'season')}.`
    case 'acgme_months':
      return `It would open with ${num(params, 'months')} months of ACGME training.`
    case 'complete_obgyn':
      return 'It would open after a residency in obstetrics and gynecology.'
    case 'program_sponsors_visa':
      return `It would open if the program sponsored ${visas(params)}.`
    case 'accept_a_visa':
      return 'It would open if one of the visas were acceptable to you.'
    case 'accept_other_visa':
      return `It would open if ${visas(params)} were acceptable to you.`
    case 'other_status_than_j1':
      return 'It would open with a status other than the J-1.'
    case 'program_lowers_minimum':
      return `It would open if the program took a ${exam(params)} of ${num(params, 'score')}.`
    case 'reach_minimum':
      return `It is met with a ${exam(params)} of ${num(params, 'minimum')} or more.`
    case 'program_waives_attempts':
      return `It would open if the program took ${count(num(params, 'attempts'), 'attempt')}.`
    case 'program_waives_graduation':
      return 'It would open if the program took earlier graduates.'
    case 'us_clinical_experience':
      return has(params, 'mayOnlyObserve')
        ? 'It would open with US clinical experience that the program accepts. As a graduate you may observe only.'
        : 'It would open with US clinical experience.'
    case 'pass_exam':
      return `It would open with a pass in ${exam(params)}.`
    case 'exam_body_restores_eligibility':
      return 'Only the examining body could open it.'
    case 'finish_certification':
      return `It would open with what ECFMG asks settled, for season ${num(params, 'season')}.`
    case 'graduate_before_start':
      return `It would open with graduation before ${day(params, 'start')}.`
    case 'renew_certificate':
      return `It would open with a certificate that is valid on ${day(params, 'start')}.`
  }
}
