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
                <NavLink href={item.href} label={spoken(item)} className="nav-link">
                  {item.icon}
                  <span>{item.label}</span>
                  {item.count !== undefined && <span className="nav-count">{item.count}</span>}
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
    <NavLink href={item.href} label={spoken(item)} className="nav-tab">
      {item.icon}
      <span>{item.label}</span>
    </NavLink>
  )
}
