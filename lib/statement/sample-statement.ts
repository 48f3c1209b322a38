import type { Statement, StatementVersion } from './statement'

/** What the sample applicant has written: as it stands, and what was kept on the way, the oldest first. */
type SampleStatement = Pick<Statement, 'title' | 'pathway' | 'text'> & {
  readonly versions: readonly (Pick<StatementVersion, 'name' | 'origin'> & { readonly text: string })[]
}

/**
 * The sample applicant's statement, in words of ours and with the numbers of the sample's profile. It is on its way, not
 * finished: sentences to look at again, typographic signs, and something asked for that is not there. The first version
 * holds what E4 asks to leave out, so that comparing shows what a second reading took away.
 */
export function sampleStatement(seasonYear: number): SampleStatement {
  const failed = `In November ${seasonYear - 4} I did not pass Step 1: I had read much and tested myself little.`
  const second = paragraphs(
    MOTHER,
    REGISTRY,
    `${failed} Since then I have passed it, and Step 2 CK with 233 at the first attempt. Although my score is not the highest, I know what each point of it was earned with.`,
    INTERPRETER,
  )
  return {
    title: 'Pediatrics and genetics',
    pathway: 'peds_mgg',
    text: paragraphs(second, OBSERVERSHIP, LAST),
    versions: [
      {
        name: 'first draft',
        origin: 'saved',
        text: paragraphs(
          MOTHER,
          `Unfortunately, I failed Step 1 in November ${seasonYear - 4}. My school did not prepare us for multiple-choice exams, and on the day of the exam I had a fever. I passed at the second attempt, but a single exam cannot define a physician.`,
          REGISTRY,
          'Please give me the chance to show what I can do.',
        ),
      },
      { name: 'after a colleague read it', origin: 'saved', text: second },
    ],
  }
}

const paragraphs = (...texts: readonly string[]) => texts.join('\n\n')

const MOTHER =
  'The first pedigree that I drew was wrong. A mother had carried her second child down from the hills, three weeks old and too sleepy to drink, and I had asked about her side of the family and not about her husband’s. When I asked again, she told me that they were cousins, and that an aunt of both had lost two children in the same way. The ammonia was high. A family had a name for what had happened to it, and I had found the question that I want to work on.'

const REGISTRY =
  'I chose medical genetics because it asks for the whole family. In our clinic I kept the registry for inborn errors of metabolism: 412 families on paper, each diagnosis checked against its laboratory report before it was entered. For fourteen months I called families back, learned which enzyme and which gene stood behind each entry, and explained recurrence risk to parents who had been told that it was fate. A first-author paper came of it, which has been accepted.'

const INTERPRETER =
  'At the families’ day of a rare-disease group I interpreted between the clinic and the home. “We nod so that the doctor is not ashamed,” a father told me in our language. Since then I ask families to tell me in their own words what they will say at home, and I begin again where the story changes.'

const OBSERVERSHIP =
  'For eight weeks I observed in the genetics clinic of a children’s hospital in the United States. I saw how a geneticist, a counselor and a dietitian prepare one visit together, and how little of it the family has to carry. My failed attempt at Step 1 has taught me to ask for feedback before I need it, and there I was given it every day.'

const LAST =
  'I hope to train in pediatrics and genetics together, since most of the families whom I know begin with a sick child. One day I want to run a clinic where the second child is expected and not feared.'
