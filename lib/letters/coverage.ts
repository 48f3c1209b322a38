import type { CriterionId } from '@/lib/fit/ledger'
import { COVERAGE_TOPICS, type CoverageTopic, MOST_PER_PROGRAM, type TrackedLetter } from './letter'

/*
 * What directors look for (A5, E5, B7) by letters. A letter counts for what its owner says that it speaks of: nobody else
 * has read it.
 */

export const TOPIC_CRITERIA: Readonly<Record<CoverageTopic, readonly CriterionId[]>> = {
  reliability: ['E5'],
  growth: ['E5', 'B7'],
  complex_genetic_cases: ['E5'],
  demanding_content: ['A5'],
  molecular_and_statistics: ['A5'],
  families_and_care: ['A5'],
}

/** From nothing to a letter in hand by someone who knows the work. `thin`: only from one who knows it little. */
export const COVERAGE_STATES = ['hole', 'thin', 'promised', 'covered'] as const
export type CoverageState = (typeof COVERAGE_STATES)[number]

type Read = Pick<TrackedLetter, 'id' | 'author' | 'state' | 'topics' | 'knowledge'>

/** What one letter does for one topic. */
export function cellOf(letter: Read, topic: CoverageTopic): CoverageState {
  if (!letter.topics.includes(topic)) return 'hole'
  if (letter.knowledge === 'little') return 'thin'
  return letter.state === 'in_hand' ? 'covered' : 'promised'
}

export type TopicCoverage = { topic: CoverageTopic; state: CoverageState; letterIds: readonly string[] }

/** Each topic with its best state. One more letter never makes any of them worse. */
export function coverageOf(letters: readonly Read[]): readonly TopicCoverage[] {
  return COVERAGE_TOPICS.map((topic) => {
    const speaking = letters.filter((letter) => letter.topics.includes(topic))
    const best = speaking.reduce((found, letter) => Math.max(found, rank(cellOf(letter, topic))), 0)
    return {
      topic,
      state: COVERAGE_STATES[best] ?? 'hole',
      letterIds: speaking.map(({ id }) => id),
    }
  })
}

/** So many letters on one topic, while another has none, are more than it needs: a number of ours. */
export const MANY_LETTERS = 3

export type OverUse = { topic: CoverageTopic; count: number }

/** Topics that many letters speak of while another is a hole; without a hole nothing is too much. */
export function overUse(coverage: readonly TopicCoverage[]): readonly OverUse[] {
  if (!coverage.some(({ state }) => state === 'hole')) return []
  return coverage
    .filter(({ letterIds }) => letterIds.length >= MANY_LETTERS)
    .map(({ topic, letterIds }) => ({ topic, count: letterIds.length }))
}

export type ProgramCoverage = {
  count: number
  room: number
  missing: readonly CoverageTopic[]
  hasUsGeneticist: boolean
  /** The letter that would add most, where there is room and one would add anything. */
  addNext: string | null
}

/** What the letters meant for one program say together, and which further one would add most. */
export function programCoverage(assigned: readonly Read[], all: readonly Read[]): ProgramCoverage {
  const room = Math.max(0, MOST_PER_PROGRAM - assigned.length)
  return {
    count: assigned.length,
    room,
    missing: coverageOf(assigned).flatMap(({ topic, state }) => (state === 'hole' ? [topic] : [])),
    hasUsGeneticist: assigned.some(({ author }) => author === 'us_geneticist'),
    addNext: room === 0 ? null : (bestAddition(assigned, all)?.id ?? null),
  }
}

/**
 * A set for a program, four at most: each step takes the letter that adds most to what the set says, a US geneticist's
 * first among equals (A4). Letters that add nothing are taken last, since a fourth letter harms nobody.
 */
export function suggestSet<L extends Read>(letters: readonly L[]): readonly L[] {
  const chosen: L[] = []
  for (let next = bestOf(chosen, letters); next && chosen.length < MOST_PER_PROGRAM; ) {
    chosen.push(next)
    next = bestOf(chosen, letters)
  }
  return chosen
}

function bestAddition<L extends Read>(assigned: readonly L[], all: readonly L[]): L | null {
  const best = bestOf(assigned, all)
  return best && gain(assigned, best) > 0 ? best : null
}

function bestOf<L extends Read>(chosen: readonly Read[], letters: readonly L[]): L | null {
  const left = letters.filter(({ id }) => !chosen.some((one) => one.id === id))
  return left.reduce<L | null>(
    (best, letter) => (best === null || isBetter(chosen, letter, best) ? letter : best),
    null,
  )
}

function isBetter(chosen: readonly Read[], a: Read, b: Read): boolean {
  const difference = gain(chosen, a) - gain(chosen, b)
  return difference === 0 ? a.id < b.id : difference > 0
}

/** How much a letter adds: topics weigh by how far they rise, the first US geneticist as one topic in hand. */
function gain(chosen: readonly Read[], letter: Read): number {
  const before = coverageOf(chosen)
  const after = coverageOf([...chosen, letter])
  const topics = after.reduce(
    (sum, { state }, index) => sum + rank(state) - rank(before[index]?.state ?? 'hole'),
    0,
  )
  const isFirst =
    letter.author === 'us_geneticist' && !chosen.some(({ author }) => author === 'us_geneticist')
  return topics + (isFirst ? rank('covered') : 0)
}

function rank(state: CoverageState): number {
  return COVERAGE_STATES.indexOf(state)
}
