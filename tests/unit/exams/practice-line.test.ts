import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import { examOfKind, PRACTICE_KINDS, practiceProblems, reportsOf } from '@/lib/exams/practice'
import { type LineEntry, type LineReading, readPracticeLine } from '@/lib/exams/practice-line'
import { EXAMPLE_LINE, lineProblemWords, readingSentence } from '@/lib/exams/practice-line-words'
import { readPaste, readyEntries } from '@/lib/exams/practice-paste'
import { writtenDay } from '@/lib/exams/written-day'

const TODAY = '2026-11-22'
const CONTEXT = { today: TODAY, assumedExam: 'step2ck' } as const

const read = (line: string) => readPracticeLine(line, CONTEXT)
const entryOf = (line: string): LineEntry => {
  const reading = read(line)
  if (!reading.ok) throw new Error(`${line}: ${JSON.stringify(reading.problems)}`)
  return reading.entry
}
const codesOf = (reading: LineReading) =>
  reading.ok ? [] : reading.problems.map((one) => (one.code === 'impossible' ? one.problem.code : one.code))

describe('a line of the quick entry', () => {
  it.each([
    [
      EXAMPLE_LINE,
      {
        kind: 'nbme_ccssa',
        exam: 'step2ck',
        form: '10',
        takenOn: '2026-11-02',
        score: 231,
        isTimed: true,
        isMixed: true,
      },
    ],
    [
      'ccssa 231 today',
      { kind: 'nbme_ccssa', form: '', takenOn: TODAY, score: 231, isTimed: null, isMixed: null },
    ],
    ['2 nov ccssa form 12 244 untimed', { form: '12', takenOn: '2026-11-02', score: 244, isTimed: false }],
    [
      'NBME 30 yesterday 72',
      { kind: 'nbme_cbssa', exam: 'step1', form: '30', takenOn: '2026-11-21', score: null, percent: 72 },
    ],
    ['nbme 10 yesterday 238', { kind: 'nbme_ccssa', form: '10', score: 238 }],
    ['nbme step 1 yesterday 68,5%', { kind: 'nbme_cbssa', percent: 68.5 }],
    ['UWSA2 2026-10-30 247', { kind: 'uwsa', exam: 'step2ck', form: '2', score: 247 }],
    ['uwsa 1 step1 2026-10-30 231', { kind: 'uwsa', exam: 'step1', form: '1', score: 231 }],
    ['uworld self-assessment 30 Oct 2026 247', { kind: 'uwsa', form: '', takenOn: '2026-10-30', score: 247 }],
    ['Free 120 30.10.2026 76 %', { kind: 'free120', takenOn: '2026-10-30', percent: 76 }],
    ['free120 Oct 30, 2026 76', { kind: 'free120', takenOn: '2026-10-30', percent: 76 }],
    ['amboss 2026-10-30 241 by subject', { kind: 'amboss', score: 241, isMixed: false }],
    ['other Kaplan 2 2026-10-30 74%', { kind: 'other', form: 'Kaplan 2', percent: 74 }],
    ['CCSSA 2026/1/5 219 tutor', { takenOn: '2026-01-05', score: 219, isTimed: false }],
    ['ccssa 10 24 Dec 230', { form: '10', takenOn: '2025-12-24', score: 230 }],
    [
      'CCSSA 11 2026-11-02 231 weak: renal, biostats timed note: slept badly, 3 h',
      {
        weakSystems: ['renal'],
        weakTopics: ['biostatistics'],
        isTimed: true,
        note: 'slept badly, 3 h',
      },
    ],
  ])('%s', (line, expected) => {
    expect(entryOf(line)).toMatchObject(expected)
  })

  it.each([
    ['', ['empty']],
    ['2026-11-02 231', ['no_test']],
    ['ccssa 10 2026-11-02', ['no_result']],
    ['ccssa 10 231', ['no_day']],
    ['ccssa 2/11/2026 231', ['day_two_ways']],
    ['ccssa 10 nov 2 231', ['day_two_ways']],
    ['ccssa 2026-02-30 231', ['no_such_day']],
    ['ccssa 231 240 today', ['two_results']],
    ['uwsa2 amboss 240 today', ['two_tests']],
    ['ccssa 231 today brilliant', ['unknown_words']],
    ['ccssa 231 today weak: spleen', ['unknown_area']],
    ['ccssa 231 2027-01-05', ['in_future']],
    ['ccssa 72% today', ['prints_score']],
    ['cbssa 231 today', ['prints_percent']],
    ['cbssa step2 70% today', ['other_exam']],
    ['ccssa 999 today', ['score_range']],
  ])('refuses “%s” with a sentence', (line, codes) => {
    const reading = read(line)
    expect(codesOf(reading)).toEqual(codes)
    if (!reading.ok) for (const problem of reading.problems) expect(lineProblemWords(problem)).toMatch(/\.$/)
  })

  it('says which exam it took where the test exists for both', () => {
    expect(read('uwsa2 2026-10-30 247')).toMatchObject({ ok: true, isExamAssumed: true })
    expect(read('uwsa2 step2 2026-10-30 247')).toMatchObject({ ok: true, isExamAssumed: false })
    expect(readingSentence(entryOf('uwsa2 2026-10-30 247 timed'), true)).toBe(
      'UWorld self-assessment, form 2, for Step 2 CK, 30 October 2026: 247, timed. Taken as Step 2 CK; write “step1” if it was for the other exam.',
    )
  })

  it('never throws, and never lets through what no report prints', () => {
    const words = fc.constantFrom(
      ...'ccssa cbssa nbme uwsa1 uwsa free 120 amboss other 10 231 72% 72 999 2026-11-02 2/11/2026 nov 2 today timed mixed weak: renal, step1 note: - " ,'.split(
        ' ',
      ),
    )
    const lines = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 9 }).map((parts) => parts.join(' ')),
    )
    let understood = 0
    fc.assert(
      fc.property(lines, (line) => {
        const reading = read(line)
        if (!reading.ok) {
          expect(reading.problems.length).toBeGreaterThan(0)
          return
        }
        understood += 1
        expect(practiceProblems(reading.entry, TODAY)).toEqual([])
      }),
      { numRuns: 3000 },
    )
    expect(understood).toBeGreaterThan(5)
  })
})

