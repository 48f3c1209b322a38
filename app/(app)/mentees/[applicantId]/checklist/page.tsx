import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeChecklistPage({ params }: PageProps<'/mentees/[applicantId]/checklist'>) {
  return mentorPage((await params).applicantId, 'checklist')
}
