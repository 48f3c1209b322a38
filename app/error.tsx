'use client'
import { ErrorNotice } from './_ui/error-notice'

export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return <ErrorNotice digest={error.digest} retry={retry} />
}
