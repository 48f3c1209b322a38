import type { UnwantedKey, WantedKey } from './rule-words'

/*
 * What a statement is read for, as data: what each rule looks for in one sentence, in small letters with straight quotes. A
 * finding is a suggestion about words; none of these says anything about a person, and any can be dismissed.
 */

/** How long a sentence on the exam may be, in words, and still be brief. Our own bound. */
export const BRIEF_WORDS = 40

// An exam of the applicant's own: a laboratory's "test results" and a child's "score" are none.
const STEP = String.raw`step\s*-?\s*(?:[123]|i{1,3}|one|two|three)\b(?:\s*ck\b)?`
const EXAM = String.raw`(?:${STEP}|\busmle\b|\bboard (?:exams?|scores?|results?)\b|\bmy (?:\w+[ -]){0,4}?(?:scores?|exams?|attempts?|transcript|examinations?)\b|\b(?:exam|examination|board) (?:scores?|results?)\b|\btest scores?\b|\bstandardi[sz]ed (?:tests?|exams?|testing|examinations?)\b|\b(?:an?|one|a single|that one|this one|that|this|the) (?:exam|examination|attempt|number)\b)`
const FAILED = String.raw`(?:\bfail(?:ed|ure|ures|ing)?\b|\b(?:did not|didn't|could not|was unable to|not) (?:\w+ )?pass(?:ed|ing)?\b|\bunsuccessful(?:ly)?\b|\b(?:second|third|repeat(?:ed)?|multiple|several|two|three) attempts?\b|\b(?:retake|retook|retaking|retaken)\b|\bsetback\b|\bstumbled?\b|\bshortfall\b)`
const LOW = String.raw`(?:\blow(?:er|est)?\b|\bweak(?:er)?\b|\bpoor(?:er)?\b|\bmodest\b|\bmediocre\b|\bunimpressive\b|\bdisappointing\b|\b(?:below|under)[- ]average\b|\baverage\b|\bborderline\b|\bsuboptimal\b|\bnot (?:\w+ )?(?:as )?(?:high|strong|impressive|competitive|ideal|perfect|great|good|stellar|the best|the highest|the strongest|what i)\b|\bless (?:than (?:ideal|perfect|stellar)|competitive|impressive|strong)\b|\bbelow (?:the )?(?:mean|standard|passing|\d{3})\b|\bonly (?:an? )?\d{3}\b)`

const pattern = (...alternatives: readonly string[]) => new RegExp(alternatives.join('|'))

/** Speaks of an exam of the applicant's own that went badly. */
export const NAMES_ANOMALY = pattern(
  `${EXAM}.*${FAILED}`,
  `${FAILED}.*${EXAM}`,
  `${EXAM}.*${LOW}`,
  `${LOW}[^,;]{0,30}${EXAM}`,
)

