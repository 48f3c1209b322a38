'use client'
import './globals.css'
import { ErrorNotice } from './_ui/error-notice'

/** Stands in for the root layout when that itself failed, so it brings its own <html>. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>Locus</title>
        <ErrorNotice digest={error.digest} retry={retry} />
      </body>
    </html>
  )
}
