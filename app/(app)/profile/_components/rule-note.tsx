import type { ReactNode } from 'react'
import { SourceNote } from '@/app/_ui/source-note'
import type { Sourced } from '@/lib/facts/sourced'

/** A rule in a sentence, with where it was read, how old that is and how sure. */
export function RuleNote({ rule, children }: { rule: Sourced<unknown>; children: ReactNode }) {
  return (
    <>
      {children}{' '}
      <SourceNote
        title={rule.source.title}
        href={rule.source.url}
        year={rule.source.year}
        confidence={rule.confidence}
      />
    </>
  )
}
