import { formatDate } from '@/lib/dates/format'
import type { ChecklistItem } from './checklist'
import type { ConditionCode } from './conditions'
import type { DoneCode } from './derived-state'
import type { AnchorDay } from './due'
import type { ChecklistGroup, DueRule, Takes } from './template-item'

/* What an item says about itself: when and why then, what it waits for, why it may or may not apply. */

export const GROUP_LABELS: Readonly<Record<ChecklistGroup, string>> = {
  papers: 'Papers',
  exams: 'Exams',
  ecfmg: 'ECFMG',
  experience: 'US experience',
  letters: 'Letters and statement',
  application: 'Application',
  match: 'The Match',
  after_match: 'After the Match',
  own: 'Your own',
}

/** Where an item is mended: its own page of the app, or its place in the checklist. */
export function hrefOf({ id, template }: Pick<ChecklistItem, 'id' | 'template'>): string {
  const elsewhere = template && !template.href.startsWith('/checklist') ? template.href : null
  return elsewhere ?? placeOf(id)
}

/** The item's place in the checklist, opened. */
export function placeOf(id: string, done?: string): string {
  return `/checklist?open=${encodeURIComponent(id)}${done ? `&done=${done}` : ''}#${id}`
}

/** 'by 18 August 2027 (projected)', or why there is no day. */
export function dueWords({ due, opensOn, state }: ChecklistItem): string {
  if (due.on === null) {
    if (due.anchor === null) return 'no date'
    return due.anchor.on === null && due.anchor.missing === 'not_said'
      ? `no date yet: ${due.anchor.label} is not said`
      : `no date yet: ${due.anchor.label}, which is not announced`
  }
  const isExact = due.rule?.isFixed && due.anchor?.on != null && due.anchor.isPlanned && !due.isOwn
  const opens = state === 'open' && opensOn?.on != null && opensOn.on <= due.on ? opensOn.on : null
  const range = opens ? `from ${formatDate(opens)}, ` : ''
  return `${range}${isExact ? 'on' : 'by'} ${formatDate(due.on)}${due.isProjected ? ' (projected)' : ''}`
}

/** Why it is due then: 'Two weeks before submission opens, 1 September 2027 (projected): a margin of Locus, not a rule.' */
export function dueReason({ due, opensOn }: ChecklistItem): string {
  const parts: string[] = []
  if (due.isOwn) {
    parts.push(
      due.rule ? 'You set this day yourself; it stays when the season’s dates move.' : 'Your own day.',
    )
    if (due.ruleOn !== null) parts.push(`Without it: ${formatDate(due.ruleOn)}.`)
  } else if (due.rule && due.anchor) {
    const day = anchorWords(due.anchor)
    parts.push(
      `${capital(distanceWords(due.rule, due.anchor))}${day}${due.rule.basis === 'margin' ? ': a margin of Locus, not a rule' : ''}.`,
    )
    if (due.pulledFor) parts.push(`Moved earlier, because “${due.pulledFor.title}” waits for it.`)
  }
  if (opensOn) parts.push(`Not before ${opensOn.label}${anchorWords(opensOn)}.`)
  return parts.join(' ')
}

function distanceWords({ days, months }: DueRule, anchor: AnchorDay): string {
  if (days === 0 && months === 0) return anchor.label
  const side = days < 0 || months < 0 ? 'before' : 'after'
  return `${spanWords(Math.abs(days), Math.abs(months))} ${side} ${anchor.label}`
}

function spanWords(days: number, months: number): string {
  if (months > 0) return months === 1 ? 'one month' : `${months} months`
  if (days % 7 === 0) return days === 7 ? 'one week' : `${days / 7} weeks`
  return days === 1 ? 'one day' : `${days} days`
}

function anchorWords(anchor: AnchorDay): string {
  if (anchor.on === null) {
    if (anchor.missing === 'not_said') return ', not said yet'
    return anchor.note ? `, not announced yet (${anchor.note.replace(/\.$/, '')})` : ', not announced yet'
  }
  return `, ${formatDate(anchor.on)}${anchor.certainty === 'projected' ? ' (projected)' : ''}`
}

export const TAKES_WORDS: Readonly<Record<Takes['basis'], string>> = {
  published: 'published',
  margin: 'planning advice of Locus',
  not_published: 'no time is published',
}

/** What is not known, as a question that the person can answer in one click. */
export const CONDITION_QUESTIONS: Readonly<
  Record<
    ConditionCode | 'calendar' | 'match_over',
    { unknown: string; no: string; href: string; link: string }
  >
