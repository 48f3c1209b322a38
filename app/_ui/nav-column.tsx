'use client'
import { type NavGroup, spokenName } from './nav-item'
import { NavLink } from './nav-link'

/** The groups of the navigation: a column at the side, several abreast in the phone's sheet. Takes plain data in one piece: cheaper than a dozen links from the server. */
export function NavColumn({ groups }: { groups: NavGroup[] }) {
  return (
    <div className="space-y-4">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label && <p className="px-2.5 pb-1 text-xs text-mute">{group.label}</p>}
          <ul className="grid grid-cols-2 gap-px min-[22rem]:grid-cols-3 lg:grid-cols-1">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink href={item.href} label={spokenName(item)} className="nav-link">
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
