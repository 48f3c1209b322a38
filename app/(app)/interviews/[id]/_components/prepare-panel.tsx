import { ActionForm } from '@/app/_ui/action-form'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { InterviewDetail } from '@/lib/interviews/interview'
import type { Preparation } from '@/lib/interviews/preparation'
import type { Disagreement } from '@/lib/story/disagreements'
import type { StorySentence } from '@/lib/story/sentence'
import { DisagreementList } from '../../../story/_components/disagreement-list'
import { SentenceOffer } from '../../../story/_components/sentence-offer'
import { saveNotesAction } from '../../actions'

/** What one may truly say there, from the profile and the practice log alone. */
export function PreparePanel({
  preparation,
  sentences,
  notesSayElse,
}: {
  preparation: Preparation
  /** The three of the person's story, as far as they are written. */
  sentences: readonly StorySentence[]
  /** Where the notes for this interview say something else. */
  notesSayElse: readonly Disagreement[]
}) {
  const { strengths, points, careful } = preparation
  return (
    <Panel
      id="prepare"
      title="What you bring"
      lead="Only what your profile and your practice log hold. Prompts to answer aloud, no sentences to learn."
    >
      <div className="space-y-5">
        <div>
          <h3 className="mb-1.5 font-semibold">
            Your story <span className="text-sm font-normal text-mute">(E2, Trajectory)</span>
          </h3>
          <SentenceOffer sentences={sentences} />
        </div>
        {notesSayElse.length > 0 && (
          <div>
            <h3 className="mb-1.5 font-semibold">Your notes say something else</h3>
            <DisagreementList found={notesSayElse} />
          </div>
        )}
        {strengths.length > 0 ? (
          <ul className="list-disc space-y-1 pl-5">
            {strengths.map((strength) => (
              <li key={strength}>{strength}</li>
            ))}
          </ul>
        ) : (
          <p className="max-w-prose text-mute">
            Your profile names no research, clinic or skill yet. <a href="/profile">Add what is true</a>, and
            it stands here.
          </p>
        )}
        {points.length > 0 && (
          <div>
            <h3 className="font-semibold">
              Strong genetics areas <span className="text-sm font-normal text-mute">(C12, Study)</span>
            </h3>
            <ul className="mt-1.5 space-y-3">
              {points.map((point) => (
                <li key={point.area} className="max-w-prose">
                  <p className="font-medium">{point.title}</p>
                  {point.prompts.map((prompt) => (
                    <p key={prompt}>{prompt}</p>
                  ))}
                </li>
              ))}
            </ul>
          </div>
        )}
        {careful.length > 0 && (
          <div>
            <h3 className="font-semibold">Be ready to be asked</h3>
            <ul className="mt-1.5 list-disc space-y-1 pl-5">
              {careful.map((point) => (
                <li key={point} className="max-w-prose">
                  {point}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  )
}

export function NotesPanel({ interview, seen }: { interview: InterviewDetail; seen: string }) {
  return (
    <Panel id="notes" title="Notes">
      <ActionForm action={saveNotesAction} id="notes-form" className="space-y-4">
        <input type="hidden" name="id" value={interview.id} />
        <input type="hidden" name="seen" value={seen} />
        <OnConflict>
          <p className="font-medium">{interview.people}</p>
          <p className="whitespace-pre-wrap">{interview.notes}</p>
        </OnConflict>
        <TextField name="people" label="Who you will meet" maxLength={2000} defaultValue={interview.people} />
        <TextAreaField
          name="notes"
          label="What you have prepared"
          rows={8}
          maxLength={20_000}
          defaultValue={interview.notes}
        />
        <SubmitButton kind="secondary">Save notes</SubmitButton>
      </ActionForm>
    </Panel>
  )
}
