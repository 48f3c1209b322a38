import type { Metadata } from 'next'
import { secretHash } from '@/app/_server/secret'
import { viewerZone } from '@/app/_server/zone'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { AskedPage, askedOf, looksOf, placesAt, readAsked } from '@/app/(app)/mentees/_read/one-address'
import { withLinkScope } from '@/db/access'
import { formatInZone } from '@/lib/dates/format'
import { now } from '@/lib/io/clock'

export const metadata: Metadata = {
  title: 'A look at an application',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

/** What the holder of a link reads. The token is the only thing that opens it; who else is signed in here does not count. */
export default async function LookPage({ params, searchParams }: PageProps<'/look/[token]'>) {
  const [{ token }, query] = await Promise.all([params, searchParams])
  const asked = askedOf(query)
  const clock = { now: now().toISOString(), zone: await viewerZone(null) }
  const viewer = { kind: 'link', tokenHash: secretHash(token) } as const
  const found = await withLinkScope(viewer, { looks: looksOf(asked) }, async (scope) => ({
    pages: await readAsked(scope, asked, clock),
    expiresAt: scope.access.expiresAt,
  }))
  // Said here and not by a 404, which is drawn by script.
  if (!found) return <Ended />
  return (
    <>
      <div className="mb-5">
        <Notice word="To read, for you alone">
          You were given this link; please do not pass it on. It reads and changes nothing, and ends
          {found.expiresAt === null ? '' : ` on ${formatInZone(found.expiresAt, clock.zone)}`}. The person
          whose application this is sees that the link was opened.
        </Notice>
      </div>
      <AskedPage found={found.pages} places={placesAt(`/look/${token}`)} />
    </>
  )
}

/** Revoked, over, cut short and never given read alike. */
function Ended() {
  return (
    <PageHeader
      title="This link has ended"
      lead="It was ended by the person who gave it to you, its time is over, or it was cut short on its way. Ask them for a new one."
    />
  )
}