/** Entries that a person could have, and the line that says them. */
const anyEntry = fc
  .record({
    kind: fc.constantFrom(...PRACTICE_KINDS.filter((kind) => kind !== 'other')),
    step: fc.constantFrom('step1' as const, 'step2ck' as const),
    number: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    ago: fc.integer({ min: 0, max: 800 }),
    score: fc.integer({ min: 101, max: 300 }),
    percent: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    isScore: fc.boolean(),
    isTimed: fc.constantFrom(true, false, null),
    isMixed: fc.constantFrom(true, false, null),
    note: fc.constantFrom('', 'after a night shift', 'woke at 3, 50% sure'),
  })
  .map(({ kind, step, number, ago, score, percent, isScore, ...rest }): LineEntry => {
    const hasScore = reportsOf(kind) === 'score' || (reportsOf(kind) === 'either' && isScore)
    return {
      ...rest,
      kind,
      exam: examOfKind(kind) ?? step,
      form: number === null ? '' : String(number),
      takenOn: addDays(TODAY, -ago),
      score: hasScore ? score : null,
      percent: hasScore ? null : percent,
      weakSystems: null,
      weakTopics: null,
    }
  })

const NAMES = {
  nbme_cbssa: 'CBSSA',
  nbme_ccssa: 'CCSSA',
  uwsa: 'UWSA',
  free120: 'Free 120',
  amboss: 'AMBOSS',
  other: 'other',
}
const resultOf = ({ score, percent }: LineEntry) => (score === null ? `${percent}%` : String(score))

