import type { FactAge, FactUsed } from '@/lib/programs/resolve-fact'
import { citation } from './criteria'
import { FACTOR_TITLES, factorLine } from './factor-words'
import { CONDITION_PHRASES, GATE_SENTENCES, GATE_TITLES, openerSentence } from './gate-words'
import type {
  Condition,
  Factor,
  FactorOutcome,
  Fit,
  Gate,
  GateState,
  Ledger,
  Preference,
  ProfileFact,
  Standing,
} from './ledger'
import { count, joined } from './param-words'

/*
 * Sentences for a ledger, for pages, mails, roster and print. Pure. A standing and its reasons come first; the number is
 * never first, has no percent sign, and always says that it is not a chance of matching (DESIGN.md 5 and 12).
 */

/** Which colour and shape stand beside a word; a word is always there too. */
export type WordTone = 'good' | 'warn' | 'bad' | 'unknown' | 'neutral'
export type Word = { word: string; sign: string; tone: WordTone; meaning: string }

export const STANDING_WORDS: Record<Standing, Word> = {
  strong: {
    word: 'Strong',
    sign: '●',
    tone: 'good',
    meaning: 'What you bring is what such programs look for.',
  },
  solid: { word: 'Solid', sign: '◕', tone: 'good', meaning: 'A realistic choice.' },
  possible: {
    word: 'Possible',
    sign: '◑',
    tone: 'neutral',
    meaning: 'Worth applying to as part of a broad list.',
  },
  reach: {
    word: 'Reach',
    sign: '◔',
    tone: 'warn',
    meaning: 'Nothing known closes it; much would have to speak for you.',
  },
  not_enough_facts: {
    word: 'Not enough facts',
    sign: '?',
    tone: 'unknown',
    meaning: 'Your own weightiest facts are not entered yet.',
  },
  not_yet_eligible: {
    word: 'Not yet eligible',
    sign: '◷',
    tone: 'warn',
    meaning: 'This pathway asks for training first.',
  },
  closed: { word: 'Closed', sign: '✕', tone: 'bad', meaning: 'A published rule closes it this season.' },
}

export const GATE_STATE_WORDS: Record<GateState, Word> = {
  met: { word: 'Met', sign: '✓', tone: 'good', meaning: 'Nothing to do.' },
  not_yet: { word: 'Not yet', sign: '◷', tone: 'warn', meaning: 'Can still be met in time.' },
  unknown: { word: 'Not known', sign: '?', tone: 'unknown', meaning: 'To be asked or entered.' },
  closed: { word: 'Closed', sign: '✕', tone: 'bad', meaning: 'Nothing offsets it.' },
}

export const OUTCOME_WORDS: Record<FactorOutcome, Word> = {
  helps: { word: 'Helps', sign: '+', tone: 'good', meaning: 'Above neutral.' },
  neutral: { word: 'Neutral', sign: '=', tone: 'neutral', meaning: 'Changes nothing.' },
  hurts: { word: 'Weighs against', sign: '−', tone: 'warn', meaning: 'Below neutral.' },
  unknown: {
    word: 'Not known',
    sign: '?',
    tone: 'unknown',
    meaning: 'Counts as neutral and widens the range.',
  },
}

/** "if it sponsors the J-1", the part that follows a standing. */
export function conditionPhrase(condition: Condition): string {
  const phrase = CONDITION_PHRASES[condition.reason]
  return phrase === undefined ? '' : phrase(condition.params, condition.byDate)
}

/** How many conditions a sentence names before it says how many more there are. */
const NAMED_CONDITIONS = 2

/** "Possible, if it offers a place this season and if it sponsors the J-1, and 1 more condition." */
export function standingSentence(
  ledger: Pick<Ledger, 'standing' | 'conditions' | 'gates' | 'missing'>,
): string {
  const { word } = STANDING_WORDS[ledger.standing]
  switch (ledger.standing) {
    case 'closed': {
      const closed = ledger.gates.filter((gate) => gate.state === 'closed')
      return `Closed this season: ${closed.map(gateSentence).join(' ')}`
    }
    case 'not_yet_eligible': {
      const gate = ledger.gates.find((candidate) => candidate.code === 'pathway')
      return `Not yet eligible. ${gate === undefined ? '' : gateSentence(gate)}`.trim()
    }
    case 'not_enough_facts':
      return `Not enough facts yet. Enter ${joined(ledger.missing.slice(0, 3).map(profileFactWord), 'and')}.`
    default: {
      const phrases = [...new Set(ledger.conditions.map(conditionPhrase))].filter((phrase) => phrase !== '')
      // The weightiest fact is still to come: the standing is one of today and says so.
      const waits = ledger.gates.some((gate) => gate.code === 'step2ck' && gate.state === 'not_yet')
      const standing = waits ? `${word} so far, with the Step 2 CK result still to come` : word
      if (phrases.length === 0) return `${standing}.`
      const named = phrases.slice(0, NAMED_CONDITIONS)
      const more = phrases.length - named.length
      const rest = more > 0 ? `, with ${count(more, 'more condition')}` : ''
      return `${standing}, ${joined(named, 'and')}${rest}.`
    }
  }
}

