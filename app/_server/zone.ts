import 'server-only'
import type { SignedIn } from './auth'
import { guessedZone } from './auth/guessed-zone'

/** The IANA zone that a page's clocks show: the person's own, or what a visitor's browser reported. */
export async function viewerZone(viewer: SignedIn | null): Promise<string> {
  return viewer?.timeZone ?? guessedZone()
}
