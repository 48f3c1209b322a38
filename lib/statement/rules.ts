import {
  CAUSE,
  EXAM,
  FAILED,
  LOW,
  NAMES_ANOMALY,
  OWN_DOING,
  pattern,
  SAME_DEED,
  SPEAKS_OF_EXAM,
} from './exam-phrases'
import type { UnwantedKey } from './rule-words'

/*
 * What a statement should leave out, as data: what each rule looks for in one sentence, in small letters with straight quotes. A
 * finding is a suggestion about words; none of these says anything about a person, and any can be dismissed.
 */

/** How long a sentence on the exam may be, in words, and still be brief. Our own bound. */
export const BRIEF_WORDS = 40

type Pattern = {
  readonly rule: Exclude<UnwantedKey, 'named_again' | 'named_at_length'>
  readonly find: RegExp
  /** Counts only in a sentence that also says this. */
  readonly beside?: RegExp
}

/** Looked for in each sentence by itself; the first that is found for a rule marks the sentence. */
export const PATTERNS: readonly Pattern[] = [
  {
    rule: 'comparison',
    find: pattern(
      String.raw`${EXAM}.{0,60}?${LOW}.{0,60}?\b(?:but|however|yet|still|nevertheless|nonetheless)\b`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`${LOW}[^,;]{0,30}${EXAM}[^;]{0,60}?\b(?:but|however|yet|nevertheless|nonetheless)\b`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\b(?:although|though|even if|even with|while|whilst|despite|in spite of|notwithstanding|regardless of|aside from|apart from)\b[^,;]{0,70}?${LOW}`,
      String.raw`\b(?:although|though|even if|even with|despite|in spite of)\b[^,;]{0,70}?\bscores?\b`,
      String.raw`\b(?:even )?with (?:an? |my )?(?:mere |only )?[12]\d\d (?:on|in|for)\b`,
    ),
    beside: pattern(EXAM),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\b(?:compared|in comparison) (?:to|with) (?:(?:many|most|some|all|the) )?(?:\w+ ){0,4}?(?:applicants?|candidates?|graduates?|peers|classmates)\b`,
      String.raw`\b(?:than|unlike) (?:(?:that|those) of )?(?:many |most |some |all )?(?:other|others|fellow) (?:applicants?|candidates?|graduates?)\b`,
      String.raw`\b(?:other|many|most|some) (?:applicants?|candidates?) (?:\w+ )?(?:have|with|had|may have|will have|might have|score)\b`,
      String.raw`\b(?:applicants?|candidates?|graduates?|colleagues|others)\b[^.;]{0,60}\b(?:better|higher|stronger) (?:\w+ ){0,3}?(?:scores?|numbers?|results?|grades|marks|files?|credentials)\b`,
      String.raw`\b(?:better|higher|stronger) (?:\w+ ){0,3}?(?:scores?|numbers?|results?|grades|marks|credentials) than (?:mine|me|i)\b`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\b(?:do|does|did|can|could|will|may|should|must)(?: not|n't)\b(?: \w+){0,3} (?:reflect|represent|define|show|capture|measure|tell|describe|convey|outweigh|overshadow|erase|decide|determine|(?:be )?(?:seen|found|read|judged))\b`,
      String.raw`\bcannot (?:\w+ )?(?:reflect|represent|define|show|capture|measure|tell|describe|convey|outweigh|overshadow|erase|decide|determine|be (?:seen|found|read|judged))\b`,
      String.raw`\b(?:not|never) (?:be )?(?:defined|measured|judged|reduced|reflected) (?:by|to|in|on)\b`,
      String.raw`\bmore than (?:just |only |merely )?(?:a|an|my|one|the|any)\b`,
      String.raw`\b(?:not|n't) everything\b`,
      String.raw`\bsays? (?:so |very |too )?(?:little|nothing|not much|only so much) (?:about|of)\b`,
      String.raw`\b(?:poor|bad|false|incomplete|unfair|weak) (?:picture|reflection|measure|mirror|indicator|predictor|representation) of\b`,
      String.raw`\bas (?:capable|good|ready|strong|worthy|qualified|competent) as\b`,
      String.raw`\b(?:look|see) (?:past|beyond|behind)\b`,
      String.raw`\bsee (?:me|the (?:\w+ )?(?:person|doctor|physician|applicant|candidate))\b`,
    ),
    beside: pattern(
      EXAM,
      String.raw`\b(?:my|these|those) numbers?\b`,
      String.raw`\btest(?:ing)? cent(?:er|re)\b`,
      String.raw`\b(?:my |a |the )?(?:low )?scores?\b(?! of \w+ (?:in|on) (?:patients|children))`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\bi (?:may|might|am|know i am)(?: not|n't)\b(?: be)? (?:the |your )?(?:strongest|best|top|highest|typical|most competitive|ideal|perfect)\b`,
      String.raw`\b(?:exams?|tests?|testing|examinations?|multiple[- ]choice(?: questions?)?) (?:\w+ )?(?:were|was|are|is|has|have)(?: not|n't| never)(?: \w+){0,2} my (?:strength|strong (?:point|suit|side)|forte|world)\b`,
      String.raw`\bi (?:am|was|have|have been)(?: not|n't| never)(?: \w+){0,2} (?:good|strong|gifted) (?:at|in|with) (?:\w+ )?(?:exams?|tests?|testing|examinations?|multiple[- ]choice)\b`,
      String.raw`${EXAM}.{0,20}\b(?:may|might) (?:not )?(?:be|seem|look|appear)\b`,
      String.raw`\bnot (?:just |only |merely )?(?:an?|the|my) (?:\w+ )?(?:scores?|exams?)\b.{0,5}\bbut\b`,
      String.raw`\bno (?:exam|score|standardi[sz]ed test) (?:can|could|will|would|has|shows?|measures?|replaces?)\b`,
      String.raw`\bi (?:do|did) not have (?:an? |the )?(?:2[3-9]\d|(?:high|top|perfect|great|excellent) (?:\w+ )?(?:scores?|numbers?|results?))\b`,
      String.raw`\bif (?:you|one|they|programs?|a (?:reader|program)) (?:\w+ )?(?:looks?|judges?|considers?|focus(?:es)?|counts?|goes?)\b.{0,30}${EXAM}`,
      String.raw`\bwhat i lack in (?:my )?(?:\w+ )?(?:scores?|numbers?|exams?)\b`,
      String.raw`\bmake up for (?:it|my|the|this|a|what) ?(?:\w+ ){0,2}(?:scores?|exams?|attempt|failure)?\b(?=.*\b(?:score|exam|step|attempt|failure)s?\b)`,
    ),
  },
  {
    rule: 'defence',
    find: pattern(
      String.raw`\b(?:not|n't|never) (?:\w+ )?(?:my|entirely my|really my) (?:own )?fault\b`,
      String.raw`\bno fault of (?:my own|mine)\b`,
      String.raw`\b(?:beyond|outside|out of) my (?:own )?control\b`,
      String.raw`\bi had no (?:other )?(?:choice|option|way)\b`,
      String.raw`\b(?:not|n't) (?:\w+ )?to blame\b`,
      String.raw`\bin my (?:own )?defen[cs]e\b`,
      String.raw`\bto justify (?:my|the|this)\b`,
      String.raw`\bi (?:\w+ ){0,2}unlucky\b`,
    ),
  },
  {
    rule: 'defence',
    find: pattern(
      String.raw`\b(?:was|were|is|are|felt|seemed|being|be) (?:\w+ ){0,2}?(?:unfair(?:ly)?|unjust(?:ly)?|biased|flawed|rigged|unreasonabl[ey]|too (?:hard|difficult|long|tricky)|harder than|wrong(?:ly)?|misleading|ambiguous|unrepresentative)\b`,
      String.raw`\bunfair(?:ly|ness)?\b`,
      String.raw`\b(?:noise|noisy|air conditioning|computer|technical|technology|internet|power (?:cut|outage|failure)|proctor|headset|prometric|test(?:ing)? cent(?:er|re)|traffic|jet ?lag(?:ged)?|flight)\b`,
      String.raw`\b(?:headache|migraine|fever(?:ish)?|food poisoning|insomnia|sleepless|flu|unwell|sick|ill|illness|anxiety|anxious|panic(?:ked)?|nerves|nervous)\b`,
      String.raw`\b(?:only|just|merely|a mere|by) (?:\w+ )?(?:one|two|three|four|five|few|single|\d) points?\b`,
      String.raw`\bbad luck\b`,
      String.raw`\bunluck(?:y|ily)\b`,
      String.raw`\bpoints? (?:short|shy|below|away)\b`,
      String.raw`\b(?:would|could|should|might)(?:'ve| have) (?:\w+ )?(?:passed|scored|done|achieved|gotten|got|performed|succeeded|been)\b`,
      String.raw`\bif (?:only )?i had\b`,
      String.raw`\bhad i (?:only|been|known|had|not)\b`,
      String.raw`\b(?:let me|allow me to|(?:would|'d) like to|want to|need to|have to|wish to|must|feel obliged to|owe you) (?:an )?(?:explain|explanation|justify|clarify|defend)\b`,
      String.raw`\b(?:was|were) (?:forced|pushed|pressured|compelled|made) to\b`,
      String.raw`\b(?:misled|poorly advised|wrong advice|bad advice)\b`,
      String.raw`\b(?:want|wish|need|have|like) to (?:make (?:it )?clear|point out|stress|mention|emphasi[sz]e)\b`,
      String.raw`${EXAM}.{0,40}?\b(?:was|were|is|are|has been|can be|could be) (?:\w+ )?(?:affected|explained|impacted|influenced|hindered|compromised|caused|hurt|damaged|disrupted) by\b(?! ${OWN_DOING})`,
      String.raw`\b(?:was|were|had been) (?:cancel+ed|interrupted)\b`,
      String.raw`${EXAM}.{0,40}?\b(?:is|was|are|were) not (?:\w+ )?(?:made|designed|written|meant|intended|suited|suitable|fair|enough)\b`,
      String.raw`\b(?:wrong|outdated|poor|bad|old) (?:\w+ )?(?:materials?|books?|resources?|courses?|advice|guidance|tutors?|teaching)\b`,
      String.raw`\bnot (?:right|fair|just) (?:that|to)\b`,
      String.raw`\b(?:because|since|as) my \w+ (?:insisted|wanted|told|forced|needed|required|demanded)\b`,
      String.raw`\bi (?:\w+ )?assure (?:you|the (?:committee|program|reader))\b`,
      String.raw`\b(?:not|n't|never) (?:\w+ ){0,4}?(?:laziness|lazy|lack of (?:effort|knowledge|dedication|commitment|intelligence|work|interest|ability))\b`,
      String.raw`\b(?:could|can) ?(?:not|n't) (?:have )?(?:do|done|score|scored|perform|performed|achieve|achieved) (?:\w+ )?(?:better|higher|more)\b`,
      String.raw`\breasons? (?:of|for|why|behind) (?:\w+ ){0,6}?(?:was|were|is|are|lay|lies) (?!${OWN_DOING}|that i\b)`,
      String.raw`\b(?:that|this|which)(?: is|'s| was) (?:also )?why (?:my (?:\w+ ){0,3}?(?:score|result|performance|attempt|exam)|i (?:\w+ )?(?:failed|scored|did not|could not|didn't))\b`,
      String.raw`\b(?:solely|only|simply|purely|entirely|mainly|just) (?:because|due to|owing to)\b`,
    ),
    beside: pattern(EXAM),
  },
  {
    rule: 'defence',
    // A cause outside oneself, given for a result; "and then I chose genetics because" is none.
    find: pattern(`(?:${FAILED}|${LOW})${SAME_DEED}${CAUSE}`, `${CAUSE}[^.;]{0,100}?(?:${FAILED}|${LOW})`),
    beside: NAMES_ANOMALY,
  },
  {
    rule: 'defence',
    find: pattern(
      String.raw`\b(?:my|the|our) (?:\w+ )?(?:school|university|college|hospital|department|clinic|employer|boss|supervisors?|chief|teachers?|professors?|curriculum|country|government|system|faculty|tutors?)(?:'s \w+)? (?:did not|didn't|never|failed to|does not|doesn't|had not|could not|gave (?:me|us) no|offered no|left (?:me|us))\b`,
      String.raw`\b(?:nobody|no one|no-one) (?:\w+ )?(?:told|taught|warned|prepared|advised|explained to|showed) (?:me|us)\b`,
    ),
    beside: pattern(EXAM, String.raw`\b(?:exams?|usmle|multiple[- ]choice|prepare|prepared)\b`),
  },
  {
    rule: 'pity',
    find: pattern(
      String.raw`\bplease,? (?:do |do not |don't |kindly )?(?:give|consider|understand|forgive|allow|grant|take|accept|judge|overlook|look|let|help|excuse|see|hold|reject|believe)\b`,
      String.raw`\bi (?:\w+ )?(?:beg|plead|implore|beseech)\b`,
      String.raw`\bbegging\b`,
      String.raw`\b(?:kindly|humbly|respectfully|sincerely) (?:ask|request|appeal|urge|plead)\b`,
      String.raw`\bi (?:\w+ ){0,2}(?:ask|request|urge)(?:ing)? (?:you|the committee|your program|the program) (?:to|for)\b`,
      String.raw`\b(?:save|rescue) (?:me\b|my (?:life|career|future|dreams?)\b)`,
      String.raw`\b(?:end|ruin|loss) of (?:all )?my (?:dreams?|career|future|hopes?|life)\b`,
      String.raw`\bi can(?:not|'t| not) (?:disappoint|let (?:them|him|her|my \w+) down|fail (?:them|him|her|my (?:family|parents)))\b`,
      String.raw`\bsorry for (?:my|this|the) (?:\w+ ){0,4}?(?:scores?|attempts?|fail\w*|results?|exams?|step|usmle)\b`,
      String.raw`\bi (?:would|will|shall|should|'d) (?:\w+ )?(?:be|feel) (?:\w+ )?(?:grateful|thankful|happy|glad|indebted|obliged|honou?red) if (?:you|the committee|your program|the program)\b`,
      String.raw`\b(?:chance|opportunity) (?:to|for) (?:someone|somebody|a (?:person|graduate|doctor)|applicants?|people) like (?:me|us|myself)\b`,
      String.raw`\bi (?:\w+ )?pray\b`,
      String.raw`\b(?:believe in|bet on|take a chance on|trust in|gamble on) me\b`,
      String.raw`\bi (?:have|had) (?:nobody|no one|no-one|nowhere|nothing) (?:else|left)\b`,
      String.raw`\b(?:is|means|be) everything (?:for|to) me\b`,
      String.raw`\bmy (?:whole |entire )?(?:life|career|future) (?:would|will|is|was) (?:be )?(?:wasted|over|ruined|meaningless|finished|destroyed|lost)\b`,
      String.raw`\b(?:give|giving|grant|granting|offer|offering|allow|allowing) me (?:just |only )?(?:a|an|one|another|this|the)(?: \w+){0,2} (?:chance|opportunity to prove)\b`,
      String.raw`\bi (?:\w+ )?(?:need|want|ask for|am asking for|deserve|hope for|ask) (?:is )?(?:only |just |for )?(?:a|an|one|just one|another|this|the)(?: \w+){0,2} chance\b`,
      String.raw`\ball i (?:ask|need|want|hope)\b`,
      String.raw`\b(?:your|for|some) (?:sympathy|mercy|pity|compassion|kindness|understanding)\b(?= (?:in|for|toward|as|regarding|with|of) (?:my|me|this)|[.!]*$)`,
      String.raw`\bhave mercy\b`,
      String.raw`\bat your mercy\b`,
      String.raw`\bkindly (?:consider|overlook|forgive|excuse|give|understand|look)\b`,
      String.raw`\bi (?:\w+ )?(?:hope|pray|trust)(?: that)? (?:you|the committee|the program|your program|programs|the reader) (?:\w+ )?(?:can|will|could|would|may|might|to) (?:\w+ )?(?:understand|forgive|overlook|excuse|look past|look beyond|see past|see beyond|give me|take pity|find it|be kind|be lenient|not (?:judge|hold))\b`,
      String.raw`\bforgive (?:me|my)\b`,
      String.raw`\bi (?:\w+ )?(?:apologi[sz]e|am (?:\w+ )?sorry) for (?:my|this|the|having)\b`,
      String.raw`\bmy (?:only|last|final|sole) (?:hope|chance)\b`,
      String.raw`\bin your (?:kind )?hands\b`,
      String.raw`\bi (?:have |had )?(?:sacrificed|lost|given up|gave up) everything\b`,
      String.raw`\bi (?:have |had )?suffered (?:so |very |too )?(?:much|a lot|greatly|terribly|enough|deeply|immensely|badly|for)\b`,
      String.raw`\b(?:cruel|unkind|harsh) (?:fate|luck|world|life|destiny)\b`,
      String.raw`\b(?:life|fate|destiny) (?:has been|was|is|has) (?:\w+ )?(?:cruel|unfair|hard|unkind|harsh|punish\w+|against) ?(?:to|on|for|with)? ?(?:me|us)\b`,
      String.raw`\b(?:my|the|a) dreams? (?:\w+ )?(?:was|were|is|are|lay|lie|has been|have been|had been)? ?(?:crushed|shattered|destroyed|broken|ruined|collapsed|fell apart)\b`,
      String.raw`\bi (?:\w+ ){0,2}(?:felt|feel|was|am|became|have been|had been) (?:\w+ ){0,2}(?:worthless|hopeless|humiliated|desperate|helpless and alone|a failure|unwanted)\b`,
      String.raw`\bnobody (?:helped|supported|believed|wanted|gave) (?:me|in me)\b`,
      String.raw`\bno one (?:helped|supported|believed|wanted|gave) (?:me|in me)\b`,
      String.raw`\bwhy me\b`,
    ),
  },
  {
    rule: 'pity',
    find: pattern(
      String.raw`\b(?:unfortunately|sadly|tragically|regrettably|alas)\b`,
      String.raw`\bmy heart (?:\w+ )?(?:broke|sank|stopped|was broken)\b`,
      String.raw`\bi (?:\w+ ){0,2}(?:cried|wept)\b`,
      String.raw`\b(?:lost|lose|losing|without) (?:all |any |every |my )?hope\b`,
      String.raw`\bmy (?:family|parents|father|mother|husband|wife|brother|sister)\b.{0,40}\b(?:sold|sacrificed|gave up|borrowed|starved|went without|took (?:a |out )?loans?)\b`,
      String.raw`\bi (?:\w+ ){0,2}(?:devastated|heartbroken|broken|crushed|shattered|destroyed|ashamed|despair(?:ed)?)\b`,
      String.raw`\b(?:devastat(?:ed|ing)|heartbreaking|heart-breaking|heartbroken|painful|agoni[sz]ing|unbearable|nightmare|tears|shame|humiliat\w+|darkest|worst (?:day|time|moment))\b`,
    ),
    beside: SPEAKS_OF_EXAM,
  },
]
