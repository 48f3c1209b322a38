import { formatDate } from '@/lib/dates/format'
import type { PaperHolder } from './paper'
import type { PaperProblem } from './problems'
import type { PaperRead, PaperState } from './state'

export const HOLDER_LABELS: Readonly<Record<PaperHolder, string>> = {
  me: 'You',
  school: 'Your school',
  ecfmg: 'ECFMG / Intealth',
  translator: 'The translator',
  ministry: 'A ministry or licensing body',
  eras: 'ERAS or EFDO',
  other: 'Somebody else',
}

const WITH: Readonly<Record<PaperHolder, string>> = {
  me: 'you',
  school: 'your school',
  ecfmg: 'ECFMG / Intealth',
  translator: 'the translator',
  ministry: 'a ministry or licensing body',
  eras: 'ERAS or EFDO',
  other: 'somebody else',
}

export const PAPER_STATE_WORDS: Readonly<Record<PaperState, string>> = {
  done: 'done',
  not_needed: 'not needed',
  waiting: 'waiting',
  open: 'not begun',
  may_apply: 'may apply',
  not_for_you: 'not for you',
}

/** 'With your school for 45 days, expected by 3 March 2027'; '' where nothing is recorded. */
export function whereWords({ holder, age, expectedOn }: PaperRead): string {
  if (holder === null) return ''
  const parts = [
    `with ${WITH[holder]}${age === null ? '' : age === 0 ? ' since today' : ` for ${age} ${age === 1 ? 'day' : 'days'}`}`,
    expectedOn && `expected by ${formatDate(expectedOn)}`,
  ].filter(Boolean)
  return parts.join(', ')
}

/** 'Holds up “ECFMG certificate issued” (8 April 2028) and 2 more.'; '' where nothing waits for it. */
export function holdsUpWords({ holdsUp }: PaperRead): string {
  const first = holdsUp[0]
  if (!first) return ''
  const more = holdsUp.length - 1
  return `Holds up “${first.title}”${first.on ? ` (${formatDate(first.on)})` : ''}${more > 0 ? ` and ${more} more` : ''}.`
}

/** The problem by name, with what it costs in days. */
export function paperProblemWords(problem: PaperProblem): { text: string; detail: string; href: string } {
  const { code, paper, costs, from } = problem
  const { label, key } = paper.paper
  const cost = costs
    ? `too late for “${costs.title}” (${formatDate(costs.on)})${costs.count > 1 ? ` and ${costs.count - 1} more` : ''}`
    : ''
  const holds = paper.holdsUp[0]
  const next = !costs && holds?.on ? `next to wait for it: “${holds.title}” (${formatDate(holds.on)})` : ''
  const detail = (...parts: (string | false)[]) =>
    parts.filter((part) => part !== '' && part !== false).join('; ')
  const href = `/documents/papers#${key}`
  const on = paper.item.due.on
  switch (code) {
    case 'oet_too_old':
      return {
        text: 'Your OET result is older than this season’s Pathways take',
        detail: detail(from !== null && `tests from ${formatDate(from)} on count`, cost, next),
        href: '/exams?add=oet',
      }
    case 'comes_too_late':
      return {
        text: `${label}: comes too late`,
        detail: detail(
          paper.expectedOn !== null && `expected by ${formatDate(paper.expectedOn)}`,
          on !== null && `planned for ${formatDate(on)}`,
          paper.item.clash !== null &&
            `“${paper.item.clash.title}” is only there on ${formatDate(paper.item.clash.on)}`,
          cost,
        ),
        href,
      }
    case 'late':
      return {
        text: `${label}: past its planned day`,
        detail: detail(on !== null && formatDate(on), whereWords(paper), cost, next),
        href,
      }
    case 'overdue':
      return {
        text: `${label}: expected and not there`,
        detail: detail(whereWords(paper), cost, next),
        href,
      }
    case 'waits_long':
      return {
        text: `${label}: ${whereWords(paper)}`,
        detail: detail('ask after it', cost, next),
        href,
      }
  }
}

/** '3 of 11 papers are done, 2 wait with somebody'. */
export function papersCount(papers: readonly PaperRead[]): string {
  const counted = papers.filter(({ state }) => state !== 'not_for_you' && state !== 'not_needed')
  const of = (state: PaperState) => counted.filter((paper) => paper.state === state).length
  const waiting = of('waiting')
  const wait = waiting === 0 ? '' : `, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} with somebody`
  return `${of('done')} of ${counted.length} papers are done${wait}`
}

/** The papers in one sentence: the weightiest problem, else what is done and what waits. */
export function papersSentence(papers: readonly PaperRead[], problems: readonly PaperProblem[]): string {
  const total = papersCount(papers)
  const [first] = problems
  if (!first) return `${total}. Nothing about them is late.`
  return `${paperProblemWords(first).text}${problems.length > 1 ? `, and ${problems.length - 1} more to look at` : ''}. ${total}.`
}