describe('whatever was entered', () => {
  it('is read back from the line that says it', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = [
          NAMES[entry.kind],
          entry.form && `form ${entry.form}`,
          entry.exam === 'step1' ? 'step1' : 'step2',
          entry.takenOn,
          resultOf(entry),
          entry.isTimed === null ? '' : entry.isTimed ? 'timed' : 'untimed',
          entry.isMixed === null ? '' : entry.isMixed ? 'mixed' : 'by subject',
          entry.note && `note: ${entry.note}`,
        ]
        expect(read(line.filter(Boolean).join(' '))).toEqual({ ok: true, entry, isExamAssumed: false })
      }),
      { numRuns: 500 },
    )
  })

  it('is read back from a sheet with its columns in any order', () => {
    const columns: [string, (entry: LineEntry) => string][] = [
      ['Practice test', ({ kind }) => NAMES[kind]],
      ['Form', ({ form }) => form],
      ['Step', ({ exam }) => (exam === 'step1' ? '1' : '2')],
      ['Date', ({ takenOn }) => takenOn],
      ['Score', ({ score }) => (score === null ? '' : String(score))],
      ['% correct', ({ percent }) => (percent === null ? '' : String(percent))],
      ['Timed', ({ isTimed }) => (isTimed === null ? '' : isTimed ? 'yes' : 'no')],
      ['Mixed', ({ isMixed }) => (isMixed === null ? '' : isMixed ? 'yes' : 'no')],
      ['Notes', ({ note }) => note],
    ]
    const order = fc.shuffledSubarray(columns, { minLength: columns.length })
    const unique = fc.uniqueArray(anyEntry, {
      minLength: 1,
      maxLength: 6,
      selector: (entry) => entry.takenOn,
    })
    fc.assert(
      fc.property(unique, order, (entries, shuffled) => {
        const header = shuffled.map(([name]) => name).join('\t')
        const rows = entries.map((entry) => shuffled.map(([, cell]) => cell(entry)).join('\t'))
        const pasted = readPaste([header, ...rows].join('\r\n'), CONTEXT, [])
        expect(readyEntries(pasted)).toEqual(entries)
      }),
    )
  })
})

describe('rows from a sheet', () => {
  it('each bad row has its reason, what is known already is left out, and strange columns are named', () => {
    const log = [entryOf('ccssa 9 2026-09-01 220')]
    const pasted = readPaste(
      [
        'Date,Test,Form,Score,Tutor',
        '2026-09-01,CCSSA,9,220,Ana',
        '2026-10-01,CCSSA,10,23l,Ana',
        '',
        '2026-11-01,"CCSSA",11,236,"Ana, again"',
        '2026-11-01,CCSSA,11,236,',
      ].join('\n'),
      CONTEXT,
      log,
    )
    expect(pasted.columns?.map(({ reads }) => reads)).toEqual(['day', 'test', 'form', 'score', null])
    expect(pasted.rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, 'known'],
      [3, 'refused'],
      [5, 'ready'],
      [6, 'known'],
    ])
    expect(pasted.rows[1]).toMatchObject({
      problems: [{ code: 'unknown_words', text: '23l' }, { code: 'no_result' }],
    })
    expect(readyEntries(pasted)).toMatchObject([{ form: '11', score: 236 }])
  })

  it('without a header each row is a line of the quick entry', () => {
    const pasted = readPaste(
      'ccssa 10 2026-10-01 231, weak: renal, skin\nfree 120\t2026-10-02\t74%\tstep2',
      CONTEXT,
      [],
    )
    expect(pasted.columns).toBe(null)
    expect(readyEntries(pasted)).toMatchObject([
      { weakSystems: ['renal', 'skin'] },
      { kind: 'free120', percent: 74 },
    ])
  })

  it('one clear day settles how the whole column is written', () => {
    const rows = (last: string) => `Test\tDay\tScore\nCCSSA\t2/11/2026\t231\nCCSSA\t${last}\t236`
    const days = (text: string) => readyEntries(readPaste(text, CONTEXT, [])).map(({ takenOn }) => takenOn)
    expect(days(rows('28/10/2026'))).toEqual(['2026-11-02', '2026-10-28'])
    expect(days(rows('10/28/2026'))).toEqual(['2026-02-11', '2026-10-28'])
    expect(days(rows('3/10/2026'))).toEqual([])
  })

  it('reads as many rows as the log can hold and counts the rest', () => {
    const many = Array.from({ length: 310 }, (_, n) => `ccssa ${addDays(TODAY, -n)} 231`).join('\n')
    expect(readPaste(many, CONTEXT, [])).toMatchObject({ leftOff: 10 })
  })
})

describe('a written day', () => {
  it('without a year is the latest one that is over, leap days and year ends too', () => {
    const on = (text: string, today: string) => {
      const found = writtenDay(text, today)
      return found?.ok ? found.day : found?.code
    }
    expect(on('31 Dec', '2027-01-02')).toBe('2026-12-31')
    expect(on('1 Jan', '2026-12-31')).toBe('2026-01-01')
    expect(on('31 Dec', '2026-12-31')).toBe('2026-12-31')
    expect(on('29 Feb', '2027-02-01')).toBe('2024-02-29')
    expect(on('29 Feb 2028', '2028-03-01')).toBe('2028-02-29')
    expect(on('29 Feb 2027', '2027-03-01')).toBe('no_such_day')
    expect(on('no day at all', '2027-03-01')).toBe(undefined)
  })
})
