import 'server-only'
import { cookies } from 'next/headers'
import { DEFAULT_ZONE, isZone, modernZone } from '@/lib/dates/zones'

/** The zone that the browser reported through app/_ui/zone-probe.tsx, or null before its script has run. */
export async function reportedZone(): Promise<string | null> {
  const told = (await cookies()).get('tz')?.value
  return isZone(told) ? modernZone(told) : null
}

/** The reported zone, or the default until someone says theirs. */
export async function guessedZone(): Promise<string> {
  return (await reportedZone()) ?? DEFAULT_ZONE
}
