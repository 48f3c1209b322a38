import Link from 'next/link'
import type { CSSProperties } from 'react'
import { rangeScale } from '@/app/_ui/charts/bar-scale'
import { RangeBar } from '@/app/_ui/charts/range-bar'
import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { type Ledger, STANDINGS } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'

type Ranged = { program: Program; entryId: string; ledger: Pick<Ledger, 'standing' | 'fit' | 'sortKey'> }

/** The list's standings with what the unknown leaves of each: one bar a program, all on one scale, best first. */
export function StandingRanges({ programs }: { programs: readonly Ranged[] }) {
  const scale = rangeScale(programs.map(({ ledger }) => ledger.fit))
  const groups = STANDINGS.map((standing) => ({
    standing,
    programs: programs
      .filter(({ ledger }) => ledger.standing === standing)
      .sort((a, b) => b.ledger.sortKey - a.ledger.sortKey || (a.program.id < b.program.id ? -1 : 1)),
  })).filter((group) => group.programs.length > 0)
  return (
    <Panel
      id="ranges"
      title="Each standing with its range"
      lead={`Hatched: what the unknown may still make of the fit, from ${scale.from} to ${scale.to}; the fine line is 50, neutral. Gates decide the standing, so a closed program may fit well.`}
    >
      <div className="space-y-5" style={{ '--from': scale.from, '--to': scale.to } as CSSProperties}>
        {groups.map(({ standing, programs }) => (
          <section key={standing}>
            <h3>
              <StatusChip tone={STANDING_WORDS[standing].tone}>{STANDING_WORDS[standing].word}</StatusChip>
              <span className="sr-only">, {programs.length}</span>
            </h3>
            <Bars programs={programs.slice(0, SHOWN)} />
            {programs.length > SHOWN && (
              <Disclosure
                summary={`${programs.length - SHOWN} more ${STANDING_WORDS[standing].word.toLowerCase()}`}
              >
                <Bars programs={programs.slice(SHOWN)} />
              </Disclosure>
            )}
          </section>
        ))}
      </div>
    </Panel>
  )
}

/** Of one standing at once; the rest is folded. */
const SHOWN = 6

function Bars({ programs }: { programs: readonly Ranged[] }) {
  return (
    <ul className="mt-2 grid gap-x-10 lg:grid-cols-2">
      {programs.map(({ program, entryId, ledger: { fit } }) => (
        <li
          key={program.id}
          className="grid grid-cols-[minmax(0,1fr)_7rem] items-center gap-x-4 py-1 sm:grid-cols-[minmax(0,1fr)_11rem]"
        >
          <Link
            href={`/list/${entryId}`}
            prefetch={false}
            className="text-sm text-ink underline decoration-line underline-offset-3"
          >
            {program.sponsor}, {pathwayShortName(program.pathway)}
          </Link>
          <RangeBar
            low={fit.low}
            point={fit.point}
            high={fit.high}
            isCompact
            label={`Fit ${fit.point}, between ${fit.low} and ${fit.high}; not a chance of matching`}
          />
        </li>
      ))}
    </ul>
  )
}
