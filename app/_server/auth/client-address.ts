import 'server-only'
import { headers } from 'next/headers'
import { clientAddressIn } from '@/lib/io/client-address'
import { env } from '@/lib/io/env'

/** The network address of whoever sent this request, as far as it can be believed, or null. */
export async function clientAddress(): Promise<string | null> {
  return clientAddressIn((await headers()).get('x-forwarded-for'), env().trustProxy)
}
