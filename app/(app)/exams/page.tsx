import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope, withPublicScope } from '@/db/access'
import { findCurrentCycle } from '@/db/queries/cycles'
import { listExamAttempts } from '@/db/queries/exams'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { listPracticeResults } from '@/db/queries/practice-results'
import { emptyProfile, getProfile } from '@/db/queries/profile'
import { listSeasons } from '@/db/queries/seasons'
import { today as todayIn } from '@/lib/dates/instant'
import { EXAMS } from '@/lib/exams/attempt'
import { attemptLimitOn, RETAKE_INTERVAL, SEVEN_YEAR_RULE, STEP_ORDER } from '@/lib/facts/attempt-rules'
import { passingStandardOn, STEP1_PASS_FAIL_FROM } from '@/lib/facts/exam-standards'
import { oetMinimumOn } from '@/lib/facts/oet-minimums'
import { forecastDay } from '@/lib/forecast/exam-day'
import { forecastFor } from '@/lib/forecast/forecast'
import { NO_NUMBERS, settingsWith } from '@/lib/forecast/overrides'
import { forecastSentence } from '@/lib/forecast/words'
import { now } from '@/lib/io/clock'
import { cycleSeasons } from '@/lib/season/phase'
import { fellowshipTiming, timingVerdict } from '@/lib/timing/verdict'
import { TARGET_LABELS, timingSentence } from '@/lib/timing/words'
import { ExamPanel } from './_components/exam-panel'
import { ExamsTabs } from './_components/exams-tabs'
import { TimingVerdict } from './_components/timing-verdict'
import { saveNoAttemptsAction } from './actions'

export const metadata: Metadata = {
  title: 'Exams',
  description: 'Exam attempts, planned sittings, practice results, and where the Step 2 CK date falls.',
}

const DONE: Readonly<Record<string, string>> = {
  'attempt-added': 'The sitting is saved.',
  'attempt-saved': 'The sitting is changed.',
  'attempt-removed': 'The sitting is removed.',
  'none-saved': 'Saved.',
}

