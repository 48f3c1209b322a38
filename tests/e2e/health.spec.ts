import { expect, test } from '@playwright/test'

test('health says live and ready, whether a worker is there, and is never cached', async ({ request }) => {
  // Pages are served before the worker has said for the first time that it is there.
  await expect
    .poll(async () => (await (await request.get('/api/health')).json()).worker.running, { timeout: 30_000 })
    .toBe(true)
  const ready = await request.get('/api/health')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toEqual({
    live: true,
    ready: true,
    worker: { running: true, seenAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    reminders: { mail: 'not_configured', failingSince: null, waitingSince: null, lastSentAt: null },
  })
  expect(ready.headers()['cache-control']).toBe('no-store')
  const live = await request.get('/api/health?check=live')
  expect(await live.json()).toEqual({ live: true })
})
