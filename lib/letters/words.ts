import { LETTER_AUTHOR_LABELS, LETTER_TOPIC_LABELS } from '@/lib/profile/words'
import type { CoverageState, OverUse, TopicCoverage } from './coverage'
import type {
  CoverageTopic,
  DirectorTopic,
  Knowledge,
  LetterStage,
  TrackedLetter,
  Waiver,
  WorkWeek,
} from './letter'
import type { DatedStage } from './stages'

type Labels<K extends string> = Readonly<Record<K, string>>

export const DIRECTOR_TOPIC_LABELS: Labels<DirectorTopic> = {
  demanding_content: 'Demanding content, handled well',
  molecular_and_statistics: 'Molecular biology, biochemistry and statistics',
  families_and_care: 'Families counseled and care coordinated',
}

export const COVERAGE_TOPIC_LABELS: Labels<CoverageTopic> = {
  ...LETTER_TOPIC_LABELS,
  ...DIRECTOR_TOPIC_LABELS,
}

/** The same in a word or three, for the heads of a table and for lists within a sentence. */
export const COVERAGE_TOPIC_SHORT: Labels<CoverageTopic> = {
  reliability: 'Reliability',
  growth: 'Growth',
  complex_genetic_cases: 'Complex cases',
  demanding_content: 'Demanding content',
  molecular_and_statistics: 'Biology and statistics',
  families_and_care: 'Families and care',
}

export const STAGE_LABELS: Labels<LetterStage> = {
  created: 'Created',
  confirmed: 'Confirmed',
  requested: 'Requested',
  uploaded: 'Uploaded',
  assigned: 'Assigned',
}

export const STAGE_FIELD_LABELS: Labels<DatedStage> = {
  created: 'Created in MyERAS on',
  confirmed: 'Confirmed on',
  requested: 'Requested from the writer on',
  uploaded: 'Uploaded on',
}

export const STAGE_HINTS: Labels<DatedStage> = {
  created: 'You entered the writer.',
  confirmed: 'You said that the entry is right.',
  requested: 'The writer has your request with its letter ID.',
  uploaded: 'MyERAS shows it as received, or as imported.',
}

export const KNOWLEDGE_LABELS: Labels<Knowledge> = {
  supervised: 'Supervised my work for weeks or months',
  worked_with: 'Saw me at work now and then',
  little: 'Knows my work only a little',
}

export const WAIVER_LABELS: Labels<Waiver> = {
  waived: 'I gave up the right to read it',
  kept: 'I kept the right to read it',
}

export const WEEK_LABELS: Labels<WorkWeek> = {
  mon_fri: 'Monday to Friday',
  sun_thu: 'Sunday to Thursday',
  mon_sat: 'Monday to Saturday',
}

export const COVERAGE_WORDS: Labels<CoverageState> = {
  hole: 'nobody',
  thin: 'only someone who knows you little',
  promised: 'promised',
  covered: 'in hand',
}

/** What a letter is called: its writer where a name is noted, else what the writer is. */
export function letterName({ writer, author }: Pick<TrackedLetter, 'writer' | 'author'>): string {
  return writer || LETTER_AUTHOR_LABELS[author]
}

/** The holes and what is said too often, as sentences, the holes first. Empty without a letter. */
export function coverageSentences(
  coverage: readonly TopicCoverage[],
  over: readonly OverUse[],
): readonly string[] {
  const of = (state: CoverageState) =>
    coverage
      .filter((one) => one.state === state)
      .map(({ topic }) => COVERAGE_TOPIC_SHORT[topic].toLowerCase())
  const [holes, thin, promised] = [of('hole'), of('thin'), of('promised')]
  return [
    holes.length > 0 && `No letter speaks of: ${holes.join('; ')}.`,
    thin.length > 0 && `Only someone who knows you little speaks of: ${thin.join('; ')}.`,
    promised.length > 0 && `Promised, and not in hand yet: ${promised.join('; ')}.`,
    ...over.map(
      ({ topic, count }) =>
        `${count} letters speak of ${COVERAGE_TOPIC_SHORT[topic].toLowerCase()}: one of them could speak of what is missing.`,
    ),
    holes.length + thin.length + promised.length === 0 &&
      'Each of the six is in at least one letter in hand.',
  ].filter((sentence) => sentence !== false)
}

/** 'a, b and c'. */
export function listed(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
