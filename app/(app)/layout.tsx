import type { ReactNode } from 'react'
import { PersonFrame } from '@/app/_frame/person-frame'
import { getViewer } from '@/app/_server/auth'

export default async function AppLayout({ children }: { children: ReactNode }) {
  return <PersonFrame viewer={await getViewer()}>{children}</PersonFrame>
}
