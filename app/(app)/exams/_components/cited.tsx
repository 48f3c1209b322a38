import { SourceNote } from '@/app/_ui/source-note'
import type { Sourced } from '@/lib/facts/sourced'
import { sectionOf } from '@/lib/fit/criteria'
import type { CriterionId } from '@/lib/fit/ledger'

/** What a line rests on, in one quiet line: the article's criteria with their sections, then the published rule. */
export function Cited({
  criteria,
  rule = null,
}: {
  criteria: readonly CriterionId[]
  rule?: Sourced<unknown> | null
}) {
  if (criteria.length === 0 && rule === null) return null
  return (
    <span className="block text-sm text-mute">
      {criteria.length > 0 && `Article: ${bySection(criteria)}`}
      {criteria.length > 0 && rule && ' · '}
      {rule && (
        <SourceNote
          title={rule.source.title}
          href={rule.source.url}
          year={rule.source.year}
          confidence={rule.confidence}
        />
      )}
    </span>
  )
}

/** 'Timing (C6), Tailoring (F5)': each section named once. */
function bySection(criteria: readonly CriterionId[]): string {
  const sections = new Map<string, CriterionId[]>()
  for (const id of criteria) sections.set(sectionOf(id), [...(sections.get(sectionOf(id)) ?? []), id])
  return [...sections].map(([section, ids]) => `${section} (${ids.join(', ')})`).join(', ')
}
