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

/** @type {import('next').NextConfig} */
export default {
  // Tests and benchmarks build into a folder of their own, never over the pages that a person is being served.
  distDir: process.env.LOCUS_BUILD || '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm test` checks types, over tests too; a person who starts Locus need not wait for that, nor be stopped by it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino'],
  // Behind a proxy the Host header may be an inner name; the address that people type is allowed as well.
  experimental: { serverActions: { allowedOrigins: appUrl ? [new URL(appUrl).host] : [] } },
  async headers() {
    return [{ source: '/:path*', headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) }]
  },
}