const SPEAKS_OF_EXAM = pattern(
  EXAM,
  String.raw`\bmatch(?:ed)? (?:cycle|season|day)\b`,
  String.raw`\bunmatched\b`,
)

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
      String.raw`\b(?:although|though|even if|while|whilst|despite|in spite of|notwithstanding|regardless of|aside from|apart from)\b[^,;]{0,70}?${LOW}`,
      String.raw`\b(?:although|though|even if|despite|in spite of)\b[^,;]{0,70}?\bscores?\b`,
    ),
    beside: pattern(EXAM),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\b(?:compared|in comparison) (?:to|with) (?:(?:many|most|some|all|the) )?(?:\w+ ){0,4}?(?:applicants?|candidates?|graduates?|peers|classmates)\b`,
      String.raw`\b(?:than|unlike) (?:(?:that|those) of )?(?:many |most |some |all )?(?:other|others|fellow) (?:applicants?|candidates?|graduates?)\b`,
      String.raw`\b(?:other|many|most|some) (?:applicants?|candidates?) (?:\w+ )?(?:have|with|had|may have|will have|might have|score)\b`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\b(?:do|does|did|can|could|will|may)(?: not|n't)\b(?: \w+){0,3} (?:reflect|represent|define|show|capture|measure|tell|describe|convey)\b`,
      String.raw`\bcannot (?:\w+ )?(?:reflect|represent|define|show|capture|measure|tell|describe|convey)\b`,
      String.raw`\b(?:not|never) (?:be )?(?:defined|measured|judged|reduced|reflected) (?:by|to|in|on)\b`,
      String.raw`\bmore than (?:just |only |merely )?(?:a|an|my|one|the|any)\b`,
      String.raw`\b(?:not|n't) everything\b`,
      String.raw`\blook (?:past|beyond)\b`,
    ),
    beside: pattern(
      EXAM,
      String.raw`\b(?:my|these|those) numbers?\b`,
      String.raw`\b(?:my |a |the )?(?:low )?scores?\b(?! of \w+ (?:in|on) (?:patients|children))`,
    ),
  },
  {
    rule: 'comparison',
    find: pattern(
      String.raw`\bi (?:may|might|am|know i am)(?: not|n't)\b(?: be)? (?:the |your )?(?:strongest|best|top|highest|typical|most competitive|ideal|perfect)\b`,
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
      String.raw`\b(?:solely|only|simply|purely|entirely|mainly|just) (?:because|due to|owing to)\b`,
    ),
    beside: pattern(EXAM),
  },
  {
    rule: 'defence',
    find: pattern(
      String.raw`\b(?:my|the|our) (?:\w+ )?(?:school|university|college|teachers?|professors?|curriculum|country|government|system|faculty|tutors?)(?:'s \w+)? (?:did not|didn't|never|failed to|does not|doesn't|had not|could not|gave (?:me|us) no|offered no|left (?:me|us))\b`,
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
      String.raw`\bi (?:\w+ ){0,2}(?:devastated|heartbroken|broken|crushed|shattered|destroyed|ashamed|despair(?:ed)?|cried|wept)\b`,
      String.raw`\b(?:devastat(?:ed|ing)|heartbreaking|heart-breaking|heartbroken|painful|agoni[sz]ing|unbearable|nightmare|tears|shame|humiliat\w+|darkest|worst (?:day|time|moment))\b`,
    ),
    beside: SPEAKS_OF_EXAM,
  },
]

const GENETIC = String.raw`(?:\bgenet\w*|\bgenom\w*|\bgenes?\b|\bhereditary\b|\binherit\w*|\binborn errors?\b|\bdysmorpholog\w*|\brare diseases?\b|\bchromosom\w*|\bmendelian\b|\bmetabolic (?:disease|disorder)s?\b)`
const CONDITION = String.raw`(?:${GENETIC}|\bsyndrom\w*|\bmutations?\b|\bvariants?\b|\bcarriers?\b|\bconsanguin\w*|\bcousins\b|\btrisomy\b|\bdystroph\w*|\bphenylketonuria\b|\bpku\b|\bthalass?[ae]+mia\b|\bsickle cell\b|\bcystic fibrosis\b|\bhuntington\w*|\bgaucher\w*|\bfabry\b|\bpompe\b|\bmarfan\w*|\bneurofibromatosis\b|\bha?emophilia\b|\bstorage disease\b|\burea cycle\b|\bbrca\w*|\blynch\b|\bdown\b|\bnewborn screen\w*|\bcongenital\b|\bundiagnosed\b|\brecurrence risk\b|\bheritable\b)`
const PERSON = String.raw`\b(?:patients?|child(?:ren)?|boys?|girls?|infants?|newborns?|bab(?:y|ies)|mothers?|fathers?|parents?|famil(?:y|ies)|siblings?|brothers?|sisters?|couples?|wom[ae]n|m[ae]n|teenagers?|daughters?|sons?|twins|grandmothers?|\w+-(?:year|month|week|day)-old)\b`
const MOTIVE = String.raw`\b(?:why|because|draw(?:n|s)?|drew|attract\w*|ch(?:o|oo)se[ns]?|choos\w*|chosen|decid\w*|decision|want(?:ed)?|hope|fascinat\w*|curio\w*|interest(?:ed|s)?|led me|brought me|brings me|convinced|commit\w*|calling|passion\w*|aspire|goal|path|turned|inspir\w*|motivat\w*|love|dedicate\w*|pursu\w*|future|career|answer(?:s|ed)?|taught me|showed me|made me)\b`