> = {
  needs_visa: {
    unknown: 'whether you need a visa is not said',
    no: 'you need no visa',
    href: '/profile#visa',
    link: 'Say it',
  },
  j1_possible: {
    unknown: 'which visas you would take is not said',
    no: 'a J-1 is not among the visas you would take',
    href: '/profile#visa',
    link: 'Say it',
  },
  j1_expected: {
    unknown: 'which visa it will be is not known: yours to say, and your program’s',
    no: 'a J-1 is not among the visas you would take',
    href: '/profile#visa',
    link: 'Your visas',
  },
  h1b_expected: {
    unknown: 'which visa it will be is not known: yours to say, and your program’s',
    no: 'an H-1B is not among the visas you would take',
    href: '/profile#visa',
    link: 'Your visas',
  },
  is_enrolled: {
    unknown: 'whether you are still enrolled is not said',
    no: 'you have graduated',
    href: '/profile#graduation',
    link: 'Say it',
  },
  is_graduate: {
    unknown: 'whether you have graduated is not said',
    no: 'you are still enrolled',
    href: '/profile#graduation',
    link: 'Say it',
  },
  not_certified: {
    unknown: 'whether you are ECFMG certified is not said',
    no: 'you are ECFMG certified',
    href: '/profile#ecfmg',
    link: 'Say it',
  },
  certificate_ends: {
    unknown: 'whether you are ECFMG certified is not said',
    no: 'you have no certificate that ends',
    href: '/profile#ecfmg',
    link: 'Say it',
  },
  failed_attempt: {
    unknown: 'your exams are not said',
    no: 'no attempt of yours failed',
    href: '/exams',
    link: 'Your exams',
  },
  us_genetics_missing: {
    unknown: 'your time in US clinics is not said',
    no: 'you have been in a US genetics clinic',
    href: '/profile#clinical',
    link: 'Say it',
  },
  letters_from_abroad: {
    unknown: 'your letters are not said',
    no: 'none of your letters comes from abroad',
    href: '/documents/letters',
    link: 'Your letters',
  },
  one_step_passed: {
    unknown: 'your exams are not said',
    no: 'no Step of yours waits for the other',
    href: '/exams',
    link: 'Your exams',
  },
  genetics_without_acgme_year: {
    unknown: 'your ACGME months are not said',
    no: 'no two-year program on your list waits for an ACGME year',
    href: '/profile#training',
    link: 'Say it',
  },
  genetics_pathway: {
    unknown: 'no program is on your list yet',
    no: 'no genetics program is on your list',
    href: '/programs',
    link: 'Programs',
  },
  signals_offered: {
    unknown: 'the number of signals of your pathways is not published for this season',
    no: 'the pathways on your list have no signals',
    href: '/strategy/cost',
    link: 'Signals',
  },
  result_after_submitting: {
    unknown: 'no Step 2 CK day is said',
    no: 'your result is there before submission opens',
    href: '/exams',
    link: 'Your exams',
  },
  may_match: {
    unknown: 'the result of the Match is not recorded',
    no: 'this Match is over for you',
    href: '/list',
    link: 'Your list',
  },
  may_enter_soap: {
    unknown: 'the result of the Match is not recorded',
    no: 'you have a place',
    href: '/list',
    link: 'Your list',
  },
  match_over: {
    unknown: 'the result of the Match is not recorded',
    no: 'the Match of this season is over',
    href: '/list',
    link: 'Your list',
  },
  calendar: {
    unknown: 'which calendar your programs use is not known, or not whether they are open to you',
    no: 'no program on your list uses this calendar',
    href: '/list',
    link: 'Your list',
  },
}

/** Why a derived item is done, for people who did not tick it. */
export const DONE_WORDS: Readonly<Record<DoneCode, string>> = {
  ecfmg_applied: 'known from your ECFMG steps or from an exam you have sat',
  credentials_verified: 'known from your ECFMG steps',
  pathway_applied: 'known from your ECFMG steps',
  pathway_accepted: 'known from your ECFMG steps',
  certified: 'you are certified',
  certificate_covers_start: 'your certificate is valid on the day training starts',
  step1_passed: 'passed',
  step2ck_passed: 'passed',
  step2ck_sat: 'sat',
  step3_passed: 'passed',
  oet_passed: 'passed, or no longer needed',
  seven_years_met: 'both passes lie within seven years',
  letters_named: 'three letters are in your profile',
  us_geneticist_letter: 'it is in your profile',
  letters_in_hand: 'three letters are in hand by your profile',
  letters_assigned: 'each program of your list has an uploaded letter',
  explanation_on_file: 'it is on file by your profile',
  abmgg_asked: 'known from your profile',
  signals_used: 'all signals are given on your list',
  applied_somewhere: 'you have applied',
  applied_everywhere: 'you have applied to every program of this calendar',
  ranked_somewhere: 'you have ranked programs',
  rank_certified: 'your order as it stands is certified',
}

export function doneWords({ done }: ChecklistItem): string {
  if (!done) return ''
  const on = done.on ? ` on ${formatDate(done.on)}` : ''
  return done.how === 'marked' ? `Done${on}` : `Done${on}: ${DONE_WORDS[done.code]}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
