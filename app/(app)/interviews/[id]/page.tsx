import type { Metadata } from 'next'
import { readStoryIn } from '@/app/_server/story-basis'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { ownNotes, withOwnScope } from '@/db/access'
import { stampsOf } from '@/db/queries/interview-stamps'
import { loadNotesOn } from '@/db/queries/notes'
import { listPracticeResults } from '@/db/queries/practice-results'
import { FIT_POLICY } from '@/lib/fit/policy'
import { engagementOf, interviewDesk } from '@/lib/interviews/desk'
import { preparationOf } from '@/lib/interviews/preparation'
import { FORMAT_WORDS, travelWords } from '@/lib/interviews/words'
import { targetOf } from '@/lib/notes/target'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import { finishedSentences } from '@/lib/story/missing'
import { programQuestions } from '@/lib/strategy/open-questions'
import { CommentsPanel } from '../../mentors/_notes/comments-panel'
import { ImpressionsPanel, ThanksPanel } from './_components/after-panels'
import { NotesPanel, PreparePanel } from './_components/prepare-panel'
import { QuestionsPanel } from './_components/questions-panel'
import { StepsPanel } from './_components/steps-panel'
import { WhenPanel } from './_components/when-panel'
import { readInterview } from './read-interview'

const DONE: Readonly<Record<string, string>> = {
  invitation: 'What the invitation says is kept.',
  booked: 'Booked. The program stands as “Interview scheduled” on your list.',
  waitlisted: 'Recorded: on the waiting list.',
  declined: 'Recorded: declined.',
  done: 'Recorded: interviewed. Write down how it was today.',
  invited: 'Recorded: invited.',
  notes: 'Notes saved.',
  question: 'The question is on your sheet.',
  answer: 'Kept.',
  'question-removed': 'Taken off.',
  impressions: 'Impressions kept.',
  thanks: 'Saved.',
}

export async function generateMetadata({ params }: PageProps<'/interviews/[id]'>): Promise<Metadata> {
  await readInterview((await params).id)
  return { title: 'Interview' }
}

export default async function InterviewPage({ params, searchParams }: PageProps<'/interviews/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams])
  const { interview, program, interviews, programOf, zone, now, today, season, person, viewer } =
    await readInterview(id)
  const [practice, story, comments] = await withOwnScope(viewer, (scope) =>
    Promise.all([
      listPracticeResults(scope),
      readStoryIn(scope, today),
      loadNotesOn(ownNotes(scope), targetOf('interview', id)),
    ]),
  )
  const notesSayElse = story.disagreements.filter(({ place }) => place.href === `/interviews/${id}`)
  const isHeld = interview.state === 'done'
  const stateOf = (programId: string) => programOf(programId)?.state ?? null
  const desk = interviewDesk(interviews, { viewerZone: zone, now, stateOf })
  const nameOf = (interviewId: string) =>
    programOf(interviews.find((one) => one.id === interviewId)?.programId ?? '')?.sponsor ??
    'another interview'
  const entry = person?.entries.find((one) => one.id === interview.entryId)
  const open = person
    ? programQuestions({
        applicant: person.applicant,
        season,
        policy: FIT_POLICY,
        today,
        program,
        appliedOn: entry?.appliedOn ?? null,
      }).questions
    : []
  const seen = stampsOf(interview)
  const needsVisa = person?.applicant.visa.need !== 'no_visa_needed'
  const said = typeof done === 'string' ? DONE[done] : undefined
  const after = (
    <>
      <ImpressionsPanel interview={interview} seen={seen.impressions} />
      <ThanksPanel interview={interview} today={today} />
    </>
  )
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/interviews">Interviews</BackLink>}
        title={program.sponsor}
        lead={[
          pathwayShortName(program.pathway),
          placeWords(program),
          interview.format && FORMAT_WORDS[interview.format],
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            <LinkButton href={`/interviews/${interview.id}/day`} kind={isHeld ? 'secondary' : 'primary'}>
              Day sheet
            </LinkButton>
            <LinkButton href={`/list/${interview.entryId}`}>The whole reading</LinkButton>
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-5">
          <WhenPanel
            interview={interview}
            program={program}
            zone={zone}
            now={now}
            others={desk.ahead
              .filter((one) => one.interview.id !== interview.id)
              .map((one) => engagementOf(one, stateOf))}
            nameOf={nameOf}
          />
          {interview.format === 'in_person' && needsVisa && !isHeld && (
            <Notice word="The way there">
              <ul className="space-y-1.5">
                {travelWords({ mayMeetEntryLimit: person?.applicant.visa.entryLimitMayApply === true }).map(
                  (words) => (
                    <li key={words}>{words}</li>
                  ),
                )}
              </ul>
            </Notice>
          )}
          {isHeld && after}
          <PreparePanel
            preparation={preparationOf(person?.applicant ?? null, practice)}
            sentences={finishedSentences(story.sentences)}
            notesSayElse={notesSayElse}
          />
          <QuestionsPanel interview={interview} open={open} />
        </div>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <StepsPanel interview={interview} />
          {(interview.bookingUrl || interview.place) && (
            <Panel id="where" title="Where">
              <div className="space-y-2">
                {interview.bookingUrl && (
                  <p>
                    <a href={interview.bookingUrl} rel="noreferrer">
                      Open the scheduler
                    </a>
                  </p>
                )}
                {interview.place && <Place text={interview.place} />}
              </div>
            </Panel>
          )}
          <NotesPanel interview={interview} seen={seen.notes} />
          <CommentsPanel notes={comments} back={`/interviews/${id}`} zone={zone} />
        </div>
      </div>
    </>
  )
}

/** An address of the web as a link, everything else as it was typed. */
function Place({ text }: { text: string }) {
  return /^https?:\/\/\S+$/i.test(text) ? (
    <p>
      <a href={text} rel="noreferrer">
        Open the video link
      </a>
      <span className="block text-sm wrap-anywhere text-mute">{text}</span>
    </p>
  ) : (
    <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
  )
}
