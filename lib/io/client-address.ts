import { isIP } from 'node:net'

/**
 * The client's network address from an X-Forwarded-For list whose last `hops` entries were written by proxies of ours;
 * with no proxy the list is the socket's own address. Null when it cannot be known. An IPv6 address is cut to its /64,
 * since one subscriber holds at least that many.
 */
export function clientAddressIn(forwardedFor: string | null | undefined, hops: number): string | null {
  const list = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  const address = list.at(-Math.max(1, hops)) ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return mapped
  if (isIP(mapped) === 6) return network(mapped)
  return null
}

function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
