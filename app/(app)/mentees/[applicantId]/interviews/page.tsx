import type { Metadata } from 'next'
import { mentorPage } from '../../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeInterviewsPage({
  params,
}: PageProps<'/mentees/[applicantId]/interviews'>) {
  return mentorPage((await params).applicantId, 'interviews')
}
