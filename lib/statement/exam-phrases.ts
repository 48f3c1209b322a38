/*
 * Turns of phrase for an applicant's own exams, out of which the rules are built: sources of regular expressions, for one
 * sentence in small letters with straight quotes.
 */

// An exam of the applicant's own: a laboratory's "test results" and a child's "score" are none.
const STEP = String.raw`step\s*-?\s*(?:[123]|i{1,3}|one|two|three)\b(?:\s*ck\b)?`
export const EXAM = `(?:${[
  STEP,
  String.raw`\busmle\b`,
  String.raw`\bprometric\b`,
  String.raw`\bexaminers?\b`,
  String.raw`\bboard (?:exams?|scores?|results?)\b`,
  String.raw`\bmy (?:\w+[ -]){0,4}?(?:scores?|exams?|attempts?|transcript|examinations?)\b`,
  String.raw`\b(?:exam|examination|board) (?:scores?|results?|record|history|performance)\b`,
  String.raw`\btest scores?\b`,
  String.raw`\bstandardi[sz]ed (?:tests?|exams?|testing|examinations?)\b`,
  String.raw`\b(?:an?|one|a single|that one|this one|that|this|the) (?:exam|examination|attempt(?! (?:to|at|of)\b))\b`,
  String.raw`\b(?:one|a single|that one|this one|(?:an? |one |my |that |this )?three[- ]digit) (?:number|score)\b`,
  // A transcript alone may be one of a gene.
  String.raw`\b(?:numbers?|scores?|grades|marks|attempts?|failures?) (?:\w+ ){0,3}?on (?:a|my|the|this) (?:transcript|record|file|score report|report|page|paper)\b`,
].join('|')})`
export const FAILED = String.raw`(?:\bfail(?:ed|ure|ures|ing)?\b|\b(?:did not|didn't|could not|was unable to|not) (?:\w+ )?pass(?:ed|ing)?\b|\bunsuccessful(?:ly)?\b|\b(?:second|third|repeat(?:ed)?|multiple|several|two|three) attempts?\b|\b(?:retake|retook|retaking|retaken)\b|\bsetback\b|\bstumbled?\b|\bshortfall\b)`
export const LOW = String.raw`(?:\blow(?:er|est)?\b|\bweak(?:er)?\b|\bpoor(?:er)?\b|\bmodest\b|\bmediocre\b|\bunimpressive\b|\bdisappointing\b|\b(?:below|under)[- ]average\b|\baverage\b|\bborderline\b|\bimperfect\b|\bfar from (?:perfect|ideal)\b|\bsuboptimal\b|\bnot (?:\w+ )?(?:as )?(?:high|strong|impressive|competitive|ideal|perfect|great|good|stellar|the best|the highest|the strongest|what i)\b|\bless (?:than (?:ideal|perfect|stellar|what|most|many|your)|competitive|impressive|strong)\b|\bbelow (?:what|the|your|most|mean|standard|passing|\d{3})\b|\bonly (?:an? )?\d{3}\b)`

/** Any of these, in one expression. */
export const pattern = (...alternatives: readonly string[]) => new RegExp(alternatives.join('|'))

/** Speaks of an exam of the applicant's own that went badly. */
export const NAMES_ANOMALY = pattern(
  `${EXAM}.*${FAILED}`,
  `${FAILED}.*${EXAM}`,
  `${EXAM}.*${LOW}`,
  `${LOW}[^,;]{0,30}${EXAM}`,
)

/** Speaks of an exam of the applicant's own, or of a Match that did not come. */
export const SPEAKS_OF_EXAM = pattern(
  EXAM,
  String.raw`\bmatch(?:ed)? (?:cycle|season|day)\b`,
  String.raw`\bunmatched\b`,
  String.raw`\bi (?:\w+ )?(?:do|did|had|have|could|may|will)(?: not|n't) match(?:ed)?\b`,
  String.raw`\b(?:after|if|by|about|of) not matching\b`,
)

/** What a person did or left undone themselves: a cause of this kind is insight (B6), any other reads as an excuse. */
export const OWN_DOING = String.raw`(?:i\b|me\b|myself\b|my own\b|how i\b|the way i\b|(?:(?:my|the|an?) )?(?:\w+ ){0,2}?(?:preparation|planning|plan|approach|strategy|methods?|study|studying|schedule|pace|reading|habits?|mistakes?|decisions?|timing|choices?|practice|familiarity|unfamiliarity|overcommitment)\b)`
/** A cause outside the writer. */
export const CAUSE = String.raw`\b(?:because(?: of)?|due to|owing to|on account of|as a (?:result|consequence) of)\b(?! (?:of )?${OWN_DOING})`
/** What may stand between a result and its cause: no second deed. */
export const SAME_DEED = String.raw`(?:(?!\band\b)[^.;]){0,60}?`
