import { existsSync, mkdirSync, writeFileSync } from 'node:fs'

const UNLISTED = { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' }

/** The other headers, the Content-Security-Policy among them, change per request: proxy.ts sets those. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Addresses hold ids and capability tokens. Not `no-referrer`, which would also blank the Origin that actions check.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
}

const appUrl = process.env.APP_URL
const buildFolder = process.env.LOCUS_BUILD || '.next'

/**
 * Next adds its build folder to the TypeScript settings it is given. For another folder than the usual one these are
 * settings of its own, outside the folder since a build empties it, so that a test run leaves the checkout as it was.
 */
function typescriptSettings() {
  if (buildFolder === '.next') return 'tsconfig.json'
  const file = `.locus/tsconfig-${buildFolder.replace(/[^A-Za-z0-9]+/g, '-')}.json`
  if (!existsSync(file)) {
    mkdirSync('.locus', { recursive: true })
    writeFileSync(file, JSON.stringify({ extends: '../tsconfig.json', include: [] }))
  }
  return file
}

/** @type {import('next').NextConfig} */
export default {
  // Tests and benchmarks build into a folder of their own, never over the pages that a person is being served.
  distDir: buildFolder,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm test` checks types, over tests too; a person who starts Locus need not wait for that, nor be stopped by it.
  typescript: { ignoreBuildErrors: true, tsconfigPath: typescriptSettings() },
  serverExternalPackages: ['@node-rs/argon2', 'pino'],
  // Behind a proxy the Host header may be an inner name; the address that people type is allowed as well.
  experimental: { serverActions: { allowedOrigins: appUrl ? [new URL(appUrl).host] : [] } },
  async headers() {
    return [
      { source: '/:path*', headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
      { source: '/invite/:path*', headers: [UNLISTED] },
      // Its address alone opens somebody's pages. It has no form, so no action asks for an Origin.
      { source: '/look/:path*', headers: [UNLISTED, { key: 'Referrer-Policy', value: 'no-referrer' }] },
    ]
  },
}
