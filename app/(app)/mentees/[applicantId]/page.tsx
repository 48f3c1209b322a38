import type { Metadata } from 'next'
import { ToastLine } from '@/app/_ui/toast-line'
import { mentorPage } from '../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeOverviewPage({
  params,
  searchParams,
}: PageProps<'/mentees/[applicantId]'>) {
  const [{ applicantId }, { done }] = await Promise.all([params, searchParams])
  const page = await mentorPage(applicantId, 'overview')
  return (
    <>
      {done === 'accepted' && (
        <ToastLine message="You are their mentor now. Everybody who lets you look in stands under Mentees." />
      )}
      {page}
    </>
  )
}
