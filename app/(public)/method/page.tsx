import type { Metadata } from 'next'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { formatDate } from '@/lib/dates/format'
import { ATTEMPT_LIMITS, RETAKE_INTERVAL, SEVEN_YEAR_RULE } from '@/lib/facts/attempt-rules'
import { STEP1_PASS_FAIL_FROM, STEP2CK_PASSING } from '@/lib/facts/exam-standards'
import {
  NEW_SCORE_IS_RESENT,
  SCORE_REPORT_DAYS,
  TRANSCRIPT_RESEND_WORKING_DAYS,
  VERIFICATION_DAYS_BEFORE_RANK_LIST,
} from '@/lib/facts/score-reporting'
import { J1_HISTORY, VISITOR_CLINICAL_EXPERIENCE } from '@/lib/facts/visa-rules'
import { citation } from '@/lib/fit/criteria'
import { FACTOR_TITLES } from '@/lib/fit/factor-words'
import { GATE_TITLES } from '@/lib/fit/gate-words'
import { FACTOR_CODES, GATE_CODES, STANDINGS } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import { STANDING_WORDS } from '@/lib/fit/words'
import { PROJECTIONS } from '@/lib/season/project'
import { CriteriaTable } from './_components/criteria-table'
import { FACTOR_CRITERIA } from './_components/factor-criteria'
import { GATE_QUESTIONS } from './_components/gate-questions'
import { SourcedList } from './_components/sourced-list'

export const metadata: Metadata = {
  title: 'Method',
  description:
    'How the fit and the timing are computed: every gate, weight, rule and projection, with its source.',
}

const BANDS = [
  { range: '245 and up', reading: 'very competitive' },
  { range: '235 to 244', reading: 'solid' },
  { range: '220 to 234', reading: 'possible, harder with a visa need' },
  { range: '218 and 219', reading: 'a pass; much else has to speak for you' },
] as const

