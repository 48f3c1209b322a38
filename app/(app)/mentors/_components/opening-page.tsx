import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_server/action'
import type { SignedIn } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { TextField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { GuestNotice } from './guest-notice'

/** The page on which something is opened to somebody: a guest is asked for an account first. */
export function OpeningPage({
  viewer,
  here,
  title,
  lead,
  action,
  children,
}: {
  viewer: SignedIn
  /** The page's own address, to come back to. */
  here: string
  title: string
  lead: string
  action: FormAction
  children: ReactNode
}) {
  return (
    <>
      <PageHeader above={<BackLink href="/mentors">Mentors</BackLink>} title={title} lead={lead} />
      {viewer.isGuest ? (
        <GuestNotice next={here} />
      ) : (
        <ActionForm action={action} id="open-form">
          <input type="hidden" name="formId" value={randomUUID()} />
          {children}
        </ActionForm>
      )}
    </>
  )
}

type Asked = { name: string; label: string; hint: string }

/** For whom it is, in the applicant's words, and under which name that person reads of the applicant. */
export function NameFields({
  whom,
  own,
  viewer,
}: {
  whom: Asked
  own: Omit<Asked, 'name'>
  viewer: SignedIn
}) {
  return (
    <>
      <TextField {...whom} isRequired maxLength={120} />
      <TextField {...own} name="applicantName" defaultValue={viewer.name ?? ''} isRequired maxLength={120} />
    </>
  )
}
