import { pattern } from './exam-phrases'
import type { WantedKey } from './rule-words'

/* What a statement should hold (E3, A5), as data: looked for in one sentence, in small letters with straight quotes. */

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
