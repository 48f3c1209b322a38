import type { Applicant, Letter } from '@/lib/profile/applicant'

import type { ApplicantReading } from '../applicant-reading'
import { along, exactly, rise } from '../curve'
import type { Factor } from '../ledger'
import type { FitPolicy } from '../policy'
import { anything, factor } from './factor'

/** Genetics research (A4, G3): months by role and place; other fields add a little; two years are the most that counts. */
export function researchFactor(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): Factor {
  const isSaid = applicant.research !== null
  const months = a.geneticsMonths ?? 0
  return factor(
    {
      code: 'genetics_research',
      criteria: ['A4', 'G3'],
      points: isSaid ? rise(policy.research.months, a.researchMonths) : anything('genetics_research', policy),
      isUnknown: !isSaid,
      reading: !isSaid
        ? 'not_said'
        : months > 0
          ? 'genetics'
          : (applicant.research?.length ?? 0) > 0
            ? 'other_fields'
            : 'none',
      params: { months: Math.round(months) },
      applicantFacts: ['research'],
      missing: isSaid ? [] : ['research'],
    },
    policy,
  )
}

export function publicationsFactor(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): Factor {
  const { publications } = applicant
  const isSaid = publications !== null
  const papers = a.geneticsPapers ?? 0
  return factor(
    {
      code: 'publications',
      criteria: ['A4', 'B7', 'G3'],
      points: isSaid ? rise(policy.research.papers, a.paperUnits) : anything('publications', policy),
      isUnknown: !isSaid,
      reading: !isSaid ? 'not_said' : publications.length === 0 ? 'none' : papers > 0 ? 'genetics' : 'other',
      params: { papers, entries: publications?.length ?? 0 },
      applicantFacts: ['publications'],
      missing: isSaid ? [] : ['publications'],
    },
    policy,
  )
}

/** US clinical experience by kind and specialty, in genetics most (A4, D1). A graduate may only observe (DESIGN.md 2.3). */
export function clinicalFactor(applicant: Applicant, policy: FitPolicy): Factor {
  const rules = policy.clinical
  const common = { code: 'us_clinical', criteria: ['A4', 'D1', 'E1'], applicantFacts: ['clinical'] } as const
  if (applicant.clinical === null) {
    return factor(
      {
        ...common,
        points: anything('us_clinical', policy),
        isUnknown: true,
        reading: 'not_said',
        missing: ['clinical'],
      },
      policy,
    )
  }
  let units = 0
  let weeks = 0
  let geneticsWeeks = 0
  for (const entry of applicant.clinical) {
    const counted = Math.max(0, entry.weeks)
    units += Math.round(counted * rules.kindShare[entry.kind] * rules.specialtyShare[entry.specialty] * 100)
    weeks += counted
    if (entry.specialty === 'genetics') geneticsWeeks += counted
  }
  return factor(
    {
      ...common,
      points: exactly(along(rules.weeks, units / 100)),
      reading: weeks === 0 ? 'none' : geneticsWeeks > 0 ? 'genetics' : 'other',
      params: {
        weeks,
        geneticsWeeks,
        mayOnlyObserve: applicant.graduation.status === 'graduated',
      },
    },
    policy,
  )
}

function letterUnits(letter: Letter, policy: FitPolicy): number {
  const share = letter.state === 'promised' ? policy.letters.promisedShare : 1
  return policy.letters.units[letter.author] * share
}

