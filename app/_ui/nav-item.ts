import type { ReactNode } from 'react'

export type NavItem = {
  href: string
  label: string
  /** A number worth knowing before one goes there; `countLabel` says of what ("programs"). */
  count?: number | undefined
  countLabel?: string
  /** Has a place in the phone's bottom bar, where its icon is shown: four at most. */
  isPrimary?: boolean
  icon?: ReactNode
}

export type NavGroup = { label?: string; items: NavItem[] }

/** The name of an item as it is read out: 'List, 18 programs'. */
export function spokenName({ label, count, countLabel }: Omit<NavItem, 'icon'>): string | undefined {
  return count === undefined ? undefined : `${label}, ${count}${countLabel ? ` ${countLabel}` : ''}`
}
