import type { ReactNode } from 'react'
import { NavLink } from './nav-link'

export type NavItem = {
  href: string
  label: string
  icon?: ReactNode
  /** A number worth knowing before one goes there; `countLabel` says of what ("programs"). */
  count?: number | undefined
  countLabel?: string
  /** Has a place in the phone's bottom bar: four at most. */
  isPrimary?: boolean
}

export type NavGroup = { label?: string; items: NavItem[] }

function spoken({ label, count, countLabel }: NavItem): string | undefined {
  return count === undefined ? undefined : `${label}, ${count}${countLabel ? ` ${countLabel}` : ''}`
}

/** The groups as a column: the desktop's side and the phone's sheet. */
export function NavColumn({ groups }: { groups: NavGroup[] }) {
  return (
    <div className="space-y-5">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label && <p className="px-2.5 pb-1 text-xs text-mute">{group.label}</p>}
          <ul className="space-y-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  label={spoken(item)}
                  className="flex min-h-8.5 items-center gap-2.5 rounded-md px-2.5 py-1 text-mute no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:flex-none"
                >
                  {item.icon}
                  <span className="min-w-0 flex-1">{item.label}</span>
                  {item.count !== undefined && <span className="text-sm font-normal">{item.count}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** One cell of the phone's bottom bar. */
export function NavTab({ item }: { item: NavItem }) {
  return (
    <NavLink
      href={item.href}
      label={spoken(item)}
      className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs text-mute no-underline aria-[current]:font-semibold aria-[current]:text-accent [&_svg]:size-5"
    >
      {item.icon}
      <span>{item.label}</span>
    </NavLink>
  )
}
