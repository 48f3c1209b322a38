import { Panel } from '@/app/_ui/panel'
import type { Program } from '@/lib/programs/fact'
import type { Gap } from '@/lib/strategy/balance'
import { gapSentence } from '@/lib/strategy/balance-words'
import { GroundsNote } from '../../_components/grounds-note'
import { ProgramLink } from '../../_components/program-link'

/** Candidates that a gap names; the suggestions below have the reasons. */
const NAMED = 3

/** What the article would add to this list (F6, D3, F8), with programs of the catalogue that would. */
export function GapList({
  gaps,
  programs,
}: {
  gaps: readonly Gap[]
  programs: ReadonlyMap<string, Program>
}) {
  return (
    <Panel
      id="gaps"
      title={
        gaps.length === 0
          ? 'The list has what the article asks of a list'
          : 'What the article would add to this list'
      }
    >
      {gaps.length > 0 && (
        <ul className="divide-y divide-line">
          {gaps.map(({ code, grounds, candidates }) => (
            <li key={code} className="py-3 first:pt-0 last:pb-0">
              <p className="max-w-prose font-medium">{gapSentence(code)}</p>
              <GroundsNote grounds={grounds} />
              {candidates.length > 0 && (
                <p className="mt-1">
                  <span className="text-mute">For example: </span>
                  {candidates.slice(0, NAMED).map((id, index) => {
                    const program = programs.get(id)
                    return (
                      program && (
                        <span key={id}>
                          {index > 0 && '; '}
                          <ProgramLink program={program} />
                        </span>
                      )
                    )
                  })}
                  {candidates.length > NAMED && (
                    <span className="text-mute">; and {candidates.length - NAMED} more</span>
                  )}
                </p>
              )}
              {code === 'backup' && (
                <p className="mt-1">
                  <a href="/programs/new">Add a program of your own</a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
