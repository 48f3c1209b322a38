import { SeasonRibbon } from '@/app/_ui/charts/season-ribbon'
import { toZoned } from '@/lib/dates/instant'
import { EASTERN } from '@/lib/dates/zones'
import { type Ribbon, type RibbonMark, ribbonSentences } from '@/lib/season/ribbon'

/** The season of one person as the signature picture: what `seasonRibbon` says, handed to the chart. */
export function RibbonFigure({ ribbon, today }: { ribbon: Ribbon; today: string }) {
  const points = ribbon.marks.filter((mark) => mark.kind !== 'today' && mark.until === null)
  const spans = ribbon.marks.filter((mark) => mark.until !== null)
  return (
    <>
      <SeasonRibbon
        label={`Season ${ribbon.seasonYear}: ${ribbonSentences(ribbon).join(' ')}`}
        today={{ date: today, label: 'Today' }}
        from={ribbon.from}
        to={ribbon.to}
        marks={points.map((mark) => ({
          date: mark.on,
          label: mark.label,
          emphasis: isStrong(mark) ? 'strong' : 'normal',
          projected: mark.isProjected || mark.certainty === 'estimate',
          ...(mark.at && { detail: clocks(mark.at, mark.viewer) }),
        }))}
        windows={spans.map((mark) => ({ from: mark.on, to: mark.until ?? mark.on, label: mark.label }))}
      />
      {ribbon.unplaced.length > 0 && (
        <p className="mt-3 text-sm text-mute">{ribbon.unplaced.map((mark) => mark.sentence).join(' ')}</p>
      )}
    </>
  )
}

/** '09:00 ET · 18:45 in Kathmandu': the ribbon itself says the day. */
function clocks(at: string, viewer: string | null): string {
  const eastern = `${toZoned(at, EASTERN).time} ET`
  return viewer ? `${eastern} · ${viewer}` : eastern
}

function isStrong(mark: RibbonMark): boolean {
  return mark.kind === 'exam' || mark.kind === 'program_review' || mark.kind === 'match_day'
}
