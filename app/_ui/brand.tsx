import Link from 'next/link'

/** A chromosome with one marked band: a locus. The season ribbon draws the same figure lying down. */
export function BrandMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 14 26" className={className} aria-hidden="true">
      <path
        className="fill-accent"
        d="M1 6a6 6 0 0 1 12 0v2.4c0 1.9-1.1 3.7-3 4.6 1.9.9 3 2.7 3 4.6V20A6 6 0 0 1 1 20v-2.4c0-1.9 1.1-3.7 3-4.6-1.9-.9-3-2.7-3-4.6z"
      />
      <path className="fill-panel" d="M1 17h12v3.4H1z" />
    </svg>
  )
}

export function BrandLink({ href }: { href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex items-center gap-2 rounded-md text-lg font-semibold tracking-tight text-ink no-underline"
    >
      <BrandMark className="h-6 w-3.5" />
      Locus
    </Link>
  )
}