/** The four strongest letters, a US geneticist's most (A4, E5), and the topics that they cover together. */
export function lettersFactor(applicant: Applicant, policy: FitPolicy): Factor {
  const rules = policy.letters
  const common = { code: 'letters', criteria: ['A4', 'B7', 'E5'], applicantFacts: ['letters'] } as const
  const { letters } = applicant
  if (letters === null) {
    return factor(
      {
        ...common,
        points: anything('letters', policy),
        isUnknown: true,
        reading: 'not_said',
        missing: ['letters'],
      },
      policy,
    )
  }
  const units: number[] = []
  const topics = new Set<string>()
  let usGeneticists = 0
  let inHand = 0
  for (const letter of letters) {
    units.push(letterUnits(letter, policy))
    for (const topic of letter.topics) topics.add(topic)
    if (letter.author === 'us_geneticist') usGeneticists += 1
    if (letter.state === 'in_hand') inHand += 1
  }
  units.sort((a, b) => b - a)
  let sum = topics.size * rules.topicUnits
  for (let index = 0; index < units.length && index < rules.most; index += 1) sum += units[index] ?? 0
  return factor(
    {
      ...common,
      points: exactly(along(rules.points, sum)),
      reading: letters.length === 0 ? 'none' : usGeneticists > 0 ? 'us_geneticist' : 'no_us_geneticist',
      params: { letters: letters.length, inHand, usGeneticists, topics: topics.size },
    },
    policy,
  )
}

/** Standing and the grades that B7 names; each that is not said stays its own unknown. */
export function schoolFactor(applicant: Applicant, policy: FitPolicy): Factor {
  const rules = policy.school
  const { standing, pediatrics, medicine, neurology } = applicant.school
  let low = 0
  let mid = 0
  let high = 0
  let said = 0
  if (standing === null) {
    low += rules.standing.lower_half
    high += rules.standing.top_quarter
  } else {
    const points = rules.standing[standing]
    low += points
    mid += points
    high += points
    said += 1
  }
  for (const grade of [pediatrics, medicine, neurology]) {
    if (grade === null) {
      low += rules.grade.weak
      high += rules.grade.honors
    } else {
      const points = rules.grade[grade]
      low += points
      mid += points
      high += points
      said += 1
    }
  }
  return factor(
    {
      code: 'school',
      criteria: ['A5', 'B7', 'E1'],
      points: { low, mid, high },
      isUnknown: said === 0,
      reading: said === 0 ? 'not_said' : said < 4 ? 'partly_said' : 'said',
      params: { standing, pediatrics, medicine, neurology },
      applicantFacts: ['school'],
      missing: said === 4 ? [] : ['school'],
    },
    policy,
  )
}

export function nicheFactor(applicant: Applicant, policy: FitPolicy): Factor {
  const { niches } = applicant
  const kinds = niches === null ? null : [...new Set(niches)].sort()
  return factor(
    {
      code: 'niche',
      criteria: ['D2'],
      points: kinds === null ? anything('niche', policy) : exactly(along(policy.niche, kinds.length)),
      isUnknown: kinds === null,
      reading: kinds === null ? 'not_said' : kinds.length === 0 ? 'none' : 'some',
      params: { niches: kinds ?? [] },
      applicantFacts: ['niches'],
      missing: kinds === null ? ['niches'] : [],
    },
    policy,
  )
}

/** A visa need costs a little even where sponsored (A1), and less the stronger the research is (G3). Nationality is in no rule. */
export function visaNeedFactor(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): Factor {
  const { cost, easedByResearch } = policy.visaNeed
  const common = { code: 'visa_need', criteria: ['A1', 'G3'], applicantFacts: ['visa_need'] } as const
  const eased = (strength: number) => -cost + easedByResearch * strength
  switch (applicant.visa.need) {
    case 'no_visa_needed':
      return factor({ ...common, points: exactly(0), reading: 'none' }, policy)
    case 'needs_visa':
      return factor(
        {
          ...common,
          points: { low: eased(a.strength.low), mid: eased(a.strength.mid), high: eased(a.strength.high) },
          reading: a.strength.mid >= 0.5 ? 'needed_research_helps' : 'needed',
          applicantFacts: ['visa_need', 'research'],
        },
        policy,
      )
    case null:
      return factor(
        {
          ...common,
          points: { low: eased(a.strength.low), mid: 0, high: 0 },
          isUnknown: true,
          reading: 'not_said',
          missing: ['visa_need'],
        },
        policy,
      )
  }
}
