import { describe, expect, test } from 'vitest'
import { type Experience, moved } from '@/lib/experiences/experience'
import { experienceProblems, profileExperiences, shown } from '@/lib/experiences/from-profile'
import { experiencesMissing } from '@/lib/experiences/missing'

const TODAY = '2026-11-22'
const CLINICAL = {
  id: 'c',
  kind: 'observership',
  specialty: 'genetics',
  place: 'Children’s hospital',
  weeks: 8,
} as const
const RESEARCH = {
  id: 'r',
  field: 'genetics',
  role: 'member',
  months: 14,
  inUs: false,
  topic: 'A registry',
} as const
const PAPER = { field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' } as const

const profile = profileExperiences({ clinical: [CLINICAL], research: [RESEARCH], publications: [PAPER] })

const build = (overrides: Partial<Experience> = {}): Experience => ({
  id: 'x',
  source: 'research:r',
  type: 'research',
  title: '',
  organization: '',
  startOn: '2025-01-01',
  endOn: '2026-02-01',
  isOngoing: false,
  isGenetics: true,
  description: 'Built the registry.',
  isMeaningful: false,
  meaning: '',
  position: 1,
  version: 1,
  ...overrides,
})
const problems = (overrides: Partial<Experience>) =>
  experienceProblems(shown(build(overrides), profile), TODAY).map(({ code }) => code)

describe('an experience from the profile', () => {
  test('brings its words, and follows the entry until it has words of its own', () => {
    expect(
      profile.map(({ source, type, title, organization, isGenetics, length }) => ({
        source,
        type,
        title,
        organization,
        isGenetics,
        length,
      })),
    ).toEqual([
      {
        source: 'clinical:c',
        type: 'education',
        title: 'Observer, medical genetics',
        organization: 'Children’s hospital',
        isGenetics: true,
        length: '8 weeks',
      },
      {
        source: 'research:r',
        type: 'research',
        title: 'Research team member',
        organization: '',
        isGenetics: true,
        length: '14 months',
      },
    ])
    expect(shown(build(), profile).shownTitle).toBe('Research team member')
    expect(shown(build({ title: 'Registry fellow' }), profile).shownTitle).toBe('Registry fellow')
    expect(shown(build(), []).profile).toBeNull()
  })

  test('calls observing observing, names a publication only where it is sure what it came of, and leaves the rest in brackets', () => {
    const [stay, project] = profile
    expect(stay?.start).toMatch(/^Observership of 8 weeks in medical genetics\. \[/)
    expect(project?.start).toContain('It led to a first-author paper (accepted).')
    const two = profileExperiences({
      clinical: [],
      research: [RESEARCH, { ...RESEARCH, id: 's' }],
      publications: [PAPER],
    })
    expect(two.some(({ start }) => start.includes('It led to'))).toBe(false)
  })
})

describe('what is wrong with one', () => {
  test.each([
    ['nothing', {}, []],
    ['no dates', { startOn: null, endOn: null }, ['no_dates']],
    ['nothing written', { description: ' ' }, ['no_description']],
    ['brackets left', { description: 'Did [what].' }, ['unfinished']],
    ['750 characters', { description: 'x'.repeat(750) }, []],
    ['751 characters', { description: 'x'.repeat(751) }, ['too_long']],
    ['meaningful without a reason', { isMeaningful: true }, ['no_meaning']],
    ['a reason of 301 characters', { isMeaningful: true, meaning: 'x'.repeat(301) }, ['meaning_too_long']],
    ['a long reason that is not sent', { meaning: 'x'.repeat(301) }, []],
    ['dates that make three years of fourteen months', { startOn: '2023-01-01' }, ['length_differs']],
    ['a typographic dash', { description: 'Built it – alone.' }, ['odd_characters']],
  ] as const)('%s', (_, overrides, codes) => {
    expect(problems(overrides)).toEqual(codes)
  })
})

test('together they lack genetics, dates and a most meaningful one, the weightier first', () => {
  const plain = shown(
    build({ source: null, isGenetics: false, startOn: null, endOn: null, title: 'Tutor' }),
    [],
  )
  expect(experiencesMissing({ ten: [plain], untaken: 2, today: TODAY })).toEqual([
    'None of them is in genetics.',
    '1 has no dates.',
    'None is marked as most meaningful; up to 3 may be.',
    '2 entries of your profile are not chosen.',
  ])
})

test('moving keeps everyone, and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
})
