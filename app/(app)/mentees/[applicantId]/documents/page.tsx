import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeDocumentsPage({
  params,
  searchParams,
}: PageProps<'/mentees/[applicantId]/documents'>) {
  const [{ applicantId }, { version }] = await Promise.all([params, searchParams])
  return mentorPage(applicantId, 'documents', typeof version === 'string' ? version : null)
}
