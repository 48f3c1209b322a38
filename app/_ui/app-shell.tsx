import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { BrandLink } from './brand'
import { NavColumn, type NavGroup, NavTab } from './nav-item'
import { type FooterLink, SiteFooter } from './site-footer'

/**
 * The frame round every page of a person with a cycle. Wide screens have the navigation at the side; phones a bottom bar
 * with the items marked primary and a sheet with everything, opened by a popover button that needs no script.
 * `account` is the foot of the navigation (who is signed in, sign out); `banner` stands above the page (a guest's "sign
 * up to keep this").
 */
export function AppShell({
  groups,
  homeHref = '/home',
  account,
  banner,
  footerLinks,
  children,
}: {
  groups: NavGroup[]
  homeHref?: string
  account?: ReactNode
  banner?: ReactNode
  footerLinks?: FooterLink[]
  children: ReactNode
}) {
  const tabs = groups.flatMap((group) => group.items.filter((item) => item.isPrimary)).slice(0, 4)
  return (
    <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <header className="no-print flex items-center justify-between border-b border-line px-4 py-2.5 lg:hidden">
        <BrandLink href={homeHref} />
      </header>

      <nav
        aria-label="Main"
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line px-3 py-5 lg:flex"
      >
        <div className="px-2.5 pb-5">
          <BrandLink href={homeHref} />
        </div>
        <NavColumn groups={groups} />
        {account && <div className="mt-auto px-2.5 pt-6 text-sm text-mute">{account}</div>}
      </nav>

      <div className="min-w-0 px-4 pb-20 sm:px-6 lg:px-10 lg:pb-0">
        <div className="mx-auto max-w-6xl">
          {banner && <div className="no-print pt-4 lg:pt-6">{banner}</div>}
          <main id="main" tabIndex={-1} className="pt-5 outline-none lg:pt-8">
            {children}
          </main>
          <SiteFooter {...(footerLinks && { links: footerLinks })} />
        </div>
      </div>

      <nav
        aria-label="Shortcuts"
        className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {tabs.map((item) => (
          <NavTab key={item.href} item={item} />
        ))}
        <button
          type="button"
          popoverTarget="main-menu"
          className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs text-mute"
        >
          <Menu className="size-5" aria-hidden="true" />
          <span>More</span>
        </button>
      </nav>

      <div
        id="main-menu"
        popover="auto"
        className="sheet fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none overflow-y-auto rounded-t-xl border-t border-line bg-panel p-4 pb-[calc(1rem+env(safe-area-inset-bottom))] text-ink shadow-float"
      >
        <nav aria-label="All pages">
          <NavColumn groups={groups} />
        </nav>
        {account && <div className="mt-5 border-t border-line px-2.5 pt-4 text-sm text-mute">{account}</div>}
        <div className="mt-4 text-right">
          <button
            type="button"
            popoverTarget="main-menu"
            popoverTargetAction="hide"
            className="min-h-11 rounded-md px-4 font-medium text-accent"
          >
            Close
          </button>
        </div>
      </div>
    </div>
  )
}
