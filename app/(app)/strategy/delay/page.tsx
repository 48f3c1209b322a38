import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { chooseSeasonAction } from '@/app/(public)/season/actions'
import { withPublicScope } from '@/db/access'
import { listSeasons } from '@/db/queries/seasons'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { cycleSeasons } from '@/lib/season/phase'
import { projectSeason } from '@/lib/season/project'
import type { Season } from '@/lib/season/season'
import { compareDelay } from '@/lib/strategy/delay'
import {
  delaySentence,
  delayVerdictWords,
  needsNoYearWords,
  renewCertificateWords,
  waitingAloneWords,
} from '@/lib/strategy/delay-words'
import { readYearGains } from '@/lib/strategy/year-gains-input'
import { EmptyList } from '../_components/empty-list'
import { GroundsNote } from '../_components/grounds-note'
import { StrategyTabs } from '../_components/strategy-tabs'
import { GainsForm } from './_components/gains-form'
import { MovedPrograms } from './_components/moved-programs'
import { MustBeTrue } from './_components/must-be-true'
import { SideBySide } from './_components/side-by-side'
import { YearTasks } from './_components/year-tasks'

export const metadata: Metadata = { title: 'Delay a year' }

export default async function DelayPage({ searchParams }: PageProps<'/strategy/delay'>) {
  const [params, { viewer, setting, listed }, seasons] = await Promise.all([
    searchParams,
    readStrategyBasis(),
    withPublicScope(null, listSeasons),
  ])
  const gains = readYearGains(params)
  const { next, canBegin } = seasonAfter(setting.season.year, seasons, setting.today)
  const delay = compareDelay(setting, { programs: listed, next, gains })
  const programs = new Map(listed.map(({ program, entry }) => [program.id, { program, entryId: entry.id }]))
  const renewal = renewCertificateWords(delay)
  const sooner = needsNoYearWords(delay)
  return (
    <>
      <PageHeader
        title="Delay a year"
        lead={`Applying in season ${setting.season.year} and waiting for season ${next.year}, side by side: with what you say that the year would bring, and with nothing.`}
      />
      <StrategyTabs current="/strategy/delay" />
      <div className="space-y-5">
        <Panel id="verdict" title={delayVerdictWords(delay.verdict)}>
          <div className="space-y-2">
            {sooner && <p className="max-w-prose">{sooner}</p>}
            {listed.length > 0 && (
              <p className="max-w-prose">
                {delaySentence(delay)} {waitingAloneWords(delay)}
              </p>
            )}
            {renewal && (
              <Notice kind="warn" word="Your certificate">
                {renewal}
              </Notice>
            )}
            <GroundsNote grounds={delay.grounds} />
          </div>
        </Panel>
        <GainsForm applicant={setting.applicant} gains={gains} needsRenewal={renewal !== null} />
        {listed.length === 0 ? (
          <EmptyList />
        ) : (
          <>
            <SideBySide delay={delay} />
            <MovedPrograms delay={delay} programs={programs} />
            <MustBeTrue delay={delay} programs={programs} />
          </>
        )}
        <YearTasks delay={delay} />
        <Panel
          id="new-cycle"
          title={`A cycle for season ${next.year}`}
          lead={
            canBegin
              ? 'One step. Your list and all else of this season are kept; the new list begins empty.'
              : `The calendar of season ${next.year} is not in Locus yet, so no cycle can begin for it: its dates above are projected from the pattern of earlier seasons.`
          }
        >
          {canBegin && viewer && (
            <ActionForm action={chooseSeasonAction} className="" aria-label="Season of my cycle">
              <input type="hidden" name="season" value={next.year} />
              <SubmitButton kind="secondary">Apply in season {next.year} instead</SubmitButton>
            </ActionForm>
          )}
        </Panel>
      </div>
    </>
  )
}

/** The season to wait for: from the data, or by rule alone where nothing of it is published. */
function seasonAfter(
  year: number,
  seasons: readonly Season[],
  today: CalendarDate,
): { next: Season; canBegin: boolean } {
  const choice = cycleSeasons(seasons, today).find(({ season }) => season.year === year + 1)
  if (choice) return { next: choice.season, canBegin: choice.canChoose }
  return {
    next: { year: year + 1, label: `Season ${year + 1}`, events: projectSeason(year + 1) },
    canBegin: false,
  }
}
