import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope, withPublicScope } from '@/db/access'
import { findCurrentCycle } from '@/db/queries/cycles'
import { listExamAttempts } from '@/db/queries/exams'
import { listSeasons } from '@/db/queries/seasons'
import { today as todayIn } from '@/lib/dates/instant'
import { zoneName } from '@/lib/dates/zones'
import { now } from '@/lib/io/clock'
import { fellowshipCycles, fellowshipCycleWords } from '@/lib/season/fellowship'
import { cycleSeasons, PHASE_LABELS, seasonPurpose } from '@/lib/season/phase'
import { seasonRibbon } from '@/lib/season/ribbon'
import type { Season, SeasonEvent } from '@/lib/season/season'
import { step2Sittings } from '@/lib/season/sittings'
import { EventTable } from './_components/event-table'
import { RibbonFigure } from './_components/ribbon-figure'
import { chooseSeasonAction } from './actions'

export const metadata: Metadata = {
  title: 'Season calendar',
  description:
    'ERAS, NRMP and ECFMG dates with their source: published, projected by a stated rule, or not announced.',
}

const GROUPS: readonly { title: string; holds: (event: SeasonEvent) => boolean }[] = [
  {
    title: 'ERAS application',
    holds: ({ key }) =>
      key.startsWith('eras_season') ||
      [
        'eras_submit_opens',
        'eras_program_review_opens',
        'mspe_release',
        'img_eras_token_available',
        'peds_earliest_interview_offer',
      ].includes(key),
  },
  { title: 'ECFMG', holds: ({ key }) => key.startsWith('ecfmg') },
  { title: 'NRMP Match', holds: ({ key }) => key.startsWith('nrmp') || key.startsWith('match') },
  { title: 'SOAP', holds: ({ key }) => key.startsWith('soap') },
  {
    title: 'Fellowship cycles, for two-year genetics',
    holds: ({ key }) => key.startsWith('eras_fellowship'),
  },
]

export default async function SeasonPage({ searchParams }: PageProps<'/season'>) {
  const { season: wanted, done } = await searchParams
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const today = todayIn(now().toISOString(), zone)
  const { seasons, attempts, cycle } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [seasons, attempts, cycle] = await Promise.all([
          listSeasons(scope),
          listExamAttempts(scope),
          findCurrentCycle(scope),
        ])
        return { seasons, attempts, cycle }
      })
    : { seasons: await withPublicScope(null, listSeasons), attempts: [], cycle: null }

  const choices = cycleSeasons(seasons, today)
  const year =
    typeof wanted === 'string'
      ? Number(wanted)
      : (cycle?.seasonYear ?? choices.find((choice) => choice.isSuggested)?.season.year)
  const choice = choices.find((candidate) => candidate.season.year === year)
  if (!choice) notFound()
  const { season } = choice
  const isMine = cycle?.seasonYear === season.year
  const ribbon = seasonRibbon({ season, today, zone, sittings: isMine ? step2Sittings(attempts) : [] })

  return (
    <>
      {done === 'chosen' && isMine && (
        <ToastLine
          message={`Your cycle is now for season ${season.year}. Lists of other seasons are kept.`}
        />
      )}
      <PageHeader
        title={`Season ${season.year}`}
        lead={`${seasonPurpose(season)}. ${PHASE_LABELS[choice.phase]}. ${isMine ? 'This is the season of your cycle.' : ''}`}
        actions={
          choice.canChoose &&
          !isMine && (
            <ActionForm action={chooseSeasonAction} className="" aria-label="Season of my cycle">
              <input type="hidden" name="season" value={season.year} />
              <SubmitButton kind="secondary">Apply in this season</SubmitButton>
            </ActionForm>
          )
        }
      />
      <Tabs
        label="Seasons"
        items={choices.map((candidate) => ({
          href: `/season?season=${candidate.season.year}`,
          label: String(candidate.season.year),
          isCurrent: candidate === choice,
        }))}
      />
      <div className="space-y-5">
        <FirmnessNotice season={season} />
        <Panel
          id="ribbon"
          title="From today to Match Day"
          lead={`Days and hours in Eastern time${zoneName(zone) ? `, and where you are (${zoneName(zone)})` : ''}. Hollow marks are projected.`}
        >
          <RibbonFigure ribbon={ribbon} today={today} />
        </Panel>
        {GROUPS.map((group) => {
          const events = season.events.filter(group.holds)
          if (events.length === 0 && !group.title.startsWith('Fellowship')) return null
          return (
            <Panel key={group.title} title={group.title}>
              {group.title.startsWith('Fellowship') && <FellowshipNote season={season} />}
              {events.length > 0 && (
                <EventTable caption={`${group.title}, season ${season.year}`} events={events} zone={zone} />
              )}
            </Panel>
          )
        })}
      </div>
    </>
  )
}

function FirmnessNotice({ season }: { season: Season }) {
  const count = (status: SeasonEvent['status']) =>
    season.events.filter((event) => event.status === status).length
  const projected = count('projected')
  const open = count('not_announced')
  if (projected + open === 0) return null
  return (
    <Notice kind="warn" word={projected > count('published') ? 'Mostly projected' : 'Partly projected'}>
      {projected} of {season.events.length} dates follow from the pattern of earlier seasons, each with its
      rule below
      {open > 0 ? `; ${open} ${open === 1 ? 'is' : 'are'} not announced and not guessed` : ''}. Check
      aamc.org, nrmp.org and ecfmg.org before you rely on one.
    </Notice>
  )
}

function FellowshipNote({ season }: { season: Season }) {
  return (
    <div className="mb-4 max-w-prose text-mute">
      <p>
        Two-year genetics is not in the Main Match. A program may use ERAS’ July or December fellowship cycle,
        or none: ask which. One can be open while the main season is closed.
      </p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {fellowshipCycles(season).map((cycle) => (
          <li key={cycle.name}>
            {fellowshipCycleWords(cycle)} Training would begin in July {cycle.trainingYear}.
          </li>
        ))}
      </ul>
    </div>
  )
}
