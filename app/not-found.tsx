import type { Metadata } from 'next'
import { NothingHere } from './_frame/nothing-here'
import { PublicShell } from './_ui/public-shell'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses that no route knows. A missing row is said by its own folder, which has a frame round it already. */
export default function NotFound() {
  return (
    <PublicShell>
      <NothingHere />
    </PublicShell>
  )
}
