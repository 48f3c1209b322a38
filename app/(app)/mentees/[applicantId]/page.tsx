import type { Metadata } from 'next'
import { mentorPage } from '../_read/mentor-page'

export const metadata: Metadata = { title: 'Mentee' }

export default async function MenteeOverviewPage({ params }: PageProps<'/mentees/[applicantId]'>) {
  return mentorPage((await params).applicantId, 'overview')
}
