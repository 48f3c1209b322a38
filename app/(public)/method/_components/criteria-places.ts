import type { CriterionId } from '@/lib/fit/ledger'

/** The article's criteria, and the two that speak of the tool itself. */
export type ArticleCriterion = CriterionId | 'H1' | 'H2'

export type CriterionPlace = {
  /** Where it acts: an address of the product, with the part of the page where one has a name. */
  href: string
  label: string
  /** What that place does with it. */
  does: string
}

type Row = { asks: string; places: readonly [CriterionPlace, ...CriterionPlace[]] }

const place = (href: string, label: string, does: string): CriterionPlace => ({ href, label, does })

const gates = (does: string) => place('/method#gates', 'Gates of the fit', does)
const factors = (does: string) => place('/method#factors', 'Factors of the fit', does)

const LETTERS = '/documents/letters/coverage'
const STATEMENTS = '/documents/statements'

/**
 * Every criterion of the article in our own words, and where the product acts on it. A row that is missing does not
 * compile; a test fails for an address without a page, and a browser asks for each link.
 */
export const CRITERIA_PLACES: Readonly<Record<ArticleCriterion, Row>> = {
  A1: {
    asks: 'Scores filter and signal; a visa need makes programs more careful.',
    places: [
      gates('Gates are read before any factor; nothing offsets a closed one.'),
      factors('A visa need costs a little even where it is sponsored.'),
    ],
  },
  A2: {
    asks: 'A small specialty: few places, some unfilled, rigid cut-offs.',
    places: [
      place(
        '/strategy/pathways#doors',
        'Pathways',
        'Says it, with published figures as context and in no computation.',
      ),
      place('/strategy/questions', 'What to ask', 'Asks first whether a place is offered at all.'),
    ],
  },
  A3: {
    asks: 'Step 1 is pass or fail, and every attempt stays visible.',
    places: [
      factors('Counts attempts; the missing number is neutral.'),
      place('/exams/attempts', 'Attempts', 'Lists each attempt as a transcript does.'),
    ],
  },
  A4: {
    asks: 'US clinics, research and US letters weigh more than they did.',
    places: [
      factors('Each is a factor of its own, genetics first.'),
      place('/profile#clinical', 'Profile', 'Takes each stay, project and letter with its kind.'),
    ],
  },
  A5: {
    asks: 'Demanding science handled, and families counseled and coordinated.',
    places: [
      place(LETTERS, 'Letter coverage', 'Shows which letter speaks of it, and which gap is left.'),
      place(STATEMENTS, 'Statement', 'Looks for a sentence that shows each.'),
      factors('The school record counts.'),
    ],
  },
  B1: {
    asks: 'Step 1 read as competency, reliability and consistency.',
    places: [
      place(
        '/exams/attempts',
        'As programs read it',
        'Gives the three readings apart, each with its reason.',
      ),
    ],
  },
  B2: {
    asks: 'A first-attempt pass is hardly looked at again.',
    places: [
      place('/exams/attempts', 'As programs read it', 'Says that nothing needs explaining.'),
      factors('Neutral: it adds nothing and takes nothing.'),
    ],
  },
  B3: {
    asks: 'A fail is a concern that a rise and an explanation ease.',
    places: [
      factors('A concern, eased by three things that are each shown.'),
      place('/story/evidence#easing', 'Evidence', 'Shows which of them is met, for every program at once.'),
    ],
  },
  B4: {
    asks: 'Two assessments with a buffer before Step 1, else delay some weeks.',
    places: [
      place('/exams/readiness', 'Readiness', 'Says ready or delay, with the results that it rests on.'),
      place('/exams/practice', 'Practice', 'Keeps the assessments.'),
    ],
  },
  B5: {
    asks: 'Genetics, molecular biology, biochemistry, embryology carry over.',
    places: [
      place('/exams/practice', 'Practice', 'Tags weak topics by these names.'),
      place('/exams/plan', 'Study plan', 'Turns them into days.'),
    ],
  },
  B6: {
    asks: 'One short passage: insight and change, no excuses.',
    places: [
      place(
        '/exams/additional-information',
        'Additional information',
        'Drafts it from chosen facts and checks it.',
      ),
    ],
  },
  B7: {
    asks: 'Validation from outside: result, grades, genetics work, letters on growth.',
    places: [
      place('/story/evidence#validation', 'Evidence', 'Lists what is there and what would count.'),
      place(LETTERS, 'Letter coverage', 'Says who writes of growth.'),
      factors('Grades, work and letters are factors.'),
    ],
  },
  C1: {
    asks: 'A published minimum can screen by itself.',
    places: [
      gates('A gate where a program publishes one; where it does not, no minimum exists.'),
      place('/strategy/questions', 'What to ask', 'Turns an unknown minimum into a question.'),
    ],
  },
  C2: {
    asks: 'Among international graduates Step 2 CK breaks ties.',
    places: [factors('The heaviest weight of all factors.')],
  },
  C3: {
    asks: 'A Step 2 CK clearly above Step 1 changes the reading.',
    places: [
      factors('A factor for the rise, where Step 1 has a number.'),
      place('/exams/attempts', 'As programs read it', 'Says whether the line rises.'),
    ],
  },
  C4: {
    asks: 'Bands of Step 2 CK, not cut-offs.',
    places: [factors('Banded, and smooth between the edges.')],
  },
  C5: {
    asks: 'Just above the standard: narrative, a targeted list, a niche, other doors.',
    places: [
      place('/story#pattern', 'Story', 'Says which story carries such a score, and what evidence it needs.'),
      place('/strategy/pathways', 'Pathways', 'Lays the other doors side by side.'),
    ],
  },
  C6: {
    asks: 'Sit by late June or early July for September.',
    places: [
      place(
        '/exams/timing',
        'Timing',
        'Holds each date against the season, with the last that still makes it.',
      ),
    ],
  },
  C7: {
    asks: 'Low practice in June: an early low score against a late file.',
    places: [place('/exams/timing', 'Timing', 'Compares sittings in fifty futures, a fail counted apart.')],
  },
  C8: {
    asks: 'Early, complete and strong stands out.',
    places: [
      place('/checklist', 'Checklist', 'Names what keeps the application incomplete on review day.'),
      place('/exams/timing', 'Timing', 'Says whether the score is there by then.'),
    ],
  },
  C9: {
    asks: 'The question bank once, 60 to 70 percent, timed and mixed, weeks before.',
    places: [
      place('/exams/practice', 'Practice', 'Follows coverage and percentages.'),
      place('/exams/readiness', 'Readiness', 'Holds them against the exam day.'),
    ],
  },
  C10: {
    asks: 'Two or three NBME forms and one review resource.',
    places: [
      place('/exams/practice', 'Practice', 'Counts the forms.'),
      place('/exams/readiness', 'Readiness', 'Asks for the resource.'),
    ],
  },
  C11: {
    asks: 'Track weak systems and topics.',
    places: [
      place('/exams/practice', 'Practice', 'Takes them with each result.'),
      place('/exams/plan', 'Study plan', 'Returns to them in turn.'),
    ],
  },
  C12: {
    asks: 'Five areas of genetics; strong ones are material for interviews.',
    places: [
      place('/exams/plan', 'Study plan', 'Tags, progress and talking points.'),
      place('/interviews', 'Interviews', 'Brings the strong areas to each interview’s page.'),
    ],
  },
  C13: {
    asks: 'Timed blocks, biostatistics, stems read aloud.',
    places: [place('/exams/readiness', 'Readiness', 'Keeps them as habits, asked and never scored.')],
  },
  C14: {
    asks: 'A rest day each week, a light last week.',
    places: [place('/exams/plan', 'Study plan', 'Plans both, and yields when life happens.')],
  },
  D1: {
    asks: 'After a low result: clinics, research, or pediatrics or medicine first.',
    places: [
      place('/strategy/pathways', 'Pathways', 'Compares the doors for this record.'),
      place('/strategy', 'Strategy', 'Ranks the next steps by how many programs each opens.'),
    ],
  },
  D2: {
    asks: 'Niche strengths: data, populations, languages, training abroad.',
    places: [
      factors('A factor of its own.'),
      place('/profile#niches', 'Profile', 'Takes them by name.'),
      place('/story#pattern', 'Story', 'Builds on one that is shown by work.'),
    ],
  },
  D3: {
    asks: 'Apply more broadly: histories, sponsors, combined programs.',
    places: [
      place(
        '/strategy/balance',
        'Balance',
        'Names the gaps in the list and suggests programs, with reasons.',
      ),
    ],
  },
  E1: {
    asks: 'Six parts read together.',
    places: [
      place('/story#parts', 'Story', 'Lays the six on one line of time, and says first what is missing.'),
    ],
  },
  E2: {
    asks: 'Three stories that make sense of a record.',
    places: [
      place(
        '/story#pattern',
        'Story',
        'Says which fits or why none does, and holds three sentences to their evidence.',
      ),
    ],
  },
  E3: {
    asks: 'Name an anomaly once; why genetics, real patients, culture and language.',
    places: [place(STATEMENTS, 'Statement', 'Marks the sentence, and says what is not there yet.')],
  },
  E4: {
    asks: 'No long defence, no plea, no weighing against scores.',
    places: [place(STATEMENTS, 'Statement', 'Marks the sentence and says what to write instead.')],
  },
  E5: {
    asks: 'Letters on reliability, growth, complex cases.',
    places: [
      place(LETTERS, 'Letter coverage', 'Lays what directors look for against your letters.'),
      factors('What a letter speaks of counts.'),
    ],
  },
  F1: {
    asks: 'Look for explicit sponsorship of a J-1 or an H-1B.',
    places: [
      gates('Two facts, each with its source, scope and year.'),
      place('/programs', 'Programs', 'Shows them per program, unknown as unknown.'),
    ],
  },
  F2: {
    asks: 'International graduates among residents and faculty.',
    places: [factors('Only from what a program itself says, never from names.')],
  },
  F3: {
    asks: 'Small programs go either way; large centers may weigh research over a score.',
    places: [factors('Setting and size meet score and research.')],
  },
  F4: {
    asks: 'Grant-funded programs favour research, and pay may exclude a visa.',
    places: [factors('A research match.'), gates('Pay from a training grant makes the visa a question.')],
  },
  F5: {
    asks: 'Submit as ERAS opens, with score and letters there.',
    places: [
      place('/checklist', 'Checklist', 'Aims at complete before review, and names each blocker.'),
      place('/season', 'Season', 'Has the dates with their sources.'),
    ],
  },
  F6: {
    asks: 'A range of university programs and a few smaller ones.',
    places: [place('/strategy/balance', 'Balance', 'Shows the shares and what is missing.')],
  },
  F7: {
    asks: 'Write to a few programs, sparingly, with interest and strengths.',
    places: [place('/contacts', 'Contacts', 'Drafts from true strengths, logs, and brakes.')],
  },
  F8: {
    asks: 'Backups in parallel: pediatrics or medicine, research positions.',
    places: [
      place('/strategy/balance', 'Balance', 'Counts the backups in the list.'),
      place(
        '/strategy/pathways',
        'Pathways',
        'Names pediatrics, medicine and a research position beside the list.',
      ),
      place('/strategy/cost', 'Cost', 'Has them in the budget.'),
    ],
  },
  G1: {
    asks: 'The same bands, with what goes with each.',
    places: [
      factors('As C4.'),
      place('/strategy', 'Strategy', 'Says first what this record’s weight lies in.'),
    ],
  },
  G2: {
    asks: 'A failed Step 1, then a pass: three conditions.',
    places: [
      place('/story/evidence#easing', 'Evidence', 'Each condition, met or not, with the facts.'),
      factors('The same three ease the concern at every program.'),
    ],
  },
  G3: {
    asks: '235 with genetics research can beat 250 without.',
    places: [factors('Holds as an ordering, and a test keeps it.')],
  },
  G4: {
    asks: 'Apply now or take a year, and what the year must bring.',
    places: [place('/strategy/delay', 'A year’s delay', 'Compares both seasons and plans the year.')],
  },
  H1: {
    asks: 'A list from profile, scores and preferences.',
    places: [place('/strategy/balance', 'Balance', 'Suggests programs, each with its reasons.')],
  },
  H2: {
    asks: 'Free to try, without an account.',
    places: [place('/', 'Start', 'Everything works for a guest, and is kept on signing up.')],
  },
}

/** The rows in the article's order, by the letter of their group. */
export function criteriaGroups(): readonly {
  letter: string
  title: string
  ids: readonly ArticleCriterion[]
}[] {
  const ids = Object.keys(CRITERIA_PLACES) as ArticleCriterion[]
  return Object.entries(GROUP_TITLES).map(([letter, title]) => ({
    letter,
    title,
    ids: ids.filter((id) => id.startsWith(letter)),
  }))
}

const GROUP_TITLES: Readonly<Record<string, string>> = {
  A: 'The role of Step scores',
  B: 'Step 1',
  C: 'Step 2 CK',
  D: 'A low Step 2 CK',
  E: 'One trajectory',
  F: 'Programs and applications',
  G: 'Questions and answers',
  H: 'The tool itself',
}
