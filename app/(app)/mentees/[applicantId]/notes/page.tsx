import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/app/_server/auth'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { menteeNotes, withMenteeScope } from '@/db/access'
import { listQuestionsToMe } from '@/db/queries/mentor-questions'
import { nameTargets, targetKey } from '@/db/queries/note-names'
import { listPartners, listThreads, type NotesOn } from '@/db/queries/notes'
import { AppError } from '@/lib/errors/app-error'
import { isTarget, menteeHref, type NoteTarget, targetOf, WHOLE_SECTIONS } from '@/lib/notes/target'
import { capital, kindWords } from '@/lib/notes/words'
import { CommentForm } from '../../../mentors/_notes/comment-form'
import { Conversation } from '../../../mentors/_notes/conversation'
import { SuggestTaskForm } from '../../../mentors/_notes/suggest-task-form'
import { ThreadList } from '../../../mentors/_notes/thread-list'
import { MenteeTabs } from '../../_components/mentee-tabs'
import { menteePlaces } from '../../_read/mentee-pages'

export const metadata: Metadata = { title: 'Notes' }

/** What this mentor and the applicant say to each other: the questions that wait, and every conversation. */
export default async function MenteeNotesPage({
  params,
  searchParams,
}: PageProps<'/mentees/[applicantId]/notes'>) {
  const [{ applicantId }, { about: item }] = await Promise.all([params, searchParams])
  const viewer = await requireViewer()
  const read = await withMenteeScope(viewer, applicantId, { looks: [] }, async (scope) => {
    const notes = menteeNotes(scope)
    if (!notes) throw new AppError('not_found')
    const [questions, threads, [partner]] = await Promise.all([
      listQuestionsToMe(notes),
      listThreads(notes),
      listPartners(notes, 'any'),
    ])
    const asked = typeof item === 'string' ? targetOf('item', item) : null
    const named = asked && isTarget(asked) && scope.mayComment('checklist') ? asked : null
    const names = await nameTargets(notes, [
      ...threads.map(({ target }) => target),
      ...(named ? [named] : []),
    ])
    return {
      questions,
      threads,
      partner,
      names,
      named,
      sections: WHOLE_SECTIONS.filter((one) => scope.mayComment(one)),
    }
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  const { questions, threads, partner, names, named, sections } = read
  if (!partner) notFound()
  const back = `/mentees/${applicantId}/notes`
  const zone = viewer.timeZone
  const about = (target: NoteTarget): NotesOn => ({
    target,
    side: 'mentor',
    applicantId,
    partners: [partner],
    threads: threads.filter((thread) => thread.target.kind === target.kind && thread.target.id === target.id),
  })
  const asked = new Set(questions.map(({ id }) => id))
  const others = threads.filter(({ target }) => !(target.kind === 'question' && asked.has(target.id)))
  return (
    <>
      <PageHeader
        above={<BackLink href="/mentees">Mentees</BackLink>}
        title={`${partner.applicantName}: notes`}
        lead={leadOf(questions.length, partner.applicantName)}
      />
      <MenteeTabs
        name={partner.applicantName}
        current="notes"
        places={{ ...menteePlaces(`/mentees/${applicantId}`), notesHref: back }}
      />
      <div className="max-w-3xl space-y-5">
        {questions.length > 0 && (
          <Panel id="questions" title={`${partner.applicantName} asks you`}>
            <ol className="space-y-6">
              {questions.map((question) => (
                <li key={question.id} id={`question-${question.id}`} className="scroll-mt-4 space-y-3">
                  <h3 className="font-semibold break-words whitespace-pre-line">{question.text}</h3>
                  <Conversation
                    place={{ notes: about(targetOf('question', question.id)), back, zone }}
                    partner={partner}
                    hasHeading={false}
                  />
                </li>
              ))}
            </ol>
          </Panel>
        )}
        {named && (
          <Panel id="about" title={names.get(targetKey(named)) ?? 'An item of the checklist'}>
            <Conversation place={{ notes: about(named), back, zone }} partner={partner} hasHeading={false} />
          </Panel>
        )}
        {sections.length > 0 && (
          <Panel
            id="write"
            title="Write about a part of the cycle"
            lead={`A program, a letter, a result or a date has its own place to write, on its page. Only ${partner.applicantName} and you read it.`}
          >
            <div className="space-y-2">
              {sections.map((section) => {
                const target = targetOf('section', section)
                const place = { notes: about(target), back, zone }
                return (
                  <div key={section} className="flex flex-wrap items-start gap-x-6 gap-y-1">
                    <h3 className="min-w-56 pt-1.5 font-medium">{capital(kindWords(target))}</h3>
                    <CommentForm
                      place={place}
                      target={target}
                      mentorId={partner.mentorId}
                      label={`Write to ${partner.applicantName} about ${kindWords(target)}`}
                      fold="Comment"
                    />
                    <SuggestTaskForm place={place} target={target} />
                  </div>
                )
              })}
            </div>
          </Panel>
        )}
        <ThreadList
          listing={{
            side: 'mentor',
            applicantId,
            threads: others,
            partners: [partner],
            names,
            zone,
            back,
            hrefOf: (target) => menteeHref(applicantId, target),
          }}
        />
      </div>
    </>
  )
}

function leadOf(questions: number, name: string): string {
  if (questions === 0) return `What you and ${name} say to each other, wherever it hangs.`
  return questions === 1 ? 'One question waits for you.' : `${questions} questions wait for you.`
}
