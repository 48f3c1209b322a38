import { formatDate } from '@/lib/dates/format'
import { PREREQUISITE_OUTSIDE_ACGME, PROGRAMS_ASK_MORE } from '@/lib/facts/training-structure'
import { J1_GENETICS_ROUTES, J1_HISTORY } from '@/lib/facts/visa-rules'
import { gateSentence, type WordTone } from '@/lib/fit/words'
import { pathwayShortName } from '@/lib/programs/pathway-words'

import { ACGME_YEAR_WORDS } from './change-words'
import type { PathwayAdviceCode, PathwayView, TwoYearRoute } from './pathways'

/* The doors in words. What the article says is told in our own words, with its criterion beside it. */

/** Whether the door itself asks for training first, as two-year genetics does of someone straight from abroad. */
export function asksTrainingFirst({ gates }: Pick<PathwayView, 'gates'>): boolean {
  return gates.some((gate) => gate.code === 'pathway' && gate.state === 'not_yet')
}

/** How the door stands, in a word. Steps such as the certificate are not the door's "not yet": they can be met in time. */
export function doorWord(view: Pick<PathwayView, 'eligibility' | 'gates'>): { word: string; tone: WordTone } {
  switch (view.eligibility) {
    case 'now':
      return { word: 'Open to you', tone: 'good' }
    case 'when':
      return asksTrainingFirst(view)
        ? { word: 'Not open to you yet', tone: 'warn' }
        : { word: 'Open, with steps left', tone: 'neutral' }
    case 'not':
      // Used-up attempts close every season: only the examining body could change that.
      return view.gates.some((gate) => gate.reason === 'exam_no_attempt_left')
        ? { word: 'Closed to you', tone: 'bad' }
        : { word: 'Closed to you this season', tone: 'bad' }
    case 'unknown':
      return { word: 'Depends on what you have not said', tone: 'unknown' }
    case 'information':
      return { word: 'For information', tone: 'neutral' }
  }
}

/** What every door of the Main Match still asks of this person, in sentences: to be said once and not at each door. */
export function sharedDoorSteps(views: readonly PathwayView[]): readonly string[] {
  const [first, ...others] = views
    .filter((view) => view.isMainMatch)
    .map((view) => view.gates.filter(({ state }) => state !== 'met').map(gateSentence))
  return [...new Set(first)].filter((sentence) => others.every((said) => said.includes(sentence)))
}

/** 'Open to you from the first year.' or why not, and what would open it. */
export function eligibilitySentence({ pathway, eligibility, gates, byDate }: PathwayView): string {
  const deciding = gates.filter((gate) =>
    eligibility === 'not'
      ? gate.state === 'closed'
      : gate.state === (eligibility === 'when' ? 'not_yet' : 'unknown'),
  )
  const why = deciding.map(gateSentence).join(' ')
  switch (eligibility) {
    case 'now':
      return 'Open to you: nothing that the door itself asks is missing.'
    case 'when':
      return pathway === 'mgg' || pathway === 'mfm_mgg' || byDate === null
        ? why
        : `Open to you if what is missing is met, the first of it by ${formatDate(byDate)}. ${why}`
    default:
      return why
  }
}

/** Which doors are open, as one sentence above them all. */
export function doorsSentence(
  views: readonly Pick<PathwayView, 'pathway' | 'eligibility' | 'gates'>[],
): string {
  const byWord = new Map<string, string[]>()
  for (const view of views) {
    if (view.eligibility === 'information') continue
    const { word } = doorWord(view)
    byWord.set(word, [...(byWord.get(word) ?? []), pathwayShortName(view.pathway).toLowerCase()])
  }
  return `${[...byWord].map(([word, names]) => `${word}: ${names.join(', ')}`).join('. ')}.`
}

const ADVICE: Readonly<Record<PathwayAdviceCode, string>> = {
  combined_fits_profile: 'The combined tracks are a direct way in for a profile like yours.',
  combined_needs_exposure:
    'Your score is not what is missing here: the article puts genetics research and exposure above a still higher score.',
  combined_leads_to_both:
    'It takes graduates from the first year on and leads to both boards, so it needs no second match for genetics.',
  combined_with_low_score:
    'With a score in your band the article names the combined tracks among the ways to consider, with a well-chosen list and what is particular about you.',
  two_year_after_first_year:
    'It comes after at least one ACGME year. Pediatrics, medicine or a preliminary year first is a way in, not a detour.',
  two_year_is_open:
    'You have the year that the board asks for. Ask each program what more it wants, which cycle it uses, and whether it has a place.',
  backup_in_parallel: 'Apply in parallel: it keeps genetics open through a later two-year residency.',
  backup_with_low_score:
    'With a score in your band the article advises to consider this too, with genetics to follow, beside a broad list in genetics.',
  first_year_as_a_step:
    'One year, for the ACGME training that two-year genetics asks. It ends after that year, so plan the next step before it begins.',
  first_year_is_done:
    'You have what this year would bring: two-year genetics is open to you without another one.',
  research_post_as_backup: `A research position in a genetics laboratory is another backup. If it is in the US and you need a visa, ask first: ${J1_HISTORY.value}.`,
  research_post_without_visa: 'A research position in a genetics laboratory is another backup.',
  maternal_fetal_after_obgyn: 'It follows a completed residency in obstetrics and gynecology.',
  laboratory_is_information:
    'A scientist’s career in genetics; it does not lead to a license to treat patients.',
}

export function pathwayAdviceWords(code: PathwayAdviceCode): string {
  return ADVICE[code]
}

/** Two-year genetics for someone straight from abroad, in three sentences. */
export const TWO_YEAR_EXPLAINED = [
  ACGME_YEAR_WORDS,
  `Programs differ: ${PROGRAMS_ASK_MORE.value}.`,
  `The board on training outside the ACGME's accreditation: ${PREREQUISITE_OUTSIDE_ACGME.value.abmgg}; a yes of the board is not yet a yes of the program.`,
] as const

/** What every route on a J-1 asks beside the years. */
export const J1_ROUTE_RULE = `On a J-1, ${J1_GENETICS_ROUTES.value.rule}.`

/** 'Pediatrics: three years, then two of genetics, five in all. J-1: 5 of at most 7 years.' */
export function routeWords({ route, yearsBefore, yearsInAll, j1 }: TwoYearRoute): string {
  if (route === 'abmgg_credit') {
    return 'Credit for training abroad: ask ABMGG in writing, and then the program. To be verified, never a yes by itself.'
  }
  const years = (count: number | null) => `${count} ${count === 1 ? 'year' : 'years'}`
  const onJ1 =
    j1 === null
      ? ''
      : j1.fits
        ? ` J-1: ${j1.years} of at most ${j1.limit} years.`
        : ` J-1: ${j1.years} years would be more than the ${j1.limit} allowed.`
  return `${pathwayShortName(route)}: ${years(yearsBefore)}, then 2 of genetics, ${years(yearsInAll)} in all.${onJ1}`
}
