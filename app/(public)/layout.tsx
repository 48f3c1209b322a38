import type { ReactNode } from 'react'
import { PersonFrame } from '@/app/_frame/person-frame'
import { VisitorFrame } from '@/app/_frame/visitor-frame'
import { getViewer } from '@/app/_server/auth'

/** The same pages for everyone; who has a session keeps their navigation round them. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  return viewer ? (
    <PersonFrame viewer={viewer}>{children}</PersonFrame>
  ) : (
    <VisitorFrame>{children}</VisitorFrame>
  )
}
