import type { Page } from '@playwright/test'
import { pageRoutes } from '../support/e2e/routes'
import { expect, test } from '../support/e2e/test'

const MISSING = '/no-such-page'

/** Everything on a page that the browser complained about, and whatever it asked another site for. */
async function complaintsOn(page: Page, origin: string): Promise<() => string[]> {
  let complaints: string[] = []
  await page.exposeBinding('tellViolation', (_source, text: string) => complaints.push(text))
  await page.addInitScript(() => {
    const { tellViolation } = window as unknown as { tellViolation: (text: string) => void }
    document.addEventListener('securitypolicyviolation', (event) => {
      tellViolation(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`)
    })
  })
  page.on('console', (message) => {
    // The browser says of a missing page that it is missing.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin)
      complaints.push(`third party: ${request.url()}`)
  })
  return () => {
    const said = complaints
    complaints = []
    return said
  }
}

/** A theme is an attribute and its colours: to look at the pages in both once is enough. */
const LOOKS = [
  ['signed in', 'light'],
  ['signed in', 'dark'],
  ['signed out', 'light'],
] as const

for (const [who, theme] of LOOKS) {
  test(`no page breaks the policy or asks another site, ${who}, ${theme}`, async ({
    page,
    context,
    people,
    signInAs,
    origin,
  }) => {
    test.setTimeout(180_000)
    const ana = await people.memberAtWork()
    if (who === 'signed in') await signInAs(ana)
    await context.addCookies([{ name: 'theme', value: theme, url: origin }])
    const complaints = await complaintsOn(page, origin)
    for (const path of [...pageRoutes(ana.work).map((route) => route.path), MISSING]) {
      await page.goto(path, { waitUntil: 'load' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      // Charts are style attributes and the menu is a popover: what the policy might refuse is opened too.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
        for (const popover of document.querySelectorAll<HTMLElement>('[popover]')) popover.showPopover()
      })
      expect(complaints(), path).toEqual([])
    }
  })
}

test('the policy would have been seen to refuse', async ({ page, origin }) => {
  const complaints = await complaintsOn(page, origin)
  await page.goto('/')
  await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="x" onerror="alert(1)"><img src="http://localhost:9/beacon.gif">'
    document.body.append(script)
  })
  await expect.poll(() => complaints().join('\n')).toMatch(/policy: (?:img-src|script-src-attr) refused/)
})

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
        'referrer-policy': 'same-origin',
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
