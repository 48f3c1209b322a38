import type { ReactNode } from 'react'
import { VisitorFrame } from '@/app/_frame/visitor-frame'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <VisitorFrame width="narrow">{children}</VisitorFrame>
}
