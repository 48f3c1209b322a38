import 'server-only'
import type { AuthScope } from '../access'
import { users } from '../schema'

/** Starts a guest: a person without an address. `zone` is a guess until they confirm it. */
export async function addGuest(
  scope: AuthScope,
  { zone, isSample = false }: { zone: string; isSample?: boolean },
): Promise<string> {
  const [row] = await scope.tx
    .insert(users)
    .values({ kind: 'guest', timeZone: zone, isSample })
    .returning({ id: users.id })
  if (!row) throw new Error('A guest was not stored')
  return row.id
}
