import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { FIT_POLICY } from '@/lib/fit/policy'
import { cycleSeasons, seasonPurpose } from '@/lib/season/phase'
import { reapplyDifferences } from '@/lib/strategy/reapply'
import { startNextAction } from '../../actions'
import { readCycle } from '../read-cycle'
import { BroughtAlong } from './_components/brought-along'
import { FormerProgram } from './_components/former-program'

export const metadata: Metadata = { title: 'Begin the next cycle' }

export default async function NextCyclePage({ params, searchParams }: PageProps<'/cycles/[cycleId]/next'>) {
  const [{ cycleId }, { season: wanted }] = await Promise.all([params, searchParams])
  const { cycle, seasons, listed, contacts, person, today } = await readCycle(cycleId)
  const former = seasons.find(({ year }) => year === cycle.seasonYear)
  const choices = cycleSeasons(seasons, today).filter(
    ({ canChoose, season }) => canChoose && season.year > cycle.seasonYear,
  )
  const chosen =
    choices.find(({ season }) => String(season.year) === wanted) ??
    choices.find(({ isSuggested }) => isSuggested) ??
    choices[0]
  const above = <BackLink href={`/cycles/${cycle.id}`}>Season {cycle.seasonYear}</BackLink>
  if (!chosen || !former) {
    return (
      <>
        <PageHeader above={above} title="Begin the next cycle" />
        <Notice kind="unknown" word="No later season yet">
          The calendar of a season after {cycle.seasonYear} is not in Locus yet. All of this cycle is kept
          until then.
        </Notice>
      </>
    )
  }
  const next = chosen.season
  const differences = reapplyDifferences(
    { applicant: person.applicant, policy: FIT_POLICY, today },
    {
      entries: listed.map(({ entry, program }) => ({
        entryId: entry.id,
        program,
        status: entry.status,
        appliedOn: entry.appliedOn,
      })),
      former,
      next,
    },
  )
  const byEntry = new Map(listed.map((one) => [one.entry.id, one]))
  const kept = differences.filter(({ isSuggested }) => isSuggested).length
  return (
    <>
      <PageHeader
        above={above}
        title={`From season ${cycle.seasonYear} to season ${next.year}`}
        lead={
          differences.length === 0
            ? `${seasonPurpose(next)}. The former list is empty, so the new one begins empty.`
            : `${kept} of ${differences.length} programs of your former list are not closed to you in season ${next.year}. ${seasonPurpose(next)}.`
        }
      />
      {choices.length > 1 && (
        <Tabs
          label="Season to apply in"
          items={choices.map(({ season }) => ({
            href: `/cycles/${cycle.id}/next?season=${season.year}`,
            label: String(season.year),
            isCurrent: season.year === next.year,
          }))}
        />
      )}
      {cycle.closing?.learned && (
        <div className="mb-5">
          <Notice word="You wanted to remember">
            <span className="whitespace-pre-wrap">{cycle.closing.learned}</span>
          </Notice>
        </div>
      )}
      <ActionForm action={startNextAction} id="start-next" className="space-y-5">
        <input type="hidden" name="cycleId" value={cycle.id} />
        <input type="hidden" name="season" value={next.year} />
        <Panel
          id="differences"
          title="What is different this year"
          lead={`Both read with your profile of today: what differs is what season ${next.year}, the facts and the time since bring. Statuses, notes and signals stay with the former cycle.`}
        >
          <ul className="divide-y divide-line">
            {differences.map((difference) => {
              const former = byEntry.get(difference.entryId)
              return (
                former && (
                  <FormerProgram
                    key={difference.entryId}
                    difference={difference}
                    program={former.program}
                    interviews={former.entry.interviews}
                    contacts={contacts.filter(({ entryId }) => entryId === difference.entryId)}
                    years={{ before: cycle.seasonYear, after: next.year }}
                  />
                )
              )
            })}
          </ul>
        </Panel>
        <BroughtAlong />
        <SubmitButton>Begin season {next.year}</SubmitButton>
      </ActionForm>
    </>
  )
}