export default async function ExamsPage({ searchParams }: PageProps<'/exams'>) {
  const { done, add } = await searchParams
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const today = todayIn(now().toISOString(), zone)
  const { attempts, results, own, profile, cycle, seasons } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [attempts, results, own, profile, cycle, seasons] = await Promise.all([
          listExamAttempts(scope),
          listPracticeResults(scope),
          getForecastOwn(scope),
          getProfile(scope),
          findCurrentCycle(scope),
          listSeasons(scope),
        ])
        return { attempts, results, own, profile, cycle, seasons }
      })
    : {
        attempts: [],
        results: [],
        own: { sources: [], numbers: NO_NUMBERS },
        profile: emptyProfile(),
        cycle: null,
        seasons: await withPublicScope(null, listSeasons),
      }
  const certifiedOn = profile.values.ecfmgCertifiedOn
  const choices = cycleSeasons(seasons, today)
  const season =
    choices.find((choice) => choice.season.year === cycle?.seasonYear) ??
    choices.find((choice) => choice.isSuggested)
  const timing = { today, attempts, examOn: null, zone }
  // The fellowship cycles are another calendar: shown to who aims at two-year genetics or has trained toward it.
  const isForTwoYears =
    profile.values.preferredPathways.includes('mgg') || (profile.values.acgmeMonths ?? 0) > 0
  const message = typeof done === 'string' ? DONE[done] : undefined

  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        title="Exams"
        lead="What you have sat, what you plan, and whether the Step 2 CK score is there when programs look."
      />
      <ExamsTabs current="/exams" />
      <div className="space-y-5">
        {season && (
          <Panel
            id="timing"
            title={`Step 2 CK and season ${season.season.year}`}
            actions={
              <>
                <LinkButton href="/exams/timing" isSmall>
                  Weigh exam dates
                </LinkButton>
                <LinkButton href={`/season?season=${season.season.year}`} kind="quiet" isSmall>
                  See it on the season
                </LinkButton>
              </>
            }
          >
            <TimingVerdict verdict={timingVerdict({ ...timing, season: season.season })} isBrief />
            {isForTwoYears && (
              <Section title="For two-year genetics" level={3}>
                <ul className="max-w-prose list-disc space-y-1 pl-5">
                  {fellowshipTiming({ ...timing, season: season.season }).map((verdict) => (
                    <li key={verdict.target}>
                      {verdict.review && `${TARGET_LABELS[verdict.target]}: `}
                      {timingSentence(verdict)}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </Panel>
        )}
        {attempts.length === 0 && <NoneYet recorded={profile.recorded.attempts} />}
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {EXAMS.map((exam) => (
            <ExamPanel
              key={exam}
              exam={exam}
              attempts={attempts}
              certifiedOn={certifiedOn}
              today={today}
              formId={crypto.randomUUID()}
              isAdding={add === exam}
            />
          ))}
        </div>
        <Panel
          id="practice"
          title="Practice"
          actions={
            <LinkButton href="/exams/practice" kind="quiet" isSmall>
              {results.length === 0 ? 'Log a result' : 'See the practice log'}
            </LinkButton>
          }
        >
          <p className="max-w-prose">
            {forecastSentence(
              forecastFor(results, {
                examOn: forecastDay(attempts, { today }).on,
                today,
                settings: settingsWith(own),
              }),
            )}
          </p>
        </Panel>
        <Rules today={today} />
      </div>
    </>
  )
}

function NoneYet({ recorded }: { recorded: 'none' | 'listed' | null }) {
  return (
    <Panel
      id="none"
      title="No exam yet?"
      lead="“None taken yet” is an answer of its own. Without it, an empty page means that you have not said."
    >
      <ActionForm
        id="no-attempts"
        action={saveNoAttemptsAction}
        className="space-y-4"
        aria-label="No exam yet"
      >
        <RadioGroupField
          name="recorded"
          legend={<span className="sr-only">Exams taken so far</span>}
          defaultValue={recorded === 'none' ? 'none' : ''}
          choices={[
            { value: '', label: 'Not said', isUnknown: true },
            { value: 'none', label: 'None taken or planned yet' },
          ]}
        />
        <SubmitButton kind="secondary">Save this answer</SubmitButton>
      </ActionForm>
    </Panel>
  )
}

/** The rules that entries are held against, each with the place where it was read. */
function Rules({ today }: { today: string }) {
  const limit = attemptLimitOn(today)
  const step2 = passingStandardOn('step2ck', today)
  const oet = oetMinimumOn(today)
  const rules = [
    limit && {
      text: `At most ${limit.value} attempts at each Step; incomplete ones count.`,
      rule: limit,
    },
    {
      text: 'No more than three attempts within twelve months; the fourth at least twelve months after the first and six after the last.',
      rule: RETAKE_INTERVAL,
    },
    step2 && {
      text: `Step 2 CK passes from ${step2.value} on; below it the exam day counts as a fail.`,
      rule: step2,
    },
    { text: 'Step 1 has no number since 26 January 2022.', rule: STEP1_PASS_FAIL_FROM },
    { text: `${STEP_ORDER.value}.`, rule: STEP_ORDER },
    {
      text: `For ECFMG, the Steps it requires are passed within ${SEVEN_YEAR_RULE.value.years} years.`,
      rule: SEVEN_YEAR_RULE,
    },
    oet && { text: 'OET Medicine: four part scores, all in one sitting.', rule: oet },
  ].filter((entry) => entry !== null)
  return (
    <Disclosure summary="The rules that entries are checked against">
      <ul className="max-w-prose space-y-2">
        {rules.map(({ text, rule }) => (
          <li key={text}>
            {text}{' '}
            <SourceNote
              title={rule.source.title}
              href={rule.source.url}
              year={rule.source.year}
              confidence={rule.confidence}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
