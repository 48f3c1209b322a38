import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { readDesk } from '@/app/_server/desk'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ownNotes, withOwnScope } from '@/db/access'
import { findOwnItem } from '@/db/queries/checklist'
import { loadNotesOn } from '@/db/queries/notes'
import { OWN_PREFIX } from '@/lib/checklist/checklist'
import { placeOf } from '@/lib/checklist/item-words'
import { targetOf } from '@/lib/notes/target'
import { CommentsPanel } from '../../../mentors/_notes/comments-panel'
import { OwnItemFields } from '../../_components/own-item-fields'
import { removeOwnItemAction, saveOwnItemAction } from '../../actions'

export const metadata: Metadata = { title: 'Edit an item of your own' }

export default async function OwnItemPage({ params }: PageProps<'/checklist/own/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const [item, notes] = await withOwnScope(viewer, (scope) =>
    Promise.all([
      findOwnItem(scope, id),
      loadNotesOn(ownNotes(scope), targetOf('item', `${OWN_PREFIX}${id}`)),
    ]),
  )
  if (!item) notFound()
  const { checklist } = await readDesk(viewer)
  const place = placeOf(`${OWN_PREFIX}${id}`)
  const others = checklist.items.filter(
    (other) =>
      other.id !== `${OWN_PREFIX}${id}` &&
      (other.id === item.waitsFor || (other.applies !== 'no' && other.state === 'open')),
  )
  return (
    <>
      <PageHeader above={<BackLink href={place}>Checklist</BackLink>} title={item.title} />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ActionForm id="own-item" action={saveOwnItemAction} aria-label="This item">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={item.version} />
            <OnConflict>
              <p>{item.title}</p>
              <p className="text-mute">{item.note}</p>
            </OnConflict>
            <OwnItemFields values={item} others={others} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save</SubmitButton>
              <LinkButton href={place} kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        <CommentsPanel notes={notes} back={`/checklist/own/${id}`} zone={viewer.timeZone} />
        <Disclosure summary="Remove this item">
          <ActionForm
            id="remove"
            action={removeOwnItemAction}
            className="space-y-3"
            aria-label="Remove this item"
          >
            <input type="hidden" name="id" value={id} />
            <p className="text-mute">It is gone for good; you can write it again at any time.</p>
            <SubmitButton kind="danger" pendingLabel="Removing…">
              Remove it
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </>
  )
}
