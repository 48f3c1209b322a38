import type { Metadata } from 'next'
import { mentorEntryPage } from '../../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeEntryPage({
  params,
}: PageProps<'/mentees/[applicantId]/list/[entryId]'>) {
  const { applicantId, entryId } = await params
  return mentorEntryPage(applicantId, entryId)
}
