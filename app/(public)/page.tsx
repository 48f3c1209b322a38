import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { plannedSeason, viewerToday } from '@/app/_server/fit-basis'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import { withPublicScope } from '@/db/access'
import { getProgram } from '@/db/queries/programs'
import { listSeasons } from '@/db/queries/seasons'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { SAMPLE_PROGRAMS, sampleApplicant } from '@/lib/profile/sample-applicant'
import { seasonRibbon } from '@/lib/season/ribbon'
import { timingVerdict } from '@/lib/timing/verdict'
import { timingSentence } from '@/lib/timing/words'
import { startSampleAction } from '../(app)/sample/actions'
import { SampleLedger } from './_components/sample-ledger'
import { RibbonFigure } from './season/_components/ribbon-figure'

export const metadata: Metadata = {
  title: { absolute: 'Locus: medical genetics residency, planned from abroad' },
  description:
    'For international medical graduates: your exam dates against the ERAS calendar, a program list with every reason and source shown, and what to ask where a fact is not known.',
}

const PROMISES = [
  {
    title: 'Unknown is an answer',
    text: 'Most facts about programs are old or missing. Locus shows each with its source and year, never turns silence into a no, and tells you what to ask first.',
  },
  {
    title: 'Every reason is shown',
    text: 'Gates decide whether a program is open to you; what you have done decides how it fits. Each line names the rule, the fact and where it was read.',
  },
  {
    title: 'No chance of matching',
    text: 'One or two places a year: nobody can know it. Locus ranks and explains, and leaves you with the next step instead of a percentage.',
  },
] as const

export default async function LandingPage() {
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const today = await viewerToday(viewer)
  const { seasons, program } = await withPublicScope(viewer, async (scope) => {
    const [seasons, program] = await Promise.all([listSeasons(scope), getProgram(scope, SAMPLE_PROGRAMS[0])])
    return { seasons, program }
  })
  const season = plannedSeason(seasons, today)
  const sample = sampleApplicant(season.year)
  const ledger = evaluateFit({ applicant: sample, program, season, policy: FIT_POLICY, today })
  const sitting = `${season.year - 1}-06-28`
  const verdict = timingVerdict({ season, today, attempts: [], examOn: sitting, zone })
  const ribbon = seasonRibbon({
    season,
    today,
    zone,
    sittings: [{ id: 'sample', label: 'Step 2 CK', on: sitting }],
  })

  return (
    <div className="space-y-12 lg:space-y-16">
      <section className="max-w-3xl">
        <h1 className="text-3xl font-semibold tracking-tight lg:text-4xl">
          A medical genetics residency in the US, planned from abroad
        </h1>
        <p className="mt-4 max-w-prose text-lg text-mute">
          Locus sets your exam dates against the ERAS calendar and shows, program by program, what is open to
          you, why, and what nobody knows yet. Free to try, no account needed.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          {viewer ? (
            <LinkButton href="/home" kind="primary">
              {viewer.isSample ? 'Back to the sample' : 'Go to your season'}
            </LinkButton>
          ) : (
            <>
              <ActionForm action={startSampleAction} className="" aria-label="Sample applicant">
                <SubmitButton pendingLabel="Preparing…">Try with a sample applicant</SubmitButton>
              </ActionForm>
              <LinkButton href="/home">Start empty</LinkButton>
            </>
          )}
        </div>
      </section>

      <section aria-labelledby="sample-timing">
        <Panel>
          <h2 id="sample-timing" className="mb-3 text-sm text-mute">
            One exam date, tried against season {season.year}
          </h2>
          <Verdict tone={verdict.code === 'in_time' ? 'good' : 'warn'} title={timingSentence(verdict)} />
          <div className="mt-6">
            <RibbonFigure ribbon={ribbon} today={today} />
          </div>
        </Panel>
      </section>

      <SampleLedger ledger={ledger} program={program} />

      <section aria-labelledby="promises">
        <h2 id="promises" className="text-xl font-semibold">
          Made for decisions that cannot be taken back
        </h2>
        <ul className="mt-5 grid gap-x-8 gap-y-6 md:grid-cols-3">
          {PROMISES.map((promise) => (
            <li key={promise.title}>
              <h3 className="font-semibold">{promise.title}</h3>
              <p className="mt-1 text-mute">{promise.text}</p>
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="doors" className="max-w-prose">
        <h2 id="doors" className="text-xl font-semibold">
          Genetics is several doors, not one
        </h2>
        <p className="mt-3">
          Combined programs with pediatrics or internal medicine take graduates straight from abroad, in the
          Main Match. The two-year genetics residency does not: it needs at least one accredited year in the
          US first. Locus keeps the doors, their calendars and their fees apart.
        </p>
        <p className="mt-4 flex flex-wrap gap-3">
          <LinkButton href="/programs">Browse the programs</LinkButton>
          <LinkButton href="/method" kind="quiet">
            How it is computed
          </LinkButton>
        </p>
      </section>
    </div>
  )
}
