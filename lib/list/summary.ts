import { STANDINGS, type Standing } from '@/lib/fit/ledger'
import type { EvaluatedEntry } from './build-rows'

export type ListProblem = { key: string; text: string; href: string }

export type ListSummary = {
  total: number
  counts: Readonly<Record<Standing, number>>
  /** The list's state in one sentence, about programs and never about the person. */
  sentence: string
  /** Named, each with the view that shows it. */
  problems: readonly ListProblem[]
}

const OPEN: readonly Standing[] = ['strong', 'solid', 'possible', 'reach']

/** What a list amounts to: how many programs are open, what they hang on, and what is wrong by name. */
export function summarizeList(evaluated: readonly EvaluatedEntry[], silenceDays: number): ListSummary {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>
  for (const { ledger } of evaluated) counts[ledger.standing] += 1
  return {
    total: evaluated.length,
    counts,
    sentence: sentenceOf(evaluated.length, counts),
    problems: problemsOf(evaluated, { counts, silenceDays }),
  }
}

function sentenceOf(total: number, counts: Record<Standing, number>): string {
  const open = OPEN.reduce((sum, standing) => sum + counts[standing], 0)
  const waiting = counts.not_enough_facts
  if (waiting === total) {
    return `${programs(total)} on your list. Your scores, research and US clinical experience are needed to say how ${total === 1 ? 'it stands' : 'they stand'}.`
  }
  if (open === 0 && waiting > 0) {
    return `For ${waiting} of ${programs(total)} your scores, research and US clinical experience are needed to say how ${waiting === 1 ? 'it stands' : 'they stand'}; none of the others is open to you this season.`
  }
  const solid = counts.strong + counts.solid
  if (total === 1) {
    return open === 0
      ? 'The one program on your list is not open to you this season.'
      : `The one program on your list is open to you as far as is known${solid === 1 ? ', and solid or better' : ''}.`
  }
  if (open === 0) return `None of the ${programs(total)} on your list is open to you this season.`
  const better = `${solid === 0 ? 'none of them is' : isOrAre(solid)} solid or better`
  return open === total
    ? `All ${programs(total)} are open to you as far as is known; ${better}.`
    : `${open} of ${programs(total)} ${open === 1 ? 'is' : 'are'} open to you as far as is known; ${better}.`
}

function problemsOf(
  evaluated: readonly EvaluatedEntry[],
  { counts, silenceDays }: { counts: Record<Standing, number>; silenceDays: number },
): ListProblem[] {
  const visaOpen = evaluated.filter(({ ledger }) =>
    ledger.gates.some(({ code, state, ask }) => code === 'visa' && state === 'unknown' && ask === 'program'),
  ).length
  const silent = evaluated.filter((one) => one.hasNoResponse).length
  const retired = evaluated.filter(({ program }) => program.isRetired).length
  const found: (ListProblem | false)[] = [
    counts.closed > 0 && {
      key: 'closed',
      text: `${programs(counts.closed)} ${counts.closed === 1 ? 'is' : 'are'} closed this season: applying would cost and not count.`,
      href: '/list?standing=closed',
    },
    counts.not_yet_eligible > 0 && {
      key: 'not_yet_eligible',
      text: `${programs(counts.not_yet_eligible)} ${counts.not_yet_eligible === 1 ? 'asks' : 'ask'} for training that comes first.`,
      href: '/list?standing=not_yet_eligible',
    },
    visaOpen > 0 && {
      key: 'visa',
      text: `Whether they sponsor your visa is not known at ${programs(visaOpen)}: ask before you pay.`,
      href: '/list',
    },
    silent > 0 && {
      key: 'silent',
      text: `${programs(silent)} ${silent === 1 ? 'has' : 'have'} not answered for ${silenceDays} days or more.`,
      href: '/list?status=applied',
    },
    retired > 0 && {
      key: 'retired',
      text: `${programs(retired)} ${retired === 1 ? 'is' : 'are'} no longer in the catalogue: ask whether it still exists.`,
      href: '/list',
    },
  ]
  return found.filter((problem) => problem !== false)
}

function programs(count: number): string {
  return `${count} ${count === 1 ? 'program' : 'programs'}`
}

function isOrAre(count: number): string {
  return count === 1 ? '1 is' : `${count} are`
}