/** A sentence that carries what is asked for; both parts must be in it where there are two. */
export const WANTED_PATTERNS: Readonly<Record<WantedKey, readonly RegExp[]>> = {
  why_genetics: [pattern(GENETIC), pattern(MOTIVE), /\b(?:i|me|my)\b/],
  patient_or_family: [pattern(PERSON), pattern(CONDITION)],
  culture_and_language: [
    pattern(
      String.raw`\blanguages?\b`,
      String.raw`\b(?:bi|tri|multi)lingual\b`,
      String.raw`\bi (?:\w+ )?(?:speak|spoke)\b`,
      String.raw`\bfluent(?:ly)?\b`,
      String.raw`\btranslat(?:ed|ing|or)\b(?! (?:research|medicine|science|findings|results|data))`,
      String.raw`\binterpreters?\b`,
      String.raw`\bcultural(?:ly)?\b`,
      String.raw`(?<!\b(?:cell|tissue|blood|fibroblast|bacterial|viral|urine|stool|sputum|primary) )\bcultures?\b`,
      String.raw`\b(?:traditions?|customs|beliefs|religio\w+|faith|stigma|taboos?)\b`,
      String.raw`\b(?:immigrants?|refugees?|migrants?)\b`,
      String.raw`\bmother tongue\b`,
      String.raw`\bdialects?\b`,
    ),
  ],
  demanding_content: [
    pattern(
      String.raw`\bcomplex\b`,
      String.raw`\bundiagnosed\b`,
      String.raw`\bdifferential(?: diagnosis)?\b`,
      String.raw`\bdiagnostic (?:odyssey|puzzle|challenge|dilemma)\w*`,
      String.raw`\brigorous\b`,
      String.raw`\bhono(?:u)?rs\b`,
      String.raw`\bdistinction\b`,
      String.raw`\bthesis\b`,
      String.raw`\bdissertation\b`,
      String.raw`\b(?:master's|phd|doctoral|graduate) (?:degree|course\w*|program|work|studies|thesis)?\b`,
      String.raw`\badvanced (?:course\w*|training|genetics)\b`,
      String.raw`\bcoursework\b`,
      String.raw`\bmaster(?:ed|ing)\b`,
      String.raw`\bdemanding\b`,
    ),
  ],
  molecular_science: [
    pattern(
      String.raw`\bmolecular\b`,
      String.raw`\bbiochemi\w*`,
      String.raw`\bstatistic\w*`,
      String.raw`\bbiostatistic\w*`,
      String.raw`\bbioinformatic\w*`,
      String.raw`\bsequencing\b`,
      String.raw`\bexomes?\b`,
      String.raw`\bgenome[- ]wide\b`,
      String.raw`\bpcr\b`,
      String.raw`\bcrispr\b`,
      String.raw`\bmicroarrays?\b`,
      String.raw`\benzym\w*`,
      String.raw`\bcell lines?\b`,
      String.raw`\b(?:mouse|zebrafish|animal) models?\b`,
      String.raw`\bregression\b`,
      String.raw`\bdata analysis\b`,
      String.raw`\bvariants? (?:classification|interpretation|calling|curation)\b`,
      String.raw`\b(?:classif|interpret|curat)\w* (?:\w+ )?variants?\b`,
      String.raw`\bmetabolic pathways?\b`,
    ),
  ],
  counseling: [
    pattern(
      String.raw`\bcounsel\w*`,
      String.raw`\bcoordinat\w*`,
      String.raw`\b(?:multi|inter)disciplinary\b`,
      String.raw`\bshared decisions?\b`,
      String.raw`\binformed consent\b`,
      String.raw`\brecurrence risks?\b`,
      String.raw`\bbreaking (?:bad |difficult )?news\b`,
      String.raw`\bpalliative\b`,
      String.raw`\b(?:explain(?:ed|ing)?|listen(?:ed|ing)?|discuss(?:ed|ing)?|accompan(?:ied|ying)|support(?:ed|ing)?|guid(?:ed|ing))\b.*${PERSON}`,
      String.raw`${PERSON}.*\b(?:explain(?:ed|ing)?|listen(?:ed|ing)?)\b`,
    ),
  ],
}
