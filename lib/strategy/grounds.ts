import type { Source } from '@/lib/facts/source'
import { sectionOf } from '@/lib/fit/criteria'
import type { CriterionId } from '@/lib/fit/ledger'

/** The article's criteria that strategy serves: those of the fit, and the personal list of its last section. */
export type StrategyCriterion = CriterionId | 'H1'

/** What a piece of advice rests on: the article's criteria, and the pages that publish the rule. Never both empty. */
export type Grounds = { criteria: readonly StrategyCriterion[]; sources: readonly Source[] }

export function grounds(criteria: readonly StrategyCriterion[], ...sources: readonly Source[]): Grounds {
  return { criteria, sources }
}

/** Everything that several pieces of advice rest on, each criterion and page once, in the order of first use. */
export function joinedGrounds(parts: readonly Grounds[]): Grounds {
  const sources = parts.flatMap((part) => part.sources)
  return {
    criteria: [...new Set(parts.flatMap((part) => part.criteria))],
    sources: sources.filter(
      (source, index) =>
        sources.findIndex(({ title, url }) => title === source.title && url === source.url) === index,
    ),
  }
}

/** 'D1, Low Step 2 CK; A4, Role of Step scores. Rule: 9 FAM 402.2-5(E)(3)': for the small line beneath an advice. */
export function groundsWords({ criteria, sources }: Grounds): string {
  const cited = criteria.map((id) => `${id}, ${id === 'H1' ? 'Personal list' : sectionOf(id)}`).join('; ')
  const titles = [...new Set(sources.map((source) => source.title))].join('; ')
  if (titles === '') return cited
  return cited === '' ? `Rule: ${titles}` : `${cited}. Rule: ${titles}`
}
