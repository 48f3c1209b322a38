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
      {/* On a phone many tabs move sideways: four lines of them would push the page below its first screen. */}
      <ul className="flex gap-x-5 max-sm:overflow-x-auto sm:flex-wrap">
        {items.map((item) => (
          <li key={item.href} className="flex-none">
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.isCurrent ? 'page' : undefined}
              className="inline-flex sm:-mb-px min-h-10 items-center gap-1.5 border-b-2 border-transparent text-mute no-underline -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
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
