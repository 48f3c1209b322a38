import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { ToastLine } from '@/app/_ui/toast-line'
import { listOutsideOffers } from '@/db/queries/outside-offers'
import { loadSoap } from '@/db/queries/soap'
import { findSoapStanding } from '@/db/queries/soap-standing'
import { formatBothClocks, formatDate, formatRelative } from '@/lib/dates/format'
import { easternDate } from '@/lib/dates/instant'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import { now as clock } from '@/lib/io/clock'
import { eventOn } from '@/lib/season/events'
import { isContactBarred, type SoapStep, soapEligibility } from '@/lib/soap/desk'
import { NO_SOAP_RECORD, type SoapOffer } from '@/lib/soap/record'
import { type KnownStanding, knownStanding } from '@/lib/soap/standing'
import { otherProgramsFrom, type SoapWeek, soapWeek, unfilledListEnds } from '@/lib/soap/week'
import { ApplicationsPanel, OffersPanel } from './_components/applications-panel'
import { OutsidePanel } from './_components/outside-panel'
import { WeekNow, WeekSteps } from './_components/week-now'
import { WhoPanel } from './_components/who-panel'

export const metadata: Metadata = { title: 'SOAP and offers' }

const DONE: Readonly<Record<string, string>> = {
  answers: 'Answers saved.',
  result: 'Result saved.',
  application: 'Application recorded.',
  'application-removed': 'Application removed.',
  offer: 'Offer recorded.',
  outside: 'Offer saved.',
  'outside-removed': 'Offer removed.',
}

const UNSAID: KnownStanding = knownStanding({
  record: NO_SOAP_RECORD,
  statuses: [],
  doneItems: new Set(),
  outcome: null,
})

export default async function SoapPage({ searchParams }: PageProps<'/soap'>) {
  const [{ done }, viewer] = await Promise.all([searchParams, getViewer()])
  const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
    const [soap, offers, known] = await Promise.all([
      loadSoap(scope),
      listOutsideOffers(scope),
      findSoapStanding(scope),
    ])
    return { soap, offers, known }
  })
  const { season, today, zone, programs, person } = basis
  const now = clock().toISOString()
  const week = soapWeek(season, now)
  const known = beside?.known ?? UNSAID
  const { record, applications, offers } = beside?.soap ?? {
    record: NO_SOAP_RECORD,
    applications: [],
    offers: [],
  }
  const eligibility = soapEligibility(known.standing)
  const byId = new Map(programs.map((program) => [program.id, program]))
  const options = (person?.entries ?? []).flatMap(({ id, programId }) => {
    const program = byId.get(programId)
    return program ? [{ value: id, label: `${program.sponsor}, ${program.name}` }] : []
  })
  const hasBegun = week.phase === 'week' || week.phase === 'over' || known.standing.result !== null
  const mayHaveResult = week.phase !== 'ahead' || known.standing.result !== null
  const tracksSoap = applications.length > 0 || (hasBegun && eligibility.state !== 'not_needed')
  const others = otherProgramsFrom(season)
  const isBarred = isContactBarred(season, now) === true
  const message = typeof done === 'string' ? DONE[done] : undefined
  const isTracked = tracksSoap && person?.cycle != null
  // Once offers go out they come first, and with them the form that answers one.
  const hasOffers = isTracked && applications.length > 0 && week.steps.some(isRoundBegun)
  const whoPanel = (
    <WhoPanel
      key="who"
      eligibility={eligibility}
      known={known}
      record={record}
      mayHaveResult={mayHaveResult}
      programs={options}
      resultDay={eventOn(season, 'match_week_start') ?? today}
    />
  )
  const sentPanel = isTracked && (
    <ApplicationsPanel key="sent" applications={applications} programs={options} today={today} />
  )
  const offersPanel = isTracked && (
    <OffersPanel key="offers" applications={applications} offers={offers} round={roundOf(week)} />
  )
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader title="SOAP and offers" lead={leadOf(week, season.year, { today, zone })} />
      <div className="space-y-5">
        {week.phase === 'week' && <WeekNow week={week} now={now} zone={zone} />}
        <Notice
          kind={isBarred ? 'bad' : 'warn'}
          word={isBarred ? 'Contact no program now' : 'No first contact'}
        >
          From Monday of Match Week until SOAP ends, neither you nor anyone for you may contact a program
          first: no mail, no call, no mentor’s word. Programs contact you; then you may answer.{' '}
          <SourceNote
            title={SOAP_RULES.source.title}
            href={SOAP_RULES.source.url}
            confidence={SOAP_RULES.confidence}
          />
        </Notice>
        {hasOffers ? [offersPanel, sentPanel, whoPanel] : [whoPanel, sentPanel, offersPanel]}
        <Panel
          id="week"
          title="Match Week, hour by hour"
          lead={
            week.isProjected
              ? 'Projected from earlier seasons: NRMP has not announced these hours yet.'
              : 'As NRMP announced them, on both clocks.'
          }
        >
          <WeekSteps steps={week.steps} zone={zone} />
        </Panel>
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Panel id="binds" title="What binds">
            <ul className="max-w-prose list-disc space-y-2 pl-5">
              <li>A match binds: nobody takes another position beside it.</li>
              <li>An offer accepted in SOAP binds in the same way, at once.</li>
              <li>
                An offer stands for two hours. One that runs out unanswered is gone; in a later round others
                may come.
              </li>
              <li>{SOAP_RULES.value.applicationsTotal} applications in all.</li>
            </ul>
          </Panel>
          <Panel id="afterwards" title="What comes after">
            <ul className="max-w-prose list-disc space-y-2 pl-5">
              <li>
                NRMP’s list of unfilled programs stays open until {formatDate(unfilledListEnds(season))}. Once
                SOAP has ended you may write to them yourself.
              </li>
              <li>Then Find A Resident, AAMC’s list of places that open during the year.</li>
              <li>
                Who may not take part in SOAP may approach only programs outside the Match, from Tuesday of
                Match Week
                {others && `: ${formatBothClocks(others, zone)}${week.isProjected ? ' (projected)' : ''}`}.
              </li>
            </ul>
          </Panel>
        </div>
        <OutsidePanel
          offers={beside?.offers ?? []}
          programs={options}
          isRegistered={known.standing.isRegistered}
          hasCycle={person?.cycle != null}
          at={{ season, now, today, zone }}
        />
      </div>
    </>
  )
}

function leadOf(week: SoapWeek, year: number, { today, zone }: { today: string; zone: string }): string {
  if (week.phase === 'undated' || week.beginsAt === null)
    return `When Match Week of season ${year} is, is not announced yet. Nothing is to be done here now.`
  const begins = `${formatBothClocks(week.beginsAt, zone)}${week.isProjected ? ' (projected)' : ''}`
  switch (week.phase) {
    case 'ahead':
      return `SOAP offers the places that stay unfilled in the Match. Match Week begins ${formatRelative(easternDate(week.beginsAt), today)}: ${begins}. Nothing is to be done here before it.`
    case 'week':
      return `Match Week of season ${year}. Take one hour at a time; what is on now stands first.`
    case 'over':
      return `Match Week of season ${year} is over. What you record here is kept with this cycle.`
  }
}

const isRoundBegun = ({ key, state }: SoapStep) =>
  key.startsWith('soap_round_') && (state === 'now' || state === 'past')

/** The round that is on, to begin with in the form; the first while none is. */
function roundOf({ on }: SoapWeek): SoapOffer['round'] {
  return ([1, 2, 3, 4] as const).find((round) => on?.key === `soap_round_${round}`) ?? 1
}
