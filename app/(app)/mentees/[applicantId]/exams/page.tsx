import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeExamsPage({ params }: PageProps<'/mentees/[applicantId]/exams'>) {
  return mentorPage((await params).applicantId, 'exams')
}
