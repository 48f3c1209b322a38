import { plain, sentencesOf } from '@/lib/statement/sentences'

/*
 * What a text claims that can be checked: numbers, dates and the focus, as readable rules. A pattern is matched against
 * one sentence in small letters with straight quotes, and its first group is the value. What no rule reads is no claim.
 */

export const CLAIM_SUBJECTS = [
  'step1_score',
  'step2ck_score',
  'step1_attempt',
  'step2ck_attempt',
  'step1_year',
  'step2ck_year',
  'graduation_year',
  'research_months',
  'clinic_weeks',
  'papers',
] as const
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number]

/** `amount` is a number in the subject's own unit; `unit` is what the text counted in, since two years are not 24.0 months. */
export type Claim = { subject: ClaimSubject; amount: number; unit: Unit; sentence: string }
type Unit = 'one' | 'weeks' | 'months' | 'years'

type ClaimRule = { subject: ClaimSubject; unit: Unit; find: RegExp; unless?: RegExp }

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
}

const NUMBER = String.raw`(\d{1,3}|${Object.keys(NUMBER_WORDS)
  .filter((word) => !/(?:st|nd|rd|th)$|^first|^second|^third/.test(word))
  .join('|')})`
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th)'
/** A score stands alone: what follows must not make it a count of something. */
const SCORE = String.raw`([12]\d\d)\b(?!\s*(?:[a-z]*(?:patients?|famil(?:y|ies)|children|cases|hours|beds|samples|variants|participants|subjects|people|students|words|questions|infants|newborns|points above)|%))`
const STEP1 = String.raw`step\s*-?(?:1|i|one)\b(?!i)`
const STEP2 = String.raw`step\s*-?(?:2|ii|two)\b(?:\s*ck)?`
const YEAR = String.raw`((?:19|20)\d\d)\b`
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const IN_YEAR = String.raw`\b(?:in|on|of)\s+(?:the\s+)?(?:early |late |mid-?)?(?:(?:\d{1,2}\s+)?${MONTH},?\s+(?:of\s+)?)?${YEAR}`

const rule = (subject: ClaimSubject, unit: Unit, source: string, unless?: RegExp): ClaimRule => ({
  subject,
  unit,
  find: new RegExp(source, 'g'),
  ...(unless ? { unless } : {}),
})

const scoreRules = (subject: ClaimSubject, step: string): ClaimRule[] => [
  rule(
    subject,
    'one',
    String.raw`\b${step}[^.;\d]{0,40}?\b(?:with|of|at|was|is|to|scored|scoring)\s+(?:a |an )?(?:score of )?${SCORE}`,
  ),
  rule(subject, 'one', String.raw`\b${step}(?: score)?\s*[:(=]\s*${SCORE}`),
  rule(
    subject,
    'one',
    String.raw`\b(?:scored|scoring|score of|earned|achieved|with) (?:a |an )?${SCORE} (?:on|in|for|at) (?:the |my )?(?:usmle )?${step}`,
  ),
]

/** Between an exam and its year no second thing begins. */
const NEAR = String.raw`(?:(?!\band\b|\bthen\b|\bgraduat)[^.;]){0,60}?`

/** A year is the exam's own only where the sentence speaks of one exam. */
const OTHER_STEP = {
  step1: /\bstep\s*-?(?:2|3|ii|iii|two|three)\b/,
  step2: /\bstep\s*-?(?:1|3|i|iii|one|three)\b/,
}

