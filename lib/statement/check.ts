import { NAMES_ANOMALY } from './exam-phrases'
import { fingerprint } from './fingerprint'
import { UNWANTED, type UnwantedKey, WANTED, type WantedKey } from './rule-words'
import { BRIEF_WORDS, PATTERNS } from './rules'
import { plain, type Sentence, sentencesOf } from './sentences'
import { WANTED_PATTERNS } from './wanted-patterns'

/** A sentence that deserves another look, and the words in it that a rule stumbled over. */
export type Finding = {
  readonly rule: UnwantedKey
  /** The sentence, as offsets into the text in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The words in it, as offsets into the text; the whole sentence where no few words are meant. */
  readonly words: { readonly start: number; readonly end: number }
  /** Stays the same while this sentence does, wherever it stands: what a dismissal remembers. */
  readonly key: string
}

/** Something asked for, and the sentences that carry it. */
export type Presence = { readonly key: WantedKey; readonly carriedBy: readonly Sentence[] }

export type StatementReading = {
  readonly findings: readonly Finding[]
  readonly presences: readonly Presence[]
  /** Sentences that name an exam of the applicant's own that went badly, in order. */
  readonly mentions: readonly Sentence[]
  readonly words: number
  readonly characters: number
}

export type ReadingOptions = {
  /** A passage on an attempt: each of its sentences speaks of the exam, named or not. */
  readonly isAboutExam?: boolean
}

type SentenceReading = {
  readonly found: readonly { readonly rule: UnwantedKey; readonly start: number; readonly end: number }[]
  readonly wanted: readonly WantedKey[]
  readonly namesAnomaly: boolean
  readonly words: number
}

/** Paragraphs are remembered up to this many, so that typing reads anew only the one that changed. */
const REMEMBERED = 2000

type Line = { readonly sentence: Sentence; readonly reading: SentenceReading }

/**
 * A reader of one text that is asked again after each keystroke: it remembers how it read each paragraph. The reading
 * depends on the text alone. Rules: `rules.ts`, `wanted-patterns.ts` (E3, E4, B6, A5). A first reading of a long text takes longer than a frame:
 * in a browser it belongs in a worker.
 */
export function statementReader({
  isAboutExam = false,
}: ReadingOptions = {}): (text: string) => StatementReading {
  const remembered = new Map<string, readonly Line[]>()
  return (text) => {
    if (remembered.size > REMEMBERED) remembered.clear()
    const lines: Line[] = []
    let start = 0
    for (const paragraph of text.split('\n')) {
      const known = remembered.get(paragraph) ?? readParagraph(paragraph, isAboutExam)
      remembered.set(paragraph, known)
      for (const { sentence, reading } of known) lines.push({ sentence: moved(sentence, start), reading })
      start += paragraph.length + 1
    }
    return assemble(text, lines)
  }
}

function readParagraph(paragraph: string, isAboutExam: boolean): readonly Line[] {
  return sentencesOf(paragraph).map((sentence) => ({
    sentence,
    reading: readSentence(sentence.text, isAboutExam),
  }))
}

function moved(sentence: Sentence, by: number): Sentence {
  return { ...sentence, start: sentence.start + by, end: sentence.end + by }
}

/** One reading of one text; see `statementReader`. */
export function readStatement(text: string, options: ReadingOptions = {}): StatementReading {
  return statementReader(options)(text)
}

function readSentence(text: string, isAboutExam: boolean): SentenceReading {
  const line = plain(text)
  const found = new Map<UnwantedKey, { rule: UnwantedKey; start: number; end: number }>()
  for (const { rule, find, beside } of PATTERNS) {
    const isMeant = !beside || beside.test(line) || (isAboutExam && rule !== 'comparison')
    if (found.has(rule) || !isMeant) continue
    const match = find.exec(line)
    if (match) found.set(rule, { rule, start: match.index, end: match.index + match[0].length })
  }
  const words = line.match(/\S+/g)?.length ?? 0
  const namesAnomaly = NAMES_ANOMALY.test(line)
  if (namesAnomaly && words > BRIEF_WORDS)
    found.set('named_at_length', { rule: 'named_at_length', start: 0, end: text.length })
  return {
    found: [...found.values()],
    wanted: WANTED.filter((key) => WANTED_PATTERNS[key].every((part) => part.test(line))),
    namesAnomaly,
    words,
  }
}

function assemble(text: string, lines: readonly Line[]): StatementReading {
  const mentions = lines.filter(({ reading }) => reading.namesAnomaly).map(({ sentence }) => sentence)
  const findings = lines.flatMap(({ sentence, reading }) => {
    const own = reading.found.map(({ rule, start, end }) => finding(rule, sentence, start, end))
    const isAgain = reading.namesAnomaly && sentence !== mentions[0]
    return isAgain ? [...own, finding('named_again', sentence, 0, sentence.text.length)] : own
  })
  return {
    findings: findings.sort(
      (a, b) => a.start - b.start || UNWANTED.indexOf(a.rule) - UNWANTED.indexOf(b.rule),
    ),
    presences: WANTED.map((key) => ({
      key,
      carriedBy: lines.filter(({ reading }) => reading.wanted.includes(key)).map(({ sentence }) => sentence),
    })),
    mentions,
    words: lines.reduce((sum, { reading }) => sum + reading.words, 0),
    characters: text.length,
  }
}

function finding(rule: UnwantedKey, sentence: Sentence, from: number, to: number): Finding {
  return {
    rule,
    start: sentence.start,
    end: sentence.end,
    words: { start: sentence.start + from, end: sentence.start + to },
    key: `${rule}:${fingerprint(sentence.text)}`,
  }
}
