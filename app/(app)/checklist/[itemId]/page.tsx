import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { readDesk } from '@/app/_server/desk'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ownNotes, withOwnScope } from '@/db/access'
import { findMark } from '@/db/queries/checklist'
import { loadNotesOn } from '@/db/queries/notes'
import { isTemplateItemId } from '@/lib/checklist/checklist-input'
import { dueWords, placeOf } from '@/lib/checklist/item-words'
import { targetOf } from '@/lib/notes/target'
import { CommentsPanel } from '../../mentors/_notes/comments-panel'
import { ItemReasons } from '../_components/item-reasons'
import { saveMarkAction } from '../actions'

export const metadata: Metadata = { title: 'An item of the checklist' }

export default async function ItemPage({ params }: PageProps<'/checklist/[itemId]'>) {
  const { itemId } = await params
  if (!isTemplateItemId(itemId)) notFound()
  const viewer = await getViewer()
  const [desk, [mark, notes]] = await Promise.all([
    readDesk(viewer),
    viewer
      ? withOwnScope(viewer, (scope) =>
          Promise.all([findMark(scope, itemId), loadNotesOn(ownNotes(scope), targetOf('item', itemId))]),
        )
      : NOT_SAID,
  ])
  const item = desk.checklist.items.find(({ id }) => id === itemId)
  if (!item) notFound()
  const { today } = desk.checklist
  const state = mark?.doneOn ? 'done' : mark?.notNeeded ? 'not_needed' : 'open'
  const isTickable = item.template?.isTickable === true
  return (
    <>
      <PageHeader
        above={<BackLink href={placeOf(item.id)}>Checklist</BackLink>}
        title={item.title}
        lead={item.state === 'open' ? `Due ${dueWords(item)}.` : undefined}
      />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ItemReasons item={item} isOnItsPage />
        </Panel>
        <Panel title="Your word on it">
          <ActionForm id="mark" action={saveMarkAction} aria-label="Your word on this item">
            <input type="hidden" name="itemId" value={item.id} />
            <input type="hidden" name="version" value={mark?.version ?? 0} />
            <OnConflict>
              <p>{STATE_WORDS[state]}</p>
              <p className="text-mute">{mark?.note}</p>
            </OnConflict>
            <RadioGroupField
              name="state"
              legend="How it stands"
              defaultValue={state}
              choices={[
                { value: 'open', label: STATE_WORDS.open },
                ...(isTickable || state === 'done' ? [{ value: 'done', label: STATE_WORDS.done }] : []),
                { value: 'not_needed', label: STATE_WORDS.not_needed },
              ]}
            />
            {isTickable && (
              <TextField
                name="doneOn"
                type="date"
                label="Done on"
                hint="Read only if it is done."
                defaultValue={mark?.doneOn ?? today}
                max={today}
                width="medium"
              />
            )}
            <TextField
              name="notNeeded"
              label="Why it is not needed"
              hint="Read only if it is not needed."
              defaultValue={mark?.notNeeded}
              maxLength={300}
            />
            <TextField
              name="ownDue"
              type="date"
              label="A day of your own"
              note="optional"
              hint="It stays when the season’s dates move. Empty: the checklist’s own day."
              defaultValue={mark?.ownDue}
              width="medium"
            />
            <TextAreaField
              name="note"
              label="Note"
              note="optional"
              rows={3}
              maxLength={4000}
              defaultValue={mark?.note}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save</SubmitButton>
              <LinkButton href={placeOf(item.id)} kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        {notes && <CommentsPanel notes={notes} back={`/checklist/${itemId}`} zone={desk.basis.zone} />}
      </div>
    </>
  )
}

/** A visitor's own word on it. */
const NOT_SAID = [null, null] as const

const STATE_WORDS = { open: 'Open', done: 'Done', not_needed: 'Not needed' } as const