export function gateTitle(gate: Pick<Gate, 'code'>): string {
  return GATE_TITLES[gate.code]
}

/** What the gate says here, in one or two sentences. */
export function gateSentence(gate: Gate): string {
  const sentence = GATE_SENTENCES[gate.reason](gate.params, gate)
  // No rule knows a country; the person's own mark is repeated where it bears on the answer (DESIGN.md 2.3).
  return gate.params.entryLimit === true
    ? `${sentence} You marked that an entry limit may affect you: check its current state.`
    : sentence
}

/** The one thing that would open or meet the gate; null when nothing needs to. */
export function gateOpener(gate: Gate): string | null {
  return gate.opener === null ? null : openerSentence(gate.opener)
}

/** Where the gate's rule stands: the article's criteria and the body that publishes it. */
export function gateCitation(gate: Pick<Gate, 'rule'>): string {
  const { criteria, source } = gate.rule
  return source === null ? citation(criteria) : `${citation(criteria)}. Rule: ${source.title}`
}

export function factorTitle(factor: Pick<Factor, 'code'>): string {
  return FACTOR_TITLES[factor.code]
}

export function factorSentence(factor: Pick<Factor, 'code' | 'reading' | 'params'>): string {
  return factorLine(factor)
}

export function factorCitation(factor: Pick<Factor, 'criteria'>): string {
  return citation(factor.criteria)
}

/** "Adds 4.5 of the 10 points it can add": for the line beside a factor's bar. */
export function factorPoints(factor: Pick<Factor, 'contribution' | 'low' | 'high' | 'outcome'>): string {
  const { contribution, low, high, outcome } = factor
  const range = low === high ? '' : ` (between ${signed(low)} and ${signed(high)})`
  return outcome === 'unknown' ? `Counts as neutral${range}` : `${signed(contribution)}${range}`
}

function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`
}

/** The number, after the standing and its reasons, and never without what it is not. */
export function fitSentence(fit: Fit): string {
  const range = fit.low === fit.high ? '' : ` What is not known could make it ${fit.low} to ${fit.high}.`
  return `On a scale to 100 the fit reads ${fit.point}, where ${fit.neutral} is neutral.${range} It compares programs with each other and is not a chance of matching.`
}

const AGES: Record<FactAge, string> = { fresh: 'fresh', ageing: 'ageing', stale: 'old', undated: 'undated' }

/** "from the program itself, 2013, old". */
export function factProvenance(fact: FactUsed): string {
  const whose =
    fact.origin === 'told'
      ? 'told by the program'
      : fact.origin === 'own'
        ? 'as you noted'
        : fact.scope === 'program'
          ? 'from the program itself'
          : fact.scope === 'parent'
            ? 'from its parent residency'
            : fact.scope === 'institution'
              ? 'from its institution'
              : 'our classification'
  return fact.year === null ? `${whose}, ${AGES[fact.age]}` : `${whose}, ${fact.year}, ${AGES[fact.age]}`
}

const PROFILE_WORDS: Record<ProfileFact, string> = {
  exams: 'your exam results',
  explanation: 'whether an explanation is on file',
  research: 'your research',
  publications: 'your publications',
  clinical: 'your US clinical experience',
  letters: 'your letters',
  school: 'your medical school record',
  niches: 'your niche strengths',
  visa_need: 'whether you need a visa',
  acceptable_visas: 'which visas are acceptable',
  j1_years: 'your J-1 years',
  graduation: 'your graduation',
  ecfmg: 'your ECFMG certification',
  training: 'your ACGME training',
  preparation: 'your preparation in pediatrics or medicine',
  obgyn: 'whether you completed obstetrics and gynecology',
}

export function profileFactWord(fact: ProfileFact): string {
  return PROFILE_WORDS[fact]
}

const ASPECTS = { state: 'place', setting: 'setting', research: 'research', pathway: 'pathway' } as const
const ANSWERS = { match: 'as you prefer', miss: 'not what you prefer', unknown: 'not known' } as const

/** "Beside the standing: place as you prefer, research not known." Empty when nothing is preferred. */
export function preferenceSentence(preference: Preference): string {
  if (preference.aspects.length === 0) return ''
  const parts = preference.aspects.map(({ aspect, answer }) => `${ASPECTS[aspect]} ${ANSWERS[answer]}`)
  return `Beside the standing: ${parts.join(', ')}.`
}
