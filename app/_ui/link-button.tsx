import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonKind, buttonLook } from './button-look'

/** A link that looks like a button: the next step of a page. `isDownload` keeps the browser from routing it in the page. */
export function LinkButton({
  href,
  kind = 'secondary',
  isSmall = false,
  isDownload = false,
  children,
}: {
  href: string
  kind?: ButtonKind
  isSmall?: boolean
  isDownload?: boolean
  children: ReactNode
}) {
  if (isDownload) {
    return (
      <a href={href} download className={buttonLook(kind, isSmall)}>
        {children}
      </a>
    )
  }
  return (
    <Link href={href} prefetch={false} className={buttonLook(kind, isSmall)}>
      {children}
    </Link>
  )
}
