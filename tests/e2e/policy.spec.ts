import { pageRoutes } from '../support/e2e/routes'
import { expect, test } from '../support/e2e/test'

const MISSING = '/no-such-page'

test('every answer says how it may be used, and every script carries the nonce of its answer', async ({
  people,
  request,
}) => {
  const ana = await people.memberAtWork()
  const cookie = `${ana.cookie.name}=${ana.cookie.value}`
  for (const path of [...pageRoutes(ana.work).map((route) => route.path), MISSING]) {
    const nonces = new Set<string>()
    for (const headers of [{}, { cookie }, { cookie }] as Record<string, string>[]) {
      const response = await request.get(path, { headers, maxRedirects: 0 })
      const said = response.headers()
      expect(said, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        // A link for reading is its own secret: no address that a page of it leads to may learn it.
        'referrer-policy': path.startsWith('/look/') ? 'no-referrer' : 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
      expect(said['x-powered-by'], path).toBeUndefined()
      const policy = said['content-security-policy'] ?? ''
      expect(policy, path).toContain("object-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).not.toMatch(/script-src[^;]*(?:unsafe-inline|unsafe-eval|\*)/)
      const nonce = /script-src[^;]*'nonce-([^']+)'[^;]*'strict-dynamic'/.exec(policy)?.[1] ?? ''
      expect(nonce.length, path).toBeGreaterThan(20)
      expect(nonces.has(nonce), `${path} repeats a nonce`).toBe(false)
      nonces.add(nonce)
      // What a shared cache kept would carry an old nonce, or another person's page.
      expect(said['cache-control'], path).toMatch(/no-store|private/)
      const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      if (response.status() !== 307) expect(scripts.length, path).toBeGreaterThan(0)
      for (const tag of scripts) expect(tag, path).toContain(`nonce="${nonce}"`)
    }
  }
})
