import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeListPage({ params }: PageProps<'/mentees/[applicantId]/list'>) {
  return mentorPage((await params).applicantId, 'list')
}
