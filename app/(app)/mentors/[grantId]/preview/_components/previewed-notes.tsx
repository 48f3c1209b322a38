import type { SignedIn } from '@/app/_server/auth'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { MenteeTabs } from '@/app/(app)/mentees/_components/mentee-tabs'
import type { MenteeComments } from '@/app/(app)/mentees/_read/mentee-comments'
import type { MenteePlaces } from '@/app/(app)/mentees/_read/mentee-pages'
import { ThreadList } from '../../../_notes/thread-list'

/** Everything that is said to each other, as this mentor finds it on one page: questions that wait, and conversations. */
export function PreviewedNotes({
  comments: { threads, questions, partner },
  names,
  places,
  viewer,
}: {
  comments: MenteeComments
  names: ReadonlyMap<string, string>
  places: MenteePlaces
  viewer: SignedIn
}) {
  return (
    <>
      <PageHeader
        title={`${partner.applicantName}: notes`}
        lead="Of what you say to other mentors nothing is here."
      />
      <MenteeTabs name={partner.applicantName} current="notes" places={places} />
      <div className="max-w-3xl space-y-5">
        {questions.length > 0 && (
          <Panel id="questions" title={`${partner.applicantName} asks ${partner.name}`}>
            <ol className="list-decimal space-y-2 pl-5">
              {questions.map(({ id, text }) => (
                <li key={id} id={`question-${id}`} className="break-words whitespace-pre-line">
                  {text}
                </li>
              ))}
            </ol>
          </Panel>
        )}
        {threads.length === 0 && questions.length === 0 ? (
          <EmptyState title="Nothing was said yet">
            What this mentor writes, and what you ask them, stands here for both of you.
          </EmptyState>
        ) : (
          <ThreadList
            listing={{
              side: 'mentor',
              applicantId: viewer.userId,
              threads,
              partners: [partner],
              names,
              zone: viewer.timeZone,
              back: places.base,
              hrefOf: () => null,
              isPreview: true,
            }}
          />
        )}
      </div>
    </>
  )
}
