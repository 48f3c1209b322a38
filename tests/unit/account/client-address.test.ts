import { describe, expect, test } from 'vitest'
import { clientAddressIn } from '@/lib/io/client-address'

describe('the network address of a client', () => {
  test.each([
    // Without a proxy the list is the socket's own address.
    ['203.0.113.7', 0, '203.0.113.7'],
    ['::ffff:203.0.113.7', 0, '203.0.113.7'],
    // One proxy wrote the last entry; what stands before it is the client's own invention.
    ['6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    // An IPv6 subscriber has a whole /64 to change addresses in.
    ['2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', 0, '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::9%eth0', 0, '2001:db8:1:2::/64'],
    ['::1', 0, '0:0:0:0::/64'],
    // Fewer entries than proxies: somebody has gone round one of them.
    ['203.0.113.7', 3, null],
    ['unknown', 0, null],
    ['', 0, null],
    [null, 1, null],
  ])('%j behind %i proxies is %j', (header, hops, address) => {
    expect(clientAddressIn(header, hops)).toBe(address)
  })
})
