import type { ReactNode } from 'react'
import { PublicShell } from '@/app/_ui/public-shell'
import { ZoneProbe } from '@/app/_ui/zone-probe'

/** The frame for whoever holds a link: nobody is signed in here, whoever else this browser may be. */
export default function LinkLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell>
      <ZoneProbe />
      {children}
    </PublicShell>
  )
}
