import Link from 'next/link'

/** A chromosome with one marked band: a locus. The season ribbon draws the same figure lying down. */
export function BrandMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 12 28" width="10" height="24" className={className} aria-hidden="true">
      <rect x="0" y="0" width="12" height="11" rx="5.5" className="fill-accent" />
      <rect x="0" y="10" width="12" height="18" rx="5.5" className="fill-accent" />
      <rect x="0" y="17" width="12" height="3.5" className="fill-paper" />
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
      <BrandMark className="h-6 w-2.5" />
      Locus
    </Link>
  )
}
