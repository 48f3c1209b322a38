import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { endSampleAction } from '../actions'

export const metadata: Metadata = { title: 'Clear the sample' }

export default async function EndSamplePage() {
  const viewer = await getViewer()
  if (!viewer?.isSample) redirect('/home')
  return (
    <>
      <PageHeader
        title="Clear the sample?"
        lead="The made-up applicant, their exams and their list go, with anything you changed in them. You begin with empty pages of your own."
      />
      <ActionForm action={endSampleAction} className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="Clearing…">Clear and start with my own</SubmitButton>
        <LinkButton href="/home">Keep looking round</LinkButton>
      </ActionForm>
    </>
  )
}
