import type { ReactNode } from 'react'
import { BrandLink } from './brand'
import { NavLink } from './nav-link'
import { type FooterLink, SiteFooter } from './site-footer'

/** The frame for everyone: landing, catalogue, season, method, privacy, sign-in. `actions` are sign in and try. */
export function PublicShell({
  links = [],
  actions,
  footerLinks,
  width = 'wide',
  children,
}: {
  links?: { href: string; label: string }[]
  actions?: ReactNode
  footerLinks?: FooterLink[]
  width?: 'wide' | 'narrow'
  children: ReactNode
}) {
  return (
    <div className="px-4 sm:px-6 lg:px-10">
      <div className="mx-auto max-w-6xl">
        <header className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
          <BrandLink href="/" />
          {links.length > 0 && (
            <nav aria-label="Main" className="order-3 -mx-2 w-full sm:order-none sm:w-auto">
              <ul className="flex flex-wrap gap-x-1">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <NavLink
                      href={href}
                      className="inline-flex min-h-9 items-center rounded-md px-2 text-mute no-underline hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
                    >
                      {label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
        <main id="main" tabIndex={-1} className="pt-6 outline-none sm:pt-10">
          {width === 'narrow' ? <div className="mx-auto max-w-md">{children}</div> : children}
        </main>
        <SiteFooter {...(footerLinks && { links: footerLinks })} />
      </div>
    </div>
  )
}
