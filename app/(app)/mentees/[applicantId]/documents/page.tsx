import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeDocumentsPage({ params }: PageProps<'/mentees/[applicantId]/documents'>) {
  return mentorPage((await params).applicantId, 'documents')
}
