import { DescriptionList } from '@/app/_ui/description-list'
import { Panel } from '@/app/_ui/panel'
import { addDays } from '@/lib/dates/calendar-date'
import { formatBothClocks, formatDate } from '@/lib/dates/format'
import { VERIFICATION_DAYS_BEFORE_RANK_LIST } from '@/lib/facts/score-reporting'
import { event, isDated } from '@/lib/season/events'
import type { Season, SeasonEvent } from '@/lib/season/season'

/** The dates of a season that a rank list hangs on, published or not. */
export function RankDates({ season, zone }: { season: Season; zone: string }) {
  const deadline = event(season, 'nrmp_rol_deadline')
  const verifyBy = isDated(deadline) ? addDays(deadline.on, -VERIFICATION_DAYS_BEFORE_RANK_LIST.value) : null
  return (
    <Panel id="dates" title={`Dates of season ${season.year}`}>
      <DescriptionList
        items={[
          { term: 'Ranking opens', value: <When at={event(season, 'nrmp_ranking_opens')} zone={zone} /> },
          {
            term: 'Verified by',
            value:
              verifyBy === null ? (
                'Not announced'
              ) : (
                <>
                  {formatDate(verifyBy)}
                  <span className="block text-sm text-mute">
                    Two weeks before the deadline: ECFMG must confirm exams and pathway to NRMP, or you are
                    withdrawn.
                  </span>
                </>
              ),
          },
          { term: 'Certify by', value: <When at={deadline} zone={zone} /> },
        ]}
      />
    </Panel>
  )
}

function When({ at, zone }: { at: SeasonEvent | null; zone: string }) {
  if (!isDated(at)) return 'Not announced'
  return (
    <>
      {at.at ? formatBothClocks(at.at, zone) : formatDate(at.on)}
      {at.status === 'projected' && (
        <span className="block text-sm text-mute">Projected, not published: {at.rule}</span>
      )}
    </>
  )
}
