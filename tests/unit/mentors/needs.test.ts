import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MenteeRows, readMentee } from '@/lib/mentors/mentee'
import { NEED_LABELS, needCitation, needPlace, needText } from '@/lib/mentors/need-words'
import {
  byNeed,
  type MenteeNews,
  menteeNeeds,
  NEED_CODES,
  NEEDS,
  type Need,
  type NeedCode,
} from '@/lib/mentors/needs'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import { buildApplicant, buildAttempt, buildLetter } from '@/tests/factories/applicant'
import { buildListed, buildMenteeRows, buildNews, buildSight } from '@/tests/factories/mentee'
import { buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { applicants, programs } from '../fit/arbitraries'

const today = '2026-11-22'
const zone = 'Asia/Kathmandu'

function needsOf(
  rows: Partial<MenteeRows>,
  { news = {}, sections = SECTIONS, isListWhole = true }: Options = {},
): readonly Need[] {
  const sight = buildSight(sections, isListWhole)
  return menteeNeeds(readMentee(buildMenteeRows(rows), { sight, today, zone }), buildNews(news))
}
type Options = { news?: Partial<MenteeNews>; sections?: readonly Section[]; isListWhole?: boolean }

const codesOf = (...of: Parameters<typeof needsOf>) => needsOf(...of).map(({ code }) => code)
const textOf = (code: NeedCode, ...of: Parameters<typeof needsOf>) => {
  const need = needsOf(...of).find((one) => one.code === code)
  return need && needText(need)
}
const solid = buildListed(buildOpenProgram())
const passed = buildAttempt({ exam: 'step1', takenOn: '2025-03-10' })
const planned = (takenOn: string) =>
  buildApplicant({ attempts: [passed, buildAttempt({ takenOn, outcome: 'planned' })] })

describe('the reasons of a mentee', () => {
  test('are none for someone with good scores, a US geneticist’s letter and a confirmed visa', () => {
    expect(needsOf({ listed: [solid] })).toEqual([])
  })

  test('name an exam day that misses review, or makes it with luck, as the applicant’s own page does', () => {
    expect(textOf('exam_misses_review', { applicant: planned('2027-09-10') })).toBe(
      'Step 2 CK on 10 September 2027 misses review on 22 September 2027 (projected)',
    )
    expect(codesOf({ applicant: planned('2027-08-12') })).toContain('exam_may_miss_review')
    const early = codesOf({ applicant: planned('2027-06-25') })
    expect(early).not.toContain('exam_misses_review')
    expect(early).not.toContain('exam_may_miss_review')
  })

  test('name an exam that was not passed while no new day is set', () => {
    const failed = buildAttempt({ takenOn: '2026-06-20', outcome: 'fail', score: 209 })
    const again = buildAttempt({ takenOn: '2027-06-25', outcome: 'planned' })
    expect(textOf('exam_not_passed', { applicant: buildApplicant({ attempts: [passed, failed] }) })).toBe(
      'Step 2 CK is not passed yet (20 June 2026), and no new day is set',
    )
    expect(codesOf({ applicant: buildApplicant({ attempts: [passed, failed, again] }) })).not.toContain(
      'exam_not_passed',
    )
  })

  test('name a forecast that reaches below the passing standard of the planned day', () => {
    const result = (score: number) =>
      [
        {
          id: 'one',
          exam: 'step2ck',
          kind: 'nbme_ccssa',
          form: '',
          takenOn: '2026-11-10',
          score,
          percent: null,
          isTimed: true,
        },
      ] as const
    const applicant = planned('2027-06-25')
    expect(textOf('forecast_below_standard', { applicant, results: result(215) })).toMatch(
      /^Practice points to \d{3} to \d{3} on 25 June 2027; the standard is 218$/,
    )
    expect(codesOf({ applicant, results: result(262) })).not.toContain('forecast_below_standard')
    expect(codesOf({ results: result(200) }), 'nothing is forecast for an exam that is passed').not.toContain(
      'forecast_below_standard',
    )
  })

  test('name a missing letter, and say whether any comes from the US', () => {
    const letters = (...of: Parameters<typeof buildLetter>[0][]) =>
      buildApplicant({ letters: of.map((one) => buildLetter(one)) })
    expect(textOf('no_us_letter', { applicant: letters({ author: 'us_clinician' }) })).toBe(
      'No letter from a US geneticist',
    )
    expect(textOf('no_us_letter', { applicant: letters({ author: 'home_geneticist' }) })).toBe(
      'No letter from the US',
    )
    expect(codesOf({ applicant: buildApplicant({ letters: null }) }), 'not said is not a lack').not.toContain(
      'no_us_letter',
    )
  })

  test('name a list without one confirmed visa, but not to someone who needs none', () => {
    const listed = [buildListed(buildProgram({ id: 'a' })), buildListed(buildProgram({ id: 'b' }))]
    expect(textOf('no_confirmed_visa', { listed })).toBe(
      'No program of 2 that are open is known to sponsor the visa',
    )
    expect(codesOf({ listed: [...listed, solid] })).not.toContain('no_confirmed_visa')
    const free = buildApplicant({ visa: { ...buildApplicant().visa, need: 'no_visa_needed' } })
    expect(codesOf({ listed, applicant: free })).not.toContain('no_confirmed_visa')
  })

  test('name a list that is empty or has nothing solid, but not while the standings wait for facts', () => {
    expect(textOf('none_solid', { listed: [] })).toBe('No program on the list yet')
    const weak = buildApplicant({
      attempts: [passed, buildAttempt({ score: 219 })],
      research: [],
      letters: [],
      clinical: [],
    })
    expect(textOf('none_solid', { applicant: weak, listed: [solid] })).toBe(
      'The one program on the list is not solid or strong',
    )
    const silent = buildApplicant({ attempts: null, research: null, clinical: null, letters: null })
    expect(codesOf({ applicant: silent, listed: [solid] })).not.toContain('none_solid')
  })

  test('name an item that waits for something undone and is due within two weeks', () => {
    const item = { note: '', waitsFor: null, doneOn: null }
    const waiting = (dueOn: string) => ({
      ownItems: [
        { ...item, id: 'first', title: 'Ask the registrar', dueOn: null },
        { ...item, id: 'second', title: 'Send the transcript', dueOn, waitsFor: 'own.first' },
      ],
    })
    expect(textOf('blocked_soon', { ...waiting('2026-12-06'), listed: [solid] })).toContain(
      '“Send the transcript”',
    )
    expect(codesOf({ ...waiting('2026-12-07'), listed: [solid] })).not.toContain('blocked_soon')
  })

  test('say when nothing changed for three weeks, and when nothing was ever entered', () => {
    const quiet = (news: Partial<MenteeNews>) => textOf('no_update', { listed: [solid] }, { news })
    expect(quiet({ lastChangeOn: '2026-11-01' })).toBe('No update since 1 November 2026')
    expect(quiet({ lastChangeOn: '2026-11-02' })).toBeUndefined()
    expect(quiet({ lastChangeOn: null, grantedOn: '2026-10-01' })).toBe(
      'Nothing entered since you were let in on 1 October 2026',
    )
  })

  test('bring a new result and a question', () => {
    const news = { newResults: [buildAttempt({ score: 241 })], openQuestions: 2 }
    expect(needsOf({ listed: [solid] }, { news }).map(needText)).toEqual([
      'Asked you 2 questions',
      'Step 2 CK: passed, 241',
    ])
  })

  test('each have a name, a sentence’s place and, where a rule is behind them, its criteria', () => {
    for (const code of NEED_CODES) {
      expect(NEED_LABELS[code]).toMatch(/\S/)
      expect(needPlace({ code }, () => true)?.anchor ?? '').toMatch(/^$|^#/)
      expect(needCitation({ code }) === null).toBe(NEEDS[code].criteria.length === 0)
    }
  })
})

describe('what is withheld', () => {
  const rows = fc.record({
    applicant: applicants,
    listed: fc.uniqueArray(programs, { maxLength: 4, selector: ({ id }) => id }),
  })
  const sections = fc.subarray([...SECTIONS])

  test('makes no reason and takes none away: only what the grant opens decides', () => {
    fc.assert(
      fc.property(rows, rows, sections, (one, other, open) => {
        const may = (section: Section) => open.includes(section)
        // Everything that is open stays as in `one`; what is withheld is another person's.
        const mixed = {
          applicant: {
            ...(may('profile') ? one.applicant : other.applicant),
            attempts: may('exams') ? one.applicant.attempts : other.applicant.attempts,
            explanationOnFile:
              may('profile') && may('exams')
                ? one.applicant.explanationOnFile
                : other.applicant.explanationOnFile,
          },
          listed: (may('list') ? one.listed : other.listed).map(buildListed),
        }
        const whole = { applicant: one.applicant, listed: one.listed.map(buildListed) }
        expect(needsOf(mixed, { sections: open })).toEqual(needsOf(whole, { sections: open }))
      }),
      { numRuns: 60 },
    )
  })

  test('leaves no reason that rests on it', () => {
    fc.assert(
      fc.property(rows, sections, ({ applicant, listed }, open) => {
        for (const { code } of needsOf({ applicant, listed: listed.map(buildListed) }, { sections: open }))
          for (const one of NEEDS[code].rests)
            expect([one].flat().some((section) => open.includes(section))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('of a list in conflict nothing is said, since the rest of it is hidden', () => {
    const codes = codesOf({ listed: [] }, { isListWhole: false })
    expect(codes).not.toContain('none_solid')
    expect(codesOf({ listed: [buildListed(buildProgram())] }, { isListWhole: false })).not.toContain(
      'no_confirmed_visa',
    )
  })
})

describe('the order of the roster', () => {
  const need = fc.constantFrom(...NEED_CODES).map((code) => ({ code }) as Need)
  const mentee = fc.record({
    needs: fc.uniqueArray(need, { maxLength: 6, selector: ({ code }) => code }),
    name: fc.constantFrom('Ana', 'Bo', 'Chi'),
    id: fc.uuid(),
  })

  test('is total, and the same whatever the order of the input', () => {
    fc.assert(
      fc.property(fc.uniqueArray(mentee, { maxLength: 8, selector: ({ id }) => id }), (all) => {
        const sorted = [...all].sort(byNeed)
        expect([...all].reverse().sort(byNeed)).toEqual(sorted)
        for (const one of all)
          for (const other of all) expect(byNeed(one, other) === 0).toBe(one.id === other.id)
      }),
    )
  })

  test('never lowers anyone for a further reason', () => {
    fc.assert(
      fc.property(mentee, fc.array(mentee, { maxLength: 8 }), need, (one, others, extra) => {
        fc.pre(!one.needs.some(({ code }) => code === extra.code))
        const worse = { ...one, needs: [...one.needs, extra] }
        const place = (of: typeof one) => [...others, of].sort(byNeed).indexOf(of)
        expect(place(worse)).toBeLessThanOrEqual(place(one))
      }),
    )
  })

  test('puts the graver reason first, however many lighter ones another has', () => {
    const grave = { needs: [{ code: 'exam_misses_review' } as Need], name: 'Zoe', id: 'z' }
    const many = {
      needs: (['no_us_letter', 'none_solid', 'no_update'] as const).map((code) => ({ code }) as Need),
      name: 'Ana',
      id: 'a',
    }
    expect([many, grave].sort(byNeed)).toEqual([grave, many])
  })
})
