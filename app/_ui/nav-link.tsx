'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/**
 * A link of the navigation that knows whether it leads to the page one is on. A client leaf because a layout is not
 * rendered again on navigation; the server's first HTML is marked all the same. It also closes the phone's menu.
 */
export function NavLink({
  href,
  className,
  label,
  children,
}: {
  href: string
  className: string
  label?: string | undefined
  children: ReactNode
}) {
  const path = usePathname()
  const isCurrent = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
    </Link>
  )
}
