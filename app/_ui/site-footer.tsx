import Link from 'next/link'

export type FooterLink = { href: string; label: string }

const LINKS: FooterLink[] = [
  { href: '/method', label: 'How fit and timing are computed' },
  { href: '/season', label: 'Season calendar' },
  { href: '/programs', label: 'Program catalogue' },
  { href: '/privacy', label: 'Privacy' },
]

/** At the foot of every page: where the rules, the dates and the promises are written. */
export function SiteFooter({ links = LINKS }: { links?: FooterLink[] }) {
  return (
    <footer className="no-print mt-16 border-t border-line pt-5 pb-8 text-sm text-mute">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="inline-block py-0.5 text-mute underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose">
        Locus explains and plans. It gives no legal advice and never states a chance of matching.
      </p>
    </footer>
  )
}
