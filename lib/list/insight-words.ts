import type { FunnelStep, Milestone, Span, SpanDays } from './insights'

export const MILESTONE_WORDS: Readonly<Record<Milestone, string>> = {
  listed: 'On the list',
  applied: 'Applied',
  invited: 'Interview offered',
  interviewed: 'Interviewed',
  ranked: 'Ranked',
  placed: 'A place',
}

export const SPAN_WORDS: Readonly<Record<Span, { label: string; waiting: string }>> = {
  applied_to_answer: { label: 'From applying to the first answer', waiting: 'still waiting' },
  invited_to_interview: {
    label: 'From the invitation to the interview',
    waiting: 'with the interview still ahead',
  },
  interview_to_ranked: { label: 'From the interview to your rank list', waiting: 'not placed on it yet' },
}

/** What a list has come to, in one sentence: counts of what happened, never a chance. */
export function funnelSentence(steps: readonly FunnelStep[]): string {
  const count = (milestone: Milestone) => steps.find((step) => step.milestone === milestone)?.count ?? 0
  const applied = count('applied')
  if (applied === 0) return 'No application is recorded yet.'
  const invited = count('invited')
  const offers = `${invited === 0 ? 'none has' : `${invited} ${invited === 1 ? 'has' : 'have'}`} offered an interview`
  const held = count('interviewed')
  return `You applied to ${applied} ${applied === 1 ? 'program' : 'programs'}; ${offers}${held > 0 ? `, and ${held} ${held === 1 ? 'is' : 'are'} held` : ''}.`
}

export function spanSentence({ done, open, median, span }: SpanDays): string {
  const waiting = open.length > 0 ? ` ${open.length} ${SPAN_WORDS[span].waiting}.` : ''
  const [first, last] = [done[0], done.at(-1)]
  if (!first || !last || median === null)
    return done.length + open.length === 0 ? 'Nothing is recorded yet.' : waiting.trim()
  if (done.length === 1) return `${days(first.days)}, at one program.${waiting}`
  return `${days(first.days)} to ${days(last.days)} at ${done.length} programs, the middle one ${days(median)}.${waiting}`
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
