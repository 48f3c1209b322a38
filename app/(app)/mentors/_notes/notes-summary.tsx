import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { type Waiting, waitingWords } from '@/lib/notes/waiting'

/** What the applicant and their mentors have to say to each other, with the ways there. */
export function NotesSummary({ waiting }: { waiting: Waiting }) {
  const { openThreads, openQuestions } = waiting
  return (
    <Panel
      id="talk"
      title="What you say to each other"
      lead={waitingWords(waiting) || 'Nothing waits for you.'}
      actions={
        <>
          <LinkButton href="/mentors/notes" isSmall>
            Comments and tasks{openThreads > 0 && ` (${openThreads})`}
          </LinkButton>
          <LinkButton href="/mentors/agenda" isSmall>
            Questions for a talk{openQuestions > 0 && ` (${openQuestions})`}
          </LinkButton>
        </>
      }
    />
  )
}
