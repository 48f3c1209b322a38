import type { Metadata } from 'next'
import { NoteLeaving } from '@/app/_frame/deleted-drafts'
import { requireViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { draftOwner } from '@/app/(app)/documents/_writing/draft-owner'
import { HoldingsList } from '@/app/(auth)/_components/holdings-list'
import { withOwnScope } from '@/db/access'
import { findOwnPasswordHash } from '@/db/queries/accounts'
import { countTies } from '@/db/queries/leaving'
import { countOwnRows } from '@/db/queries/owned-rows'
import { leavingWords } from '@/lib/account/leaving-words'
import { deleteAccountAction } from '../actions'

export const metadata: Metadata = { title: 'Delete for good' }

export default async function DeleteAccountPage() {
  const viewer = await requireViewer('/settings/delete')
  const { holdings, hasPassword, ties } = await withOwnScope(viewer, async (scope) => ({
    holdings: await countOwnRows(scope),
    hasPassword: (await findOwnPasswordHash(scope)) !== null,
    ties: leavingWords(await countTies(scope)),
  }))
  return (
    <div className="max-w-2xl">
      <PageHeader
        above={<BackLink href="/settings">Settings</BackLink>}
        title={viewer.isGuest ? 'Delete what you entered?' : 'Delete your account?'}
        lead="This is done at once, for good, and nobody can bring it back."
      />
      <div className="space-y-5">
        <div>
          <p className="font-medium">
            {viewer.isGuest ? 'Deleted with it:' : 'Your address, your sessions, and what you entered:'}
          </p>
          <HoldingsList holdings={holdings} />
          <SentenceList sentences={ties.goes} />
        </div>
        {ties.stays.length > 0 && (
          <div>
            <p className="font-medium">Stays with the people whom you helped:</p>
            <SentenceList sentences={ties.stays} />
          </div>
        )}
        <LinkButton href="/settings/export" isDownload isSmall>
          Download everything first
        </LinkButton>
        <ActionForm action={deleteAccountAction} className="space-y-5">
          <NoteLeaving owner={draftOwner(viewer)} />
          <CheckboxField name="confirmation" label="Yes, delete all of it for good" />
          {hasPassword && (
            <TextField
              name="currentPassword"
              label="Your password"
              type="password"
              autoComplete="current-password"
              isRequired
            />
          )}
          <div className="flex flex-wrap gap-3">
            <SubmitButton kind="danger" pendingLabel="Deleting…">
              Delete for good
            </SubmitButton>
            <LinkButton href="/settings">Keep it</LinkButton>
          </div>
        </ActionForm>
      </div>
    </div>
  )
}

function SentenceList({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className="max-w-prose list-disc pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
