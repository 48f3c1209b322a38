import type { Metadata } from 'next'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { plannedSeason } from '@/app/_server/fit-basis'
import { viewerZone } from '@/app/_server/zone'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { Verdict } from '@/app/_ui/verdict'
import { withOwnScope, withPublicScope } from '@/db/access'
import { applicantOf } from '@/db/queries/applicant'
import { findCurrentCycle } from '@/db/queries/cycles'
import { listExamAttempts } from '@/db/queries/exams'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { listPracticeResults } from '@/db/queries/practice-results'
import { getProfile } from '@/db/queries/profile'
import { listSeasons } from '@/db/queries/seasons'
import { findTimingPlan } from '@/db/queries/timing-plans'
import { today as todayIn } from '@/lib/dates/instant'
import { distributionFor } from '@/lib/forecast/forecast'
import { settingsWith } from '@/lib/forecast/overrides'
import { DEFAULT_SETTINGS } from '@/lib/forecast/settings'
import { now } from '@/lib/io/clock'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { projectSeason } from '@/lib/season/project'
import type { Season } from '@/lib/season/season'
import { type BoardBasis, boardOf } from '@/lib/timing/board-view'
import { planSentence, planText, suggestedPlan } from '@/lib/timing/plan'
import { PLAN_FIELDS, type PlanField, type PlanText } from '@/lib/timing/plan-fields'
import { planSpan, simulatedSeason } from '@/lib/timing/plan-ribbon'
import { DEFAULT_REPORT_MODEL, REPORT_MODEL_NOTE } from '@/lib/timing/simulate-model'
import { type TimingVerdict, timingVerdict } from '@/lib/timing/verdict'
import { TONE_WORDS, timingSentence, timingTone } from '@/lib/timing/words'
import { ExamsTabs } from '../_components/exams-tabs'
import { TIMING_TONES } from '../_components/timing-tones'
import { MarkLabels, MonthAxis } from './_components/ribbon-labels'
import { SeasonDates } from './_components/season-dates'
import { TimingBoard } from './_components/timing-board'

export const metadata: Metadata = {
  title: 'Timing',
  description:
    'Two or three exam days beside each other, against the season: earlier, later, or the next one.',
}

export default async function TimingPage({ searchParams }: PageProps<'/exams/timing'>) {
  const given = await searchParams
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const today = todayIn(now().toISOString(), zone)
  const { seasons, cycle, attempts, results, applicant, own, stored } = await readTiming(viewer)
  const season = seasons.find(({ year }) => year === cycle?.seasonYear) ?? plannedSeason(seasons, today)
  const nextSeason = seasons.find(({ year }) => year === season.year + 1) ?? projectedSeason(season.year + 1)
  const overall = timingVerdict({ season, today, attempts, examOn: null, zone })
  const settings = own ? settingsWith(own) : DEFAULT_SETTINGS

  const suggested = suggestedPlan(season, {
    today,
    plannedOn: overall.code === 'pending' ? null : overall.examOn,
    targetScore: own?.targetScore ?? null,
  })
  const base = planText(stored ?? suggested)
  const hasForecast =
    distributionFor(results, { examOn: suggested.earlier ?? today, today, settings }) !== null
  const basis: BoardBasis = {
    season: simulatedSeason(season),
    nextSeason: simulatedSeason(nextSeason),
    results: results.map(({ id, exam, kind, form, takenOn, score, percent, isTimed, isMixed }) => ({
      id,
      exam,
      kind,
      form,
      takenOn,
      score,
      percent,
      isTimed,
      isMixed,
    })),
    settings,
    attempts,
    applicant: { visa: applicant.visa, ecfmg: applicant.ecfmg },
    today,
    zone,
  }
  const isForTwoYears =
    (applicant.preferences.pathways ?? []).includes('mgg') || (applicant.training.acgmeMonths ?? 0) > 0
  const initial = fieldsIn(given, base)
  const board = (
    <TimingBoard
      // Another season is another plan: nothing typed for the one is carried into the other.
      key={season.year}
      basis={basis}
      base={base}
      initial={initial}
      first={boardOf(basis, initial)}
      kept={stored && planSentence(stored)}
      version={stored?.version ?? 0}
      model={{ ...DEFAULT_REPORT_MODEL, note: REPORT_MODEL_NOTE }}
      parts={[season, nextSeason].map((one) => ({
        year: one.year,
        span: planSpan(one, today),
        head: <MarkLabels season={one} today={today} isNamed />,
        axis: <MonthAxis season={one} today={today} />,
      }))}
      seasonDates={<SeasonDates seasons={[season, nextSeason]} />}
    />
  )
  return (
    <>
      {given.done === 'kept' && <ToastLine message="These dates are kept." />}
      <PageHeader
        title="Timing"
        lead={`When to sit Step 2 CK for season ${season.year}: two or three dates beside each other.`}
      />
      <ExamsTabs current="/exams/timing" />
      <div className="space-y-5">
        <Before overall={overall} hasForecast={hasForecast} />
        {isForTwoYears && (
          <Notice word="For two-year genetics">
            These dates are held against the Main Match. What they mean for the fellowship cycles stands{' '}
            <a href="/exams#timing">in the overview of your exams</a>.
          </Notice>
        )}
        {isSettled(overall) ? null : isWaiting(overall) ? (
          <Disclosure summary="Weigh dates for a further sitting, should one be needed">{board}</Disclosure>
        ) : (
          board
        )}
      </div>
    </>
  )
}

