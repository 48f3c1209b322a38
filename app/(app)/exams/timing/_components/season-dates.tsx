import { SourceNote } from '@/app/_ui/source-note'
import { formatDate } from '@/lib/dates/format'
import { event } from '@/lib/season/events'
import type { Season, SeasonEventKey } from '@/lib/season/season'
import { PLAN_MARK_LABELS, type PlanMarkKey, planMarks } from '@/lib/timing/plan-ribbon'

const EVENTS: Readonly<Record<PlanMarkKey, SeasonEventKey>> = {
  submission: 'eras_submit_opens',
  review: 'eras_program_review_opens',
  verification: 'nrmp_rol_deadline',
  rank_list: 'nrmp_rol_deadline',
}

/** The ribbon's lines in words: each day, whether it is published or follows from a rule, and where it stands. */
export function SeasonDates({ seasons }: { seasons: readonly Season[] }) {
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-9 items-center font-medium text-accent">
        The season’s days, published or projected
      </summary>
      <div className="mt-2 grid gap-5 md:grid-cols-2">
        {seasons.map((season) => (
          <div key={season.year}>
            <h3 className="font-semibold">Season {season.year}</h3>
            <ul className="mt-1 space-y-2">
              {planMarks(season).map((mark) => {
                const found = event(season, EVENTS[mark.key])
                const isMargin = mark.key === 'verification'
                return (
                  <li key={mark.key}>
                    {PLAN_MARK_LABELS[mark.key].label}: {formatDate(mark.on)},{' '}
                    <strong className="font-medium">
                      {isMargin ? 'a margin of two weeks' : mark.isProjected ? 'projected' : 'published'}
                    </strong>
                    {found?.rule && !isMargin && <span className="text-mute"> ({found.rule})</span>}
                    {found && (
                      <span className="block">
                        <SourceNote
                          title={found.source.title}
                          href={found.source.url}
                          year={found.source.year}
                          confidence={found.confidence}
                        />
                      </span>
                    )}
                  </li>
                )
              })}
              {planMarks(season).length === 0 && <li>No day of it is announced yet.</li>}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}
