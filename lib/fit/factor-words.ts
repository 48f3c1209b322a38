import type { Factor, FactorCode, Params } from './ledger'
import { count, joined, list, num, text } from './param-words'

/* One sentence per factor reading: what was read, never a judgement of the person. */

export const FACTOR_TITLES: Record<FactorCode, string> = {
  step2ck: 'Step 2 CK',
  attempts: 'Attempts',
  trajectory: 'Step 1 to Step 2 CK',
  genetics_research: 'Genetics research',
  publications: 'Publications',
  us_clinical: 'US clinical experience',
  letters: 'Letters',
  school: 'Medical school record',
  niche: 'Niche strengths',
  research_match: 'Research match',
  setting_size: 'Setting and size',
  img_history: 'IMGs at this program',
  visa_need: 'Visa need',
  track: 'Preparation for this track',
}

const NICHES: Record<string, string> = {
  bioinformatics: 'bioinformatics',
  population_genetics: 'population genetics at home',
  languages: 'languages',
  genetics_training_abroad: 'genetics training abroad',
  rare_disease_registry: 'a rare disease registry',
  counseling_underserved: 'counseling where it is scarce',
}

const CONDITIONS: Record<string, string> = {
  met: 'there',
  partly: 'partly there',
  missing: 'not there yet',
  not_said: 'not said',
}

const NOT_SAID: Record<FactorCode, string> = {
  step2ck: 'No Step 2 CK score is entered yet.',
  attempts: 'Your exams are not entered yet.',
  trajectory: 'Not known until both results are there.',
  genetics_research: 'Your research is not entered yet.',
  publications: 'Your publications are not entered yet.',
  us_clinical: 'Your US clinical experience is not entered yet.',
  letters: 'Your letters are not entered yet.',
  school: 'Your medical school record is not entered yet.',
  niche: 'Niche strengths are not entered yet.',
  research_match: 'How much research it does is not known.',
  setting_size: 'Its setting and size are not known.',
  img_history: 'What it says of IMGs is not known.',
  visa_need: 'Whether you need a visa is not entered yet.',
  track: 'Your preparation is not entered yet.',
}

function eased(p: Params): string {
  const parts = [
    `a clearly stronger Step 2 CK (${CONDITIONS[text(p, 'easedByScore')] ?? 'not said'})`,
    `an explanation on file (${CONDITIONS[text(p, 'easedByExplanation')] ?? 'not said'})`,
    `strong clinical evaluations (${CONDITIONS[text(p, 'easedByEvaluations')] ?? 'not said'})`,
  ]
  return joined(parts, 'and')
}

function attempts(p: Params): string {
  const each = [
    num(p, 'step1Fails') > 0 ? `${num(p, 'step1Fails')} at Step 1` : '',
    num(p, 'step2ckFails') > 0 ? `${num(p, 'step2ckFails')} at Step 2 CK` : '',
    num(p, 'step3Fails') > 0 ? `${num(p, 'step3Fails')} at Step 3` : '',
  ].filter((part) => part !== '')
  const incomplete = num(p, 'incomplete')
  const fails = each.length > 0 ? `Attempts that did not pass: ${joined(each, 'and')}.` : ''
  const open = incomplete > 0 ? ` ${count(incomplete, 'attempt')} left incomplete.` : ''
  return `${fails}${open} Three things ease it: ${eased(p)}.`.trim()
}

type Sentence = (params: Params) => string

