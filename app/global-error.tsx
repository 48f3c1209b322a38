'use client'
import './globals.css'
import { ErrorNotice } from './_ui/error-notice'

/** Stands in for the root layout when that itself failed, so it brings its own <html>. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>Locus</title>
        <ErrorNotice digest={error.digest} retry={reset} />
      </body>
    </html>
  )
}
