import type { Metadata } from 'next'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { withOwnScope } from '@/db/access'
import { listPracticeResults } from '@/db/queries/practice-results'
import { listStorySentences } from '@/db/queries/story'
import { formatLongDate } from '@/lib/dates/format'
import { preparationOf } from '@/lib/interviews/preparation'
import { bookedMeeting } from '@/lib/interviews/times'
import { FORMAT_WORDS, nightWords, STATE_WORDS } from '@/lib/interviews/words'
import { pathwayName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import { finishedSentences } from '@/lib/story/missing'
import { BothClocks } from '../../_components/both-clocks'
import { readInterview } from '../read-interview'

export const metadata: Metadata = { title: 'Day sheet' }

/** What one wants in the hand on the day: on a phone, or on a sheet of paper. */
export default async function DaySheetPage({ params }: PageProps<'/interviews/[id]/day'>) {
  const { interview, program, zone, person, viewer } = await readInterview((await params).id)
  const [practice, sentences] = await withOwnScope(viewer, (scope) =>
    Promise.all([listPracticeResults(scope), listStorySentences(scope).then(finishedSentences)]),
  )
  const { strengths, points } = preparationOf(person?.applicant ?? null, practice)
  const meeting = bookedMeeting(interview, zone)
  const night = meeting && nightWords(meeting, interview.format)
  const isLink = /^https?:\/\/\S+$/i.test(interview.place)
  return (
    <>
      <PageHeader
        above={
          <span className="no-print">
            <BackLink href={`/interviews/${interview.id}`}>Back to the interview</BackLink>
          </span>
        }
        title={program.sponsor}
        lead={[pathwayName(program.pathway), placeWords(program)].filter(Boolean).join(' · ')}
      />
      <div className="max-w-3xl space-y-5">
        <Panel
          id="when"
          title={meeting ? formatLongDate(meeting.there.start.date) : STATE_WORDS[interview.state]}
          lead={meeting ? undefined : 'No time is booked yet.'}
        >
          {meeting && <BothClocks meeting={meeting} isLarge />}
          {night && <p className="mt-3 font-medium">{night}</p>}
          <div className="mt-4 space-y-2">
            {interview.format && <p>{FORMAT_WORDS[interview.format]}</p>}
            {interview.place && (
              <p className="whitespace-pre-wrap wrap-anywhere">
                {isLink ? (
                  <a href={interview.place} rel="noreferrer">
                    {interview.place}
                  </a>
                ) : (
                  interview.place
                )}
              </p>
            )}
            {interview.people && <p className="whitespace-pre-wrap">With {interview.people}</p>}
          </div>
        </Panel>
        <Panel id="questions" title="Ask">
          {interview.questions.length === 0 ? (
            <p className="text-mute">Nothing is prepared yet.</p>
          ) : (
            <ul className="space-y-3">
              {interview.questions.map((question) => (
                <li key={question.id} className="flex gap-3">
                  {question.isAsked ? (
                    <Sign tone="good" className="mt-1 size-4" />
                  ) : (
                    <span
                      className="mt-1 size-4 flex-none rounded-sm border border-edge"
                      aria-hidden="true"
                    />
                  )}
                  <span>
                    {question.text}
                    {question.answer && <span className="block text-mute">{question.answer}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        {sentences.length > 0 && (
          <Panel id="story" title="My story">
            <ol className="list-decimal space-y-1 pl-5">
              {sentences.map(({ role, text }) => (
                <li key={role}>{text}</li>
              ))}
            </ol>
          </Panel>
        )}
        {(strengths.length > 0 || points.length > 0) && (
          <Panel id="bring" title="Bring up">
            <ul className="list-disc space-y-1 pl-5">
              {strengths.map((strength) => (
                <li key={strength}>{strength}</li>
              ))}
              {points.map((point) => (
                <li key={point.area}>
                  {point.title}: {point.prompts[0]}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {interview.notes && (
          <Panel id="notes" title="Notes">
            <p className="whitespace-pre-wrap">{interview.notes}</p>
          </Panel>
        )}
        <p className="text-sm text-mute">
          Programs may not ask where else you applied or how you will rank them (NRMP). Write down how it was
          the same day.
        </p>
      </div>
    </>
  )
}