export const CLAIM_RULES: readonly ClaimRule[] = [
  ...scoreRules('step1_score', STEP1),
  ...scoreRules('step2ck_score', STEP2),
  rule(
    'step1_attempt',
    'one',
    String.raw`\bpass\w*\b[^.;]{0,40}${STEP1}[^.;]{0,40}\b${ORDINAL} (?:attempt|try|time|sitting)\b`,
    OTHER_STEP.step1,
  ),
  rule(
    'step2ck_attempt',
    'one',
    String.raw`\bpass\w*\b[^.;]{0,40}${STEP2}[^.;]{0,40}\b${ORDINAL} (?:attempt|try|time|sitting)\b`,
    OTHER_STEP.step2,
  ),
  rule('step1_year', 'one', String.raw`\b${STEP1}${NEAR}${IN_YEAR}`, OTHER_STEP.step1),
  rule('step2ck_year', 'one', String.raw`\b${STEP2}${NEAR}${IN_YEAR}`, OTHER_STEP.step2),
  rule('step1_year', 'one', String.raw`^${IN_YEAR}${NEAR}\b${STEP1}`, OTHER_STEP.step1),
  rule('step2ck_year', 'one', String.raw`^${IN_YEAR}${NEAR}\b${STEP2}`, OTHER_STEP.step2),
  rule(
    'graduation_year',
    'one',
    String.raw`\b(?:i graduated|my graduation|i finished medical school|i completed medical school)\b[^.;]{0,60}?${IN_YEAR}`,
  ),
  rule(
    'research_months',
    'months',
    String.raw`\b${NUMBER}[- ]months? (?:of |in |as |doing |on )[^.;,]{0,45}\b(?:research|laborator(?:y|ies)|lab)\b`,
  ),
  rule(
    'research_months',
    'years',
    String.raw`\b${NUMBER}[- ]years? (?:of |in |as |doing |on )[^.;,]{0,45}\b(?:research|laborator(?:y|ies)|lab)\b`,
  ),
  rule(
    'research_months',
    'months',
    String.raw`\b(?:research|laboratory|lab)\b[^.;,]{0,30}\b(?:for|over|during) (?:the (?:last|past) )?${NUMBER} months?\b`,
  ),
  rule(
    'research_months',
    'years',
    String.raw`\b(?:research|laboratory|lab)\b[^.;,]{0,30}\b(?:for|over|during) (?:the (?:last|past) )?${NUMBER} years?\b`,
  ),
  rule('research_months', 'months', String.raw`\bfor ${NUMBER} months? in [^.;,]{0,20}\bresearch\b`),
  rule(
    'clinic_weeks',
    'weeks',
    String.raw`\b${NUMBER}[- ]weeks?\b[^.;,]{0,45}\b(?:observ\w+|observership|rotations?|elective|externship|clinics?)\b`,
  ),
  rule(
    'clinic_weeks',
    'weeks',
    String.raw`\b(?:observ\w+|rotat\w+|elective|externship)\b[^.;,]{0,45}\b(?:for|of) ${NUMBER} weeks?\b`,
  ),
  rule(
    'clinic_weeks',
    'months',
    String.raw`\b${NUMBER}[- ]months?\b[^.;,]{0,30}\b(?:observership|observing|rotations?|elective|externship)\b`,
  ),
  rule(
    'clinic_weeks',
    'months',
    String.raw`\b(?:observ\w+|elective|externship)\b[^.;,]{0,45}\b(?:for|of) ${NUMBER} months?\b`,
  ),
  rule(
    'papers',
    'one',
    String.raw`\b${NUMBER} (?:[a-z-]+ ){0,3}(?:papers|publications|articles)\b`,
    /\b(?:read|reviewed|cited|screened|analy[sz]ed|presented|discussed) \w+ (?:[a-z-]+ ){0,3}(?:papers|publications|articles)\b/,
  ),
]

/** Every claim of a text that a rule reads, sentence by sentence; the same claim twice in one sentence counts once. */
export function claimsIn(text: string): readonly Claim[] {
  return sentencesOf(text).flatMap(({ text: sentence }) => {
    const line = plain(sentence)
    const found = new Map<string, Claim>()
    for (const { subject, unit, find, unless } of CLAIM_RULES) {
      if (unless?.test(line)) continue
      for (const [, value] of line.matchAll(find)) {
        const amount = numberOf(value ?? '')
        if (amount !== null) found.set(`${subject} ${amount} ${unit}`, { subject, amount, unit, sentence })
      }
    }
    return [...found.values()]
  })
}

function numberOf(text: string): number | null {
  const number = /^\d+$/.test(text) ? Number(text) : NUMBER_WORDS[text]
  return number === undefined || number === 0 ? null : number
}

/** What a text is about within genetics. Two places may name several; they disagree when they share none. */
export const FOCUS_AREAS = [
  'metabolism',
  'dysmorphology',
  'prenatal',
  'cancer',
  'pharmacogenomics',
  'neurogenetics',
  'data',
  'population',
] as const
export type FocusArea = (typeof FOCUS_AREAS)[number]

export const FOCUS_RULES: Readonly<Record<FocusArea, { label: string; find: RegExp }>> = {
  metabolism: {
    label: 'inborn errors of metabolism',
    find: /\binborn errors?\b|\bmetabolic (?:disease|disorder|genetic|medicine|clinic)|\bbiochemical genetics\b|\blysosomal\b|\bmitochondrial d/,
  },
  dysmorphology: {
    label: 'dysmorphology and developmental disorders',
    find: /\bdysmorpholog|\bcongenital anomal|\bmalformation syndrome|\bdevelopmental disorder/,
  },
  prenatal: {
    label: 'prenatal genetics',
    find: /\bprenatal (?:genetic|diagnos|screening|testing|counsel)|\breproductive genetics\b|\bfetal genetics\b/,
  },
  cancer: {
    label: 'cancer genetics',
    find: /\bcancer genetic|\bhereditary cancer|\bfamilial cancer|\bcancer predisposition|\boncogenetic/,
  },
  pharmacogenomics: { label: 'pharmacogenomics', find: /\bpharmacogen(?:omic|etic)/ },
  neurogenetics: { label: 'neurogenetics', find: /\bneurogenetic|\bneuromuscular genetic|\bgenetic epileps/ },
  data: {
    label: 'bioinformatics and data',
    find: /\bbioinformatic|\bdata science\b|\bcomputational (?:biolog|genom|genetic)|\bvariant (?:interpretation|curation)/,
  },
  population: {
    label: 'population genetics',
    find: /\bpopulation genetic|\bfounder (?:variant|mutation|effect)|\bconsanguin/,
  },
}

/** The areas that a text names, in the order of the list. */
export function focusIn(text: string): readonly FocusArea[] {
  const line = plain(text)
  return FOCUS_AREAS.filter((area) => FOCUS_RULES[area].find.test(line))
}
