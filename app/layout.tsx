import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

/** Not preloaded: codes and links in monospace are rare, and a phone abroad should not pay 70 kB for them on each page. */
const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

export const metadata: Metadata = {
  title: { default: 'Locus', template: '%s · Locus' },
  description:
    'Plan a medical genetics residency from abroad: exam dates against the season, a program list with every reason, and what is not known yet.',
  applicationName: 'Locus',
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f1' },
    { media: '(prefers-color-scheme: dark)', color: '#171613' },
  ],
}

/** The cookie `theme` (light, dark; anything else follows the system) is read here, so no script has to set it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const stored = (await cookies()).get('theme')?.value
  const theme = stored === 'light' || stored === 'dark' ? stored : undefined
  return (
    <html
      lang="en"
      data-theme={theme}
      // Smooth within a page; a new page begins at its place at once.
      data-scroll-behavior="smooth"
      className={`${GeistSans.variable} ${geistMono.variable}`}
    >
      <body className="min-h-dvh font-sans">
        <a
          href="#main"
          className="sr-only rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
        >
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  )
}
