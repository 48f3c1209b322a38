import { plain, sentencesOf } from '@/lib/statement/sentences'

/*
 * The Match Participation Agreement lets both sides say freely that they like each other, and forbids asking for, or
 * making, a commitment about rank order. This reads a draft for wording that asks or promises; it is a check of words.
 */

export const RANK_WORDINGS = ['asks_rank', 'promises_rank', 'bargains', 'asks_for_offer'] as const
export type RankWording = (typeof RANK_WORDINGS)[number]

export type RankFinding = {
  readonly kind: RankWording
  /** The sentence, as offsets into the text in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const WORDINGS: Readonly<Record<RankWording, readonly RegExp[]>> = {
  asks_rank: [
    /\b(?:how|where|whether|if) (?:\w+ ){0,4}(?:you|your program|the program|the committee) (?:\w+ ){0,3}(?:rank|ranked|ranking|place|placed) (?:me|my)\b/,
    /\b(?:where|how|what) (?:do|did|will|would|can|could) (?:i|you) (?:\w+ ){0,3}(?:stand|rank|be ranked)\b.*\b(?:rank|list)/,
    /\b(?:my|a) (?:position|place|rank|ranking|spot|number) on your (?:\w+ )?(?:rank )?list\b/,
    /\b(?:please|kindly|hope (?:that )?you(?: will)?|ask you to|would you|could you|will you|urge you to) (?:\w+ ){0,3}rank me\b/,
    /\brank me (?:high|highly|first|to match|favou?rably|at the top|number one|no\. ?1|#1)/,
    /\bam i (?:\w+ )?(?:ranked|ranked to match|in the top)\b/,
  ],
  promises_rank: [
    /\bi (?:\w+ ){0,3}(?:promise|guarantee|commit|pledge|assure you|swear|give you my word)(?: \w+){0,5} rank/,
    /\bi (?:\w+ ){0,2}(?:will|shall|am going to|intend to|plan to|have decided to|am) (?:\w+ ){0,2}rank(?:ing)? (?:you|your program|your residency|this program|it|\w+(?: \w+)?) (?:as )?(?:my )?(?:first|number one|no\. ?1|#1|1st|highest|at the top|at number one|top|in first place)\b/,
    /\b(?:my|you are my|your program is my|this is my) (?:\w+ )?(?:number one|#1|no\. ?1|top|first)(?: choice| rank| ranked program)?\b.*\b(?:rank|list)\b/,
    /\bi (?:will|shall) (?:certainly |definitely )?(?:match|come|sign|accept) (?:with|to|at) (?:you|your program)\b.*\bif\b/,
  ],
  bargains: [
    /\bif you (?:\w+ ){0,3}rank (?:me|\w+)\b/,
    /\bin (?:return|exchange) for (?:\w+ ){0,4}(?:rank|position|commitment|place)/,
    /\b(?:a|your|any|some) (?:\w+ )?(?:commitment|guarantee|assurance|promise) (?:\w+ ){0,6}(?:rank|match|list|position)/,
  ],
  asks_for_offer: [
    /\b(?:offer|give|guarantee|promise|reserve|hold|save) me (?:a|the|one|your) (?:\w+ ){0,2}(?:position|spot|place|contract|slot)\b(?!.*\boutside the match\b)/,
    /\b(?:outside|before) the match\b.*\b(?:sign|contract|commit)\b/,
    /\b(?:sign|contract|commit)\b.*\b(?:outside|before) the match\b/,
  ],
}

/** Sentences of a draft that ask for or promise a rank commitment, in order, each once for each kind. */
export function rankFindings(text: string): RankFinding[] {
  return sentencesOf(text).flatMap(({ start, end, text: sentence }) => {
    const line = plain(sentence)
    return RANK_WORDINGS.filter((kind) => WORDINGS[kind].some((wording) => wording.test(line))).map(
      (kind) => ({
        kind,
        start,
        end,
      }),
    )
  })
}
