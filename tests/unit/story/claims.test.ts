import { describe, expect, test } from 'vitest'
import { type ClaimSubject, claimsIn, focusIn } from '@/lib/story/claims'

const read = (text: string) =>
  claimsIn(text).map(({ subject, amount, unit }) => `${subject} ${amount} ${unit}`)

/** What must be read out of a sentence, in the sentence's own words. */
const READ: readonly [string, ClaimSubject, number, string][] = [
  ['I passed Step 2 CK with 233 in June 2026.', 'step2ck_score', 233, 'one'],
  ['On Step 2 CK I scored 241.', 'step2ck_score', 241, 'one'],
  ['My Step 2 CK score was 238.', 'step2ck_score', 238, 'one'],
  ['I scored 245 on USMLE Step 2 CK.', 'step2ck_score', 245, 'one'],
  ['With a score of 252 on Step 2, I wrote to you.', 'step2ck_score', 252, 'one'],
  ['Step 2 CK: 236', 'step2ck_score', 236, 'one'],
  ['In 2019 I passed Step 1 with a 212.', 'step1_score', 212, 'one'],
  ['I passed Step 1 on my second attempt.', 'step1_attempt', 2, 'one'],
  ['After that I passed the USMLE Step 1 on the third attempt.', 'step1_attempt', 3, 'one'],
  ['Passing Step 2 CK at the first attempt showed me that it worked.', 'step2ck_attempt', 1, 'one'],
  ['I did not pass Step 1 in November 2024.', 'step1_year', 2024, 'one'],
  ['In late 2024 I failed Step 1.', 'step1_year', 2024, 'one'],
  ['I took Step 2 CK on 23 June 2026.', 'step2ck_year', 2026, 'one'],
  ['I graduated from medical school in June 2024.', 'graduation_year', 2024, 'one'],
  ['I have 14 months of genetics research.', 'research_months', 14, 'months'],
  ['Two years of research in a metabolic laboratory taught me patience.', 'research_months', 2, 'years'],
  ['I have done research for eighteen months.', 'research_months', 18, 'months'],
  ['Since then I worked for 14 months in genetics research on a registry.', 'research_months', 14, 'months'],
  ['I observed for 8 weeks in medical genetics in the US.', 'clinic_weeks', 8, 'weeks'],
  ['An eight-week observership in a genetics clinic followed.', 'clinic_weeks', 8, 'weeks'],
  ['I spent two months on a clinical genetics rotation.', 'clinic_weeks', 2, 'months'],
  ['I have two first-author papers.', 'papers', 2, 'one'],
  ['My three publications in genetics are listed below.', 'papers', 3, 'one'],
]

/** What looks like a claim and is none: a reader of these must stay silent. */
const SILENT: readonly string[] = [
  'For Step 2 CK I answered 200 questions a week.',
  'After Step 2 I saw 150 patients with my team.',
  'Step 1 and Step 2 CK are behind me.',
  'I passed Step 1 on 14 August 2025 and Step 2 CK in June 2026.',
  'The family had waited for 14 months for a diagnosis.',
  'She was followed for eight weeks.',
  'My second attempt at the recipe was better.',
  'I read three papers on lysosomal disease every week.',
  'We reviewed 40 articles for the guideline.',
  'A cohort of 230 children took part in our study.',
  'The test was positive in 2024.',
  'The clinic graduated its first fellow in 2019.',
  'For two years I cared for patients in a rural hospital.',
  'I took the first step 2 years ago.',
  'Our laboratory sequenced 245 samples.',
]

describe('claims that a text makes', () => {
  test.each(READ)('“%s”', (text, subject, amount, unit) => {
    expect(read(text)).toContain(`${subject} ${amount} ${unit}`)
  })

  test.each(READ)('“%s” is read as nothing else of that subject', (text, subject) => {
    expect(read(text).filter((claim) => claim.startsWith(subject))).toHaveLength(1)
  })

  test.each(SILENT)('nothing in “%s”', (text) => {
    expect(read(text)).toEqual([])
  })

  test('each sentence is read by itself, and says which one it was', () => {
    const claims = claimsIn('I passed Step 2 CK with 233. I have two papers in genetics.')
    expect(claims.map(({ sentence }) => sentence)).toEqual([
      'I passed Step 2 CK with 233.',
      'I have two papers in genetics.',
    ])
  })
})

describe('the focus of a text', () => {
  test.each([
    ['I want to care for children with inborn errors of metabolism.', ['metabolism']],
    ['Hereditary cancer clinics need doctors who listen.', ['cancer']],
    ['My work in bioinformatics began with variant interpretation.', ['data']],
    ['Dysmorphology rounds and prenatal diagnosis drew me in.', ['dysmorphology', 'prenatal']],
    ['I care for cancer patients and for their diet.', []],
    ['Our population is young.', []],
  ] as const)('“%s”', (text, areas) => {
    expect(focusIn(text)).toEqual(areas)
  })
})