/** By 'code/reading'; a reading without a line of its own is "not said". */
const SENTENCES: Record<string, Sentence> = {
  'step2ck/very_competitive': (p) => `${num(p, 'score')}: in the range from 245 up.`,
  'step2ck/solid': (p) => `${num(p, 'score')}: in the range from 235 to 245.`,
  'step2ck/possible': (p) =>
    `${num(p, 'score')}: in the range from 220 to 235, where research and skills weigh more. Some programs screen by a score that they do not publish.`,
  'step2ck/below_220': (p) =>
    `${num(p, 'score')}: below 220. A strong narrative, a targeted list, exceptional research or a niche, and combined or categorical routes matter most here. Some programs screen by a score that they do not publish.`,
  'step2ck/failed': () => 'The last result did not pass. The next one replaces it here.',
  'step2ck/retake': () => 'The last result did not pass; the next one is still to come.',
  'step2ck/score_not_said': () => 'Passed; the score is not entered yet.',
  'attempts/clean': () => 'First-attempt passes and a clean transcript: hardly looked at.',
  'attempts/none_yet': () => 'No attempt on record speaks against you.',
  'attempts/clean_so_far': () => 'Nothing speaks against you so far; a result is still to come.',
  'attempts/fails': attempts,
  'trajectory/step1_without_number': () => 'Step 1 has no number, and that is neutral.',
  'trajectory/step1_number_not_said': () => 'Your Step 1 number is not entered yet.',
  'trajectory/rising': (p) => `${num(p, 'step1')} to ${num(p, 'step2ck')}: a clear step up.`,
  'trajectory/steady': (p) => `${num(p, 'step1')} to ${num(p, 'step2ck')}: consistent.`,
  'trajectory/falling': (p) => `${num(p, 'step1')} to ${num(p, 'step2ck')}: lower than Step 1 would suggest.`,
  'genetics_research/genetics': (p) => `${count(num(p, 'months'), 'month')} of genetics research.`,
  'genetics_research/other_fields': () => 'Research in other fields; genetics counts for more.',
  'genetics_research/none': () => 'No research is recorded.',
  'publications/genetics': (p) => `${count(num(p, 'papers'), 'genetics paper')}.`,
  'publications/other': (p) =>
    `${count(num(p, 'entries'), 'entry', 'entries')}, none of them a genetics paper.`,
  'publications/none': () => 'No publication is recorded.',
  'us_clinical/genetics': (p) =>
    num(p, 'weeks') === num(p, 'geneticsWeeks')
      ? `${count(num(p, 'weeks'), 'week')} in genetics in the US.`
      : `${count(num(p, 'weeks'), 'week')} in the US, ${num(p, 'geneticsWeeks')} of them in genetics.`,
  'us_clinical/other': (p) => `${count(num(p, 'weeks'), 'week')} in the US, none of them in genetics.`,
  'us_clinical/none': (p) =>
    `No US clinical experience is recorded.${p.mayOnlyObserve === true ? ' As a graduate you may observe only.' : ''}`,
  'letters/us_geneticist': (p) =>
    `${count(num(p, 'letters'), 'letter')}, ${num(p, 'usGeneticists')} from a US geneticist.`,
  'letters/no_us_geneticist': (p) =>
    `${count(num(p, 'letters'), 'letter')}, none from a US geneticist, whose letter weighs most.`,
  'letters/none': () => 'No letter is recorded.',
  'school/said': () => 'Standing and grades in pediatrics, medicine and neurology.',
  'school/partly_said': () => 'Some of your standing and grades are entered.',
  'niche/some': (p) =>
    `${joined(
      list(p, 'niches').map((niche) => NICHES[niche] ?? niche),
      'and',
    )}.`.replace(/^./, (c) => c.toUpperCase()),
  'niche/none': () => 'None is recorded.',
  'research_match/research_heavy': () => 'A research-heavy place: it favors people with research.',
  'research_match/some_research': () => 'A place with some research.',
  'research_match/little_research': () => 'A place with little research: it changes nothing.',
  'setting_size/academic': () => 'At larger academic centers research can outweigh a borderline score.',
  'setting_size/score_not_borderline': () => 'Your score is not borderline, so this changes nothing.',
  'setting_size/not_academic': () => 'Not an academic center: this changes nothing.',
  'setting_size/small_either_way': () => 'A small program may be more flexible or stricter: ask.',
  'img_history/imgs_there': () => 'The program says that IMGs train there.',
  'img_history/no_imgs': () => 'The program says that no IMG trains there.',
  'img_history/imgs_addressed': () => 'The program addresses applications from IMGs.',
  'img_history/imgs_not_addressed': () => 'The program does not address applications from IMGs.',
  'visa_need/none': () => 'You need no visa.',
  'visa_need/needed': () => 'A visa need makes programs a little more careful, even where they sponsor.',
  'visa_need/needed_research_helps': () =>
    'A visa need makes programs a little more careful; your research eases it.',
  'track/some': (p) => `${count(num(p, 'months'), 'month')} of preparation.`,
  'track/none': () => 'No preparation in its specialty is recorded.',
  'track/obgyn': () => 'Obstetrics and gynecology completed.',
  'track/no_obgyn': () => 'Obstetrics and gynecology not completed.',
  'track/none_needed': () => 'This pathway combines no other specialty.',
}

/** The sentence of one factor, without its number. */
export function factorLine(factor: Pick<Factor, 'code' | 'reading' | 'params'>): string {
  const sentence = SENTENCES[`${factor.code}/${factor.reading}`]
  return sentence === undefined ? NOT_SAID[factor.code] : sentence(factor.params)
}
