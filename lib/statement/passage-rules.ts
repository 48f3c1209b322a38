import { plain, sentencesOf } from './sentences'

/*
 * What a short passage on an attempt is asked for besides (B6): insight, change, and what came of it. What it should leave
 * out is what a statement should leave out: `rules.ts` holds for both.
 */

export const PASSAGE_WANTED = ['insight', 'change', 'evidence'] as const
export type PassageWantedKey = (typeof PASSAGE_WANTED)[number]

const words = (...alternatives: readonly string[]) =>
  new RegExp(String.raw`\b(?:${alternatives.join('|')})\b`)

export const PASSAGE_WANTED_PATTERNS: Readonly<Record<PassageWantedKey, RegExp>> = {
  insight: words(
    'looking back',
    'learn(?:ed|t)',
    'reali[sz]ed?',
    'understood',
    'recogni[sz]ed?',
    'i had (?:not|never|too little)',
    'relied on',
    'underestimated',
    'i saw that',
  ),
  change: words(
    String.raw`i (?:\w+ )?(?:changed|rebuilt|restructured|reorgani[sz]ed|practi[sc]ed|sought|asked|trained|began|started|adopted|joined|worked)`,
    'set aside',
    'i then',
  ),
  evidence: words(
    'since then',
    '(?<!not )(?<!never )passed',
    'improved',
    'evaluations?',
    'grades?',
    'publications?',
    'published',
    'results? (?:since|after)',
  ),
}

/** What a passage carries of it, sentence by sentence. */
export function passageCarries(text: string): ReadonlySet<PassageWantedKey> {
  const sentences = sentencesOf(text).map((sentence) => plain(sentence.text))
  return new Set(
    PASSAGE_WANTED.filter((key) => sentences.some((sentence) => PASSAGE_WANTED_PATTERNS[key].test(sentence))),
  )
}
