import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Tabs } from '@/app/_ui/tabs'
import { ownNotes, withOwnScope } from '@/db/access'
import { listMentorQuestions } from '@/db/queries/mentor-questions'
import { listPartners, listThreads } from '@/db/queries/notes'
import { formatDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { now } from '@/lib/io/clock'
import { QUESTIONS_A_TALK } from '@/lib/notes/note'
import { AddQuestionForm } from './_components/add-question-form'
import { ClosedQuestion } from './_components/closed-question'
import { type AgendaPlace, QuestionItem } from './_components/question-item'

export const metadata: Metadata = { title: 'Questions for my mentor' }

const EMPTY = { questions: [], partners: [], threads: [] }

export default async function AgendaPage({ searchParams }: PageProps<'/mentors/agenda'>) {
  const [{ mentor }, viewer] = await Promise.all([searchParams, getViewer()])
  const { questions, partners, threads } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [questions, partners, threads] = await Promise.all([
          listMentorQuestions(scope),
          listPartners(ownNotes(scope), 'any'),
          listThreads(ownNotes(scope)),
        ])
        return { questions, partners, threads }
      })
    : EMPTY
  const zone = await viewerZone(viewer)
  const mentors = partners.filter(({ mayRead }) => mayRead)
  const chosen = mentors.find(({ mentorId }) => mentorId === mentor)
  const isShown = ({ mentorId }: { mentorId: string | null }) => !chosen || mentorId === chosen.mentorId
  const open = questions.filter((question) => question.state === 'open' && isShown(question))
  const closed = questions.filter((question) => question.state !== 'open' && isShown(question))
  const first = open.slice(0, QUESTIONS_A_TALK)
  const later = open.slice(QUESTIONS_A_TALK)
  const place: AgendaPlace = {
    applicantId: viewer?.userId ?? '',
    partners,
    threads: threads.filter(({ target }) => target.kind === 'question'),
    zone,
    back: chosen ? `/mentors/agenda?mentor=${chosen.mentorId}` : '/mentors/agenda',
  }
  return (
    <>
      <PageHeader
        above={<BackLink href="/mentors">Mentors</BackLink>}
        title={chosen ? `Questions for ${chosen.name}` : 'Questions for my mentor'}
        lead={leadOf(open.length)}
      />
      <div className="max-w-3xl space-y-5">
        {mentors.length > 1 && (
          <Tabs
            label="Mentors"
            items={[
              { href: '/mentors/agenda', label: 'All', isCurrent: !chosen },
              ...mentors.map(({ mentorId, name }) => ({
                href: `/mentors/agenda?mentor=${mentorId}`,
                label: name,
                isCurrent: mentorId === chosen?.mentorId,
              })),
            ]}
          />
        )}
        {first.length > 0 && (
          <Panel
            id="talk"
            title="For the next talk"
            lead="This page prints on one sheet, with room to write."
          >
            <ol className="space-y-6">
              {first.map((question, index) => (
                <QuestionItem
                  key={question.id}
                  question={question}
                  place={place}
                  number={index + 1}
                  isFirst={index === 0}
                  isLast={open.length === index + 1}
                />
              ))}
            </ol>
          </Panel>
        )}
        <div className="no-print space-y-5">
          {later.length > 0 && (
            <Panel id="later" title="Kept for later" lead="Move one up to bring it to the next talk.">
              <ol className="space-y-6" start={QUESTIONS_A_TALK + 1}>
                {later.map((question, index) => (
                  <QuestionItem
                    key={question.id}
                    question={question}
                    place={place}
                    number={QUESTIONS_A_TALK + index + 1}
                    isFirst={false}
                    isLast={index === later.length - 1}
                  />
                ))}
              </ol>
            </Panel>
          )}
          <Panel
            id="add"
            title="Add a question"
            lead={
              mentors.length === 0
                ? 'Nobody else sees it until you let a mentor in and put it to them.'
                : 'The mentor whom you choose reads it before you talk, and can answer here.'
            }
          >
            <AddQuestionForm formId={randomUUID()} mentors={mentors} chosenId={chosen?.mentorId ?? null} />
          </Panel>
          {closed.length > 0 && (
            <Panel id="closed">
              <Disclosure summary={`Answered or dropped (${closed.length})`}>
                <ul className="divide-y divide-line">
                  {closed.map((question) => (
                    <ClosedQuestion key={question.id} question={question} />
                  ))}
                </ul>
              </Disclosure>
            </Panel>
          )}
        </div>
        <p className="hidden text-sm text-mute print:block">
          Printed on {formatDate(dayIn(now().toISOString(), zone))}.
        </p>
      </div>
    </>
  )
}

function leadOf(open: number): string {
  if (open === 0) return 'Three good questions make a good talk. Write down what you want to know.'
  if (open <= QUESTIONS_A_TALK)
    return open === 1 ? 'One question for the next talk.' : `${open} questions for the next talk.`
  return `The first three of ${open} are for the next talk; the others wait below.`
}