/** A season that no data describes yet, by rule alone: every date of it is marked as projected. */
function projectedSeason(year: number): Season {
  return { year, label: `Season ${year}`, events: projectSeason(year) }
}

/** Everything of the person in one transaction; for a visitor the seasons and nothing else. */
async function readTiming(viewer: SignedIn | null) {
  if (!viewer) {
    const seasons = await withPublicScope(null, listSeasons)
    return {
      seasons,
      cycle: null,
      attempts: [],
      results: [],
      applicant: EMPTY_APPLICANT,
      own: null,
      stored: null,
    }
  }
  return withOwnScope(viewer, async (scope) => {
    const [seasons, cycle, attempts, results, profile, own, stored] = await Promise.all([
      listSeasons(scope),
      findCurrentCycle(scope),
      listExamAttempts(scope),
      listPracticeResults(scope),
      getProfile(scope),
      getForecastOwn(scope),
      findTimingPlan(scope),
    ])
    return { seasons, cycle, attempts, results, applicant: applicantOf(profile, attempts), own, stored }
  })
}

/** The fields as the address gives them, over what is kept or suggested. */
function fieldsIn(given: Record<string, string | string[] | undefined>, base: PlanText): PlanText {
  const read = (field: PlanField) => {
    const value = given[field]
    return typeof value === 'string' ? value.slice(0, 20) : base[field]
  }
  return Object.fromEntries(PLAN_FIELDS.map((field) => [field, read(field)])) as Record<PlanField, string>
}

const isSettled = ({ code }: TimingVerdict) => code === 'score_there' || code === 'no_attempt_left'
const isWaiting = ({ code }: TimingVerdict) => code === 'pending' || code === 'withheld'

/** What stands before any date: a result that is there or awaited, a fail, a day that is over, an empty practice log. */
function Before({ overall, hasForecast }: { overall: TimingVerdict; hasForecast: boolean }) {
  if (isSettled(overall) || isWaiting(overall)) {
    const tone = timingTone(overall.code)
    return (
      <Panel>
        <Verdict tone={TIMING_TONES[tone]} word={TONE_WORDS[tone]} title={timingSentence(overall)}>
          {overall.code === 'score_there' && 'There is no date left to weigh.'}
        </Verdict>
      </Panel>
    )
  }
  return (
    <>
      {(overall.code === 'failed_last' || overall.code === 'result_not_recorded') && (
        <Notice
          word={overall.code === 'failed_last' ? 'Before the next date' : 'A day that is over'}
          action={
            <LinkButton href="/exams#step2ck" isSmall>
              {overall.code === 'failed_last' ? 'What still stands' : 'Record it'}
            </LinkButton>
          }
        >
          {timingSentence(overall)}
        </Notice>
      )}
      {!hasForecast && (
        <Notice
          kind="unknown"
          word="The score side is empty"
          action={
            <LinkButton href="/exams/practice" isSmall>
              Log a practice result
            </LinkButton>
          }
        >
          No practice result for Step 2 CK with a score is logged, so only the time is weighed here. One
          result draws the band, two or three make it worth reading.
        </Notice>
      )}
    </>
  )
}
