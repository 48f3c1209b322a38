import type { Page } from '@playwright/test'

/**
 * Everything on a page that the browser complains about, and whatever it asks another site for. Returns what takes the
 * complaints that have come since it was last asked.
 */
export async function complaintsOn(page: Page, origin: string): Promise<() => string[]> {
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
