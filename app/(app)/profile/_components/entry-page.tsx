import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_server/action'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ProfileList } from '@/db/queries/profile'
import { SECTION_LABELS } from '@/lib/profile/words'
import type { EntryWords } from './entry-words'

/** The page of one entry of a list: change it, or remove it in a second step. */
export function EntryPage({
  list,
  id,
  seen,
  words,
  saveAction,
  removeAction,
  children,
}: {
  list: ProfileList
  id: string
  seen: string
  words: EntryWords
  saveAction: FormAction
  removeAction: FormAction
  children: ReactNode
}) {
  return (
    <>
      <PageHeader
        above={<BackLink href={`/profile#${list}`}>Profile: {SECTION_LABELS[list].toLowerCase()}</BackLink>}
        title={words.title}
        lead={words.detail}
      />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ActionForm id="entry" action={saveAction} aria-label="This entry">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="seen" value={seen} />
            <OnConflict>
              <p>{words.title}</p>
              <p className="text-mute">{words.detail}</p>
            </OnConflict>
            {children}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save changes</SubmitButton>
              <LinkButton href={`/profile#${list}`} kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        <Disclosure summary="Remove this entry">
          <ActionForm id="remove" action={removeAction} className="space-y-3" aria-label="Remove this entry">
            <input type="hidden" name="id" value={id} />
            <p className="text-mute">It is gone for good; you can enter it again at any time.</p>
            <SubmitButton kind="danger" pendingLabel="Removing…">
              Remove it
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </>
  )
}
