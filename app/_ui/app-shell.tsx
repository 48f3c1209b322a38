import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { BrandLink } from './brand'
import { FocusKeeper } from './focus-keeper'
import { NavColumn } from './nav-column'
import { type NavGroup, spokenName } from './nav-item'
import { NavLink } from './nav-link'
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
  const tabs = groups.flatMap(({ items }) => items.filter(({ isPrimary }) => isPrimary)).slice(0, 4)
  const column = groups.map(({ items, ...group }) => ({
    ...group,
    items: items.map(({ icon: _, ...item }) => item),
  }))
  return (
    <div className="shell lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <header className="no-print flex items-center justify-between border-b border-line px-4 py-2.5 lg:hidden">
        <BrandLink href={homeHref} />
      </header>

      {/* One navigation for both: a popover is hidden by the browser's own style only, so a wide screen shows it in place. */}
      <nav
        aria-label="Main"
        id="main-menu"
        popover="auto"
        className="sheet fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none flex-col overflow-y-auto rounded-t-xl border-t border-line bg-panel p-4 pb-[calc(1rem+env(safe-area-inset-bottom))] text-ink lg:sticky lg:inset-auto lg:top-0 lg:flex lg:h-dvh lg:max-h-none lg:rounded-none lg:border-t-0 lg:border-r lg:bg-paper lg:px-3 lg:py-5"
      >
        <div className="-mt-1 mb-1 flex items-center justify-between pl-2.5 lg:mt-0 lg:pb-4">
          <BrandLink href={homeHref} />
          <button
            type="button"
            popoverTarget="main-menu"
            popoverTargetAction="hide"
            className="min-h-11 rounded-md px-3 font-medium text-accent lg:hidden"
          >
            Close
          </button>
        </div>
        <NavColumn groups={column} />
        {account && <div className="mt-auto px-2.5 pt-6 text-sm text-mute">{account}</div>}
      </nav>

      <div className="min-w-0 px-4 pb-20 sm:px-6 lg:px-10 lg:pb-0 print:pb-0">
        <div className="mx-auto max-w-6xl">
          {banner && (
            <aside aria-label="About this account" className="no-print pt-4 lg:pt-6">
              {banner}
            </aside>
          )}
          <main id="main" tabIndex={-1} className="pt-5 outline-none lg:pt-8 print:pt-0">
            {children}
          </main>
          <FocusKeeper />
          <SiteFooter {...(footerLinks && { links: footerLinks })} />
        </div>
      </div>

      <nav
        aria-label="Shortcuts"
        className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {tabs.map((item) => (
          <NavLink key={item.href} href={item.href} label={spokenName(item)} className="nav-tab">
            {item.icon}
            <span>{item.label}</span>
          </NavLink>
        ))}
        <button type="button" popoverTarget="main-menu" className="nav-tab">
          <Menu aria-hidden="true" />
          <span>More</span>
        </button>
      </nav>
    </div>
  )
}
