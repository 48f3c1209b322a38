import Link from 'next/link'

/** Views of the same thing, each with a URL of its own. */
export function Tabs({
  label,
  items,
}: {
  label: string
  items: { href: string; label: string; count?: number | undefined; isCurrent: boolean }[]
}) {
  return (
    <nav aria-label={label} className="mb-5 border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {items.map((item) => (
          <li key={item.href} className="flex-none">
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.isCurrent ? 'page' : undefined}
              className="-mb-px inline-flex min-h-10 items-center gap-1.5 border-b-2 border-transparent text-mute no-underline -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {item.label}
              {item.count !== undefined && <span className="text-sm text-mute">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
