import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { believeSocketsOnly } from '@/lib/io/socket-address'

const server = createServer((request, response) => response.end(String(request.headers['x-forwarded-for'])))

beforeAll(async () => {
  believeSocketsOnly()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => new Promise((done) => server.close(done)))

test('with no proxy in front, a client cannot choose the address that its attempts are counted under', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const headers of [{}, { 'x-forwarded-for': '6.6.6.6' }, { 'X-Forwarded-For': '6.6.6.6, 7.7.7.7' }]) {
    expect(await (await fetch(url, { headers })).text()).toBe('127.0.0.1')
  }
})
