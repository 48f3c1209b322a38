import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { formatDate, formatEastern, formatInZone } from '@/lib/dates/format'
import { isEastern, zoneName } from '@/lib/dates/zones'
import { event } from '@/lib/season/events'
import type { Season, SeasonEventKey } from '@/lib/season/season'
import type { StoryItem } from '@/lib/story/items'
import { COVERAGE_TOPICS, type CoverageTopic, type TrackedLetter } from './letter'

/*
 * One page for the person who writes a letter: what it is for, what they may have seen, what no other letter says yet, and
 * the days on their own clock. It asks and reminds; it offers no sentence that could be copied into a letter.
 */

/** Facts that a brief may show: what one did. Exams and other letters are not the writer's business. */
export function briefChoices(items: readonly StoryItem[]): readonly StoryItem[] {
  return items.filter(({ part, key }) => !HIDDEN.has(part) && !key.startsWith('attempt:'))
}

const HIDDEN: ReadonlySet<string> = new Set(['step1', 'step2ck', 'letters'])

/** One printed page holds no more. */
export const MOST_BRIEF_FACTS = 8
export const MOST_TOGETHER = 500

/** What a writer can make most of comes first; school grades are on the transcript. */
const BRIEF_ORDER: readonly StoryItem['part'][] = ['us_experience', 'research', 'strength', 'school']

/** The facts that the brief shows, in the order of the profile: the chosen ones that are still true, else what says most. */
export function briefFacts(
  items: readonly StoryItem[],
  chosen: readonly string[] | null,
): readonly StoryItem[] {
  const choices = briefChoices(items)
  if (chosen !== null) return choices.filter(({ key }) => chosen.includes(key)).slice(0, MOST_BRIEF_FACTS)
  const best = choices
    .toSorted((a, b) => BRIEF_ORDER.indexOf(a.part) - BRIEF_ORDER.indexOf(b.part))
    .slice(0, MOST_BRIEF_FACTS)
  return choices.filter((item) => best.includes(item))
}

/** What to ask about, as a question that only someone who was there can answer. */
export const BRIEF_QUESTIONS: Readonly<Record<CoverageTopic, string>> = {
  reliability: 'How did I prepare, keep my word, and work when nobody checked? Which occasion shows it?',
  growth: 'What did I do badly or not know at first, and what did I do about it while you watched?',
  complex_genetic_cases:
    'Which complex case with a genetic side did you see me work on, and what was my part in it?',
  demanding_content: 'What demanding material did I have to master with you, and how far did I get?',
  molecular_and_statistics:
    'Where did you see me use molecular biology, biochemistry or statistics, and how surely?',
  families_and_care: 'How did I speak with patients or families, and with the others who cared for them?',
}

export type BriefAsk = { topic: CoverageTopic; question: string; isMissingElsewhere: boolean }

/**
 * What this letter is asked for: first what no other letter speaks of, then what was agreed with this writer. All six
 * where nothing is agreed and no other letter exists.
 */
export function briefAsks(letter: TrackedLetter, all: readonly TrackedLetter[]): readonly BriefAsk[] {
  const others = all.filter(({ id }) => id !== letter.id)
  const isMissing = (topic: CoverageTopic) => !others.some(({ topics }) => topics.includes(topic))
  const asked = COVERAGE_TOPICS.filter((topic) => letter.topics.includes(topic) || isMissing(topic))
  return asked
    .map((topic) => ({
      topic,
      question: BRIEF_QUESTIONS[topic],
      isMissingElsewhere: isMissing(topic) && others.length > 0,
    }))
    .toSorted((a, b) => Number(b.isMissingElsewhere) - Number(a.isMissingElsewhere))
}

export type BriefDate = { label: string; when: string; note: string | null }

const EVENTS: readonly { key: SeasonEventKey; label: string }[] = [
  { key: 'eras_submit_opens', label: 'Applications can be sent from' },
  { key: 'eras_program_review_opens', label: 'Programs begin to read' },
]

/** The days that matter to the writer, on their clock where their zone is said and an hour is known, else on Eastern time. */
export function briefDates(
  season: Season,
  { needBy, zone }: { needBy: CalendarDate | null; zone: string | null },
): readonly BriefDate[] {
  const first = needBy === null ? [] : [{ label: 'Best uploaded by', when: formatDate(needBy), note: null }]
  return [
    ...first,
    ...EVENTS.flatMap(({ key, label }): BriefDate[] => {
      const found = event(season, key)
      if (found?.on == null) return []
      return [
        {
          label,
          when: found.at === null ? `${formatDate(found.on)} (US Eastern date)` : clockWords(found.at, zone),
          note: found.status === 'projected' ? 'expected, not announced yet' : null,
        },
      ]
    }),
  ]
}

function clockWords(at: Instant, zone: string | null): string {
  if (zone === null || isEastern(zone)) return formatEastern(at)
  const place = zoneName(zone)
  return `${formatInZone(at, zone)} ${place === 'UTC' ? 'UTC' : `in ${place}`}`
}
