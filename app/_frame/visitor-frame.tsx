import type { ReactNode } from 'react'
import { LinkButton } from '@/app/_ui/link-button'
import { PublicShell } from '@/app/_ui/public-shell'
import { ZoneProbe } from '@/app/_ui/zone-probe'

const LINKS = [
  { href: '/programs', label: 'Programs' },
  { href: '/season', label: 'Season' },
  { href: '/method', label: 'Method' },
]

/** The frame for someone without a session. */
export function VisitorFrame({
  width = 'wide',
  children,
}: {
  width?: 'wide' | 'narrow'
  children: ReactNode
}) {
  return (
    <PublicShell
      links={LINKS}
      width={width}
      actions={
        <>
          <LinkButton href="/sign-in" kind="quiet" isSmall>
            Sign in
          </LinkButton>
          <LinkButton href="/home" isSmall>
            Start
          </LinkButton>
        </>
      }
    >
      <ZoneProbe />
      {children}
    </PublicShell>
  )
}