export default function MethodPage() {
  const standard = STEP2CK_PASSING.at(-1)
  const attemptLimit = ATTEMPT_LIMITS.at(-1)
  return (
    <>
      <PageHeader
        title="How Locus computes"
        lead="Every gate, weight, rule and projection, with where it comes from. The same code answers on every page; nothing is learnt from applicants, and nothing is a chance of matching."
      />
      <nav aria-label="On this page" className="mb-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <li>
            <a href="#unknown">Facts and the unknown</a>
          </li>
          <li>
            <a href="#gates">Gates</a>
          </li>
          <li>
            <a href="#factors">Factors</a>
          </li>
          <li>
            <a href="#standings">Standings</a>
          </li>
          <li>
            <a href="#timing">Timing</a>
          </li>
          <li>
            <a href="#exams">Exams</a>
          </li>
          <li>
            <a href="#projections">Projected dates</a>
          </li>
          <li>
            <a href="#criteria">Criteria</a>
          </li>
        </ul>
      </nav>
      <div className="space-y-5">
        <Panel id="unknown" title="Facts and the unknown">
          <ul className="max-w-prose list-disc space-y-2 pl-5">
            <li>
              A fact has a source, a scope (the program itself, its parent residency, only its institution, or
              our own classification) and a year, or it is undated. Claims that disagree are all shown.
            </li>
            <li>
              An old “no” is a question, not a wall. Only a fact of the program’s own, dated within three
              seasons, or told to you by the program, closes a gate or meets it outright. Anything else reads
              “not known, last known”.
            </li>
            <li>
              What is not known counts as neutral, widens the range, and becomes a question to ask. It is
              never a no and never a zero. The same holds for what you have not said.
            </li>
            <li>
              How sure a statement is: <em>official</em>, read on a page of the responsible body;{' '}
              <em>secondary</em>, read elsewhere; <em>inferred</em>, derived by us with the reason;{' '}
              <em>unknown</em>.
            </li>
            <li>
              Nationality and the country of your school change nothing: no rule can read them, and Locus does
              not ask. Only visa need does.
            </li>
          </ul>
        </Panel>

        <Panel
          id="gates"
          title="Gates decide the standing"
          lead="Each is met, closed, not yet (with the day by which it can be met) or not known. Nothing offsets a closed one, and none enters the number."
        >
          <Table
            caption="Gates and their rules"
            isCaptionHidden
            columns={[{ label: 'Gate' }, { label: 'What it asks' }, { label: 'Criteria and rule' }]}
          >
            {GATE_CODES.map((code) => (
              <tr key={code}>
                <th scope="row">{GATE_TITLES[code]}</th>
                <td>{GATE_QUESTIONS[code].asks}</td>
                <td>
                  <span>
                    {GATE_QUESTIONS[code].rules.map((rule) => (
                      <span key={rule.code} className="mb-1.5 block last:mb-0">
                        {citation(rule.criteria)}
                        <span className="block">
                          {rule.source ? (
                            <SourceNote
                              title={rule.source.title}
                              href={rule.source.url}
                              year={rule.source.year}
                            />
                          ) : (
                            'The program’s own word, with its source'
                          )}
                        </span>
                      </span>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </Table>
        </Panel>

        <Panel
          id="factors"
          title="Factors make the number"
          lead={`The fit starts at ${FIT_POLICY.neutral}, neutral, and runs from 0 to 100. The order of weights is the article’s; the numbers are our reading of it and nobody’s statistics.`}
        >
          <Table
            caption="Factors, what each can add or take, and the criteria behind it"
            isCaptionHidden
            columns={[
              { label: 'Factor' },
              { label: 'Adds at most', isNumeric: true },
              { label: 'Takes at most', isNumeric: true },
              { label: 'Criteria' },
            ]}
          >
            {FACTOR_CODES.map((code) => (
              <tr key={code}>
                <th scope="row">{FACTOR_TITLES[code]}</th>
                <td>{FIT_POLICY.points[code].up}</td>
                <td>{FIT_POLICY.points[code].down}</td>
                <td>{citation(FACTOR_CRITERIA[code])}</td>
              </tr>
            ))}
          </Table>
          <h3 className="mt-7 font-semibold">Step 2 CK, in the article’s bands</h3>
          <p className="mt-1 max-w-prose text-mute">
            An edge belongs to the higher band, and between the edges the points follow one line: no score is
            a cliff. Not cut-offs ({citation(['C4', 'G1', 'C5'])}).
          </p>
          <dl className="mt-3 grid max-w-md grid-cols-[8rem_1fr] gap-y-1.5">
            {BANDS.map((band) => (
              <div key={band.range} className="contents">
                <dt className="font-medium">{band.range}</dt>
                <dd>{band.reading}</dd>
              </div>
            ))}
          </dl>
        </Panel>

        <Panel
          id="standings"
          title="Standings"
          lead="The standing and its reasons come first; the number comes last and compares programs with each other."
        >
          <ul className="max-w-prose space-y-2.5">
            {STANDINGS.map((standing) => (
              <li key={standing} className="flex flex-wrap items-baseline gap-x-3">
                <StatusChip tone={STANDING_WORDS[standing].tone}>{STANDING_WORDS[standing].word}</StatusChip>
                <span className="min-w-0 flex-[1_1_14rem]">
                  {STANDING_WORDS[standing].meaning} {bandOf(standing)}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-4 max-w-prose text-mute">
            Preferences are a second reading beside the standing: they sort, and never turn one standing into
            another. A gate that is not known leaves the standing and adds its condition: “possible, if it
            sponsors the J-1”.
          </p>
        </Panel>

        <Panel
          id="timing"
          title="Timing"
          lead={`Whether the Step 2 CK score is there when programs start their review (${citation(['C6', 'C7', 'C8'])}).`}
        >
          <SourcedList
            rules={[
              {
                text: `A result is usually out within ${SCORE_REPORT_DAYS.value.typical} days, and one plans for ${SCORE_REPORT_DAYS.value.plan}.`,
                rule: SCORE_REPORT_DAYS,
              },
              {
                text: `A new score does not travel by itself: you resend it in MyERAS, and ${TRANSCRIPT_RESEND_WORKING_DAYS.value.min} to ${TRANSCRIPT_RESEND_WORKING_DAYS.value.max} working days are added.`,
                rule: TRANSCRIPT_RESEND_WORKING_DAYS,
              },
              { text: 'An assigned transcript cannot be unassigned.', rule: NEW_SCORE_IS_RESENT },
              {
                text: `Verification is planned ${VERIFICATION_DAYS_BEFORE_RANK_LIST.value} days before the rank-list deadline: a margin, not a deadline.`,
                rule: VERIFICATION_DAYS_BEFORE_RANK_LIST,
              },
            ]}
          />
          <p className="mt-4 max-w-prose text-mute">
            Late June or early July, the article’s advice for a September application, is read as 21 June to
            10 July of the year before the Match.
          </p>
        </Panel>

        <Panel
          id="exams"
          title="Exams"
          lead="A result below the standard of its exam day is a fail, not a low score."
        >
          <SourcedList
            rules={[
              ...(standard
                ? [
                    {
                      text: `Step 2 CK passes from ${standard.value}${standard.from ? ` for exams from ${formatDate(standard.from)}` : ''}.`,
                      rule: standard,
                    },
                  ]
                : []),
              {
                text: `Step 1 has no number on or after ${formatDate(STEP1_PASS_FAIL_FROM.value)}; the missing number is neutral.`,
                rule: STEP1_PASS_FAIL_FROM,
              },
              ...(attemptLimit
                ? [
                    {
                      text: `At most ${attemptLimit.value} attempts at each Step, incomplete ones included.`,
                      rule: attemptLimit,
                    },
                  ]
                : []),
              {
                text: 'A fourth attempt waits twelve months from the first and six from the last.',
                rule: RETAKE_INTERVAL,
              },
              {
                text: `ECFMG counts passes within ${SEVEN_YEAR_RULE.value.years} years.`,
                rule: SEVEN_YEAR_RULE,
              },
              {
                text: 'An elective needs an enrolled student; after graduation one may observe only.',
                rule: VISITOR_CLINICAL_EXPERIENCE,
              },
              {
                text: 'Before a research year in the US on a J-1, ask what it does to the J-1 for training.',
                rule: J1_HISTORY,
              },
            ]}
          />
        </Panel>

        <Panel
          id="projections"
          title="Projected dates"
          lead="Where a season’s date is not announced, a rule fitted to the published dates of earlier seasons places it, marked as projected. Without a rule it is listed and never placed."
        >
          <Table caption="Projection rules" isCaptionHidden columns={[{ label: 'Event' }, { label: 'Rule' }]}>
            {PROJECTIONS.map((projection) => (
              <tr key={projection.key}>
                <th scope="row">{projection.label}</th>
                <td>{projection.rule}</td>
              </tr>
            ))}
          </Table>
        </Panel>

        <Panel
          id="criteria"
          title="Every criterion, and where it acts"
          lead="What the source article asks of an applicant, in our own words, and the page that does something about it. Without an account each opens for a guest too."
        >
          <CriteriaTable />
        </Panel>
      </div>
    </>
  )
}

function bandOf(standing: (typeof STANDINGS)[number]): string {
  const { strong, solid, possible } = FIT_POLICY.standings
  switch (standing) {
    case 'strong':
      return `Fit of ${strong} or more.`
    case 'solid':
      return `Fit of ${solid} to ${strong - 1}.`
    case 'possible':
      return `Fit of ${possible} to ${solid - 1}.`
    case 'reach':
      return `Fit below ${possible}.`
    default:
      return ''
  }
}
