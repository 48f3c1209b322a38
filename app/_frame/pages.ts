import type { NavGroup } from '@/app/_ui/nav-item'

/**
 * The pages of a person with a cycle as the navigation shows them: a page joins with one line, when it exists. What one
 * comes back to every day stands first, then what programs read of a person, then the way from a list to a rank order.
 */
export const PAGES: NavGroup[] = [
  {
    items: [
      { href: '/home', label: 'Home', isPrimary: true },
      { href: '/checklist', label: 'Checklist', isPrimary: true },
      { href: '/season', label: 'Season' },
      { href: '/cycles', label: 'Cycles' },
      { href: '/reminders', label: 'Reminders' },
    ],
  },
  {
    label: 'Your record',
    items: [
      { href: '/profile', label: 'Profile' },
      { href: '/exams', label: 'Exams', isPrimary: true },
      { href: '/documents', label: 'Documents' },
      { href: '/story', label: 'Story' },
    ],
  },
  {
    label: 'Applying',
    items: [
      { href: '/programs', label: 'Programs' },
      { href: '/list', label: 'List', isPrimary: true },
      { href: '/strategy', label: 'Strategy' },
      { href: '/contacts', label: 'Contacts' },
      { href: '/interviews', label: 'Interviews' },
      { href: '/rank', label: 'Rank list' },
      { href: '/soap', label: 'SOAP and offers' },
    ],
  },
  {
    label: 'People and account',
    items: [
      { href: '/mentors', label: 'Mentors' },
      { href: '/mentees', label: 'Mentees' },
      { href: '/settings', label: 'Settings' },
    ],
  },
]
