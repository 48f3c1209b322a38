import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.mjs'
import { forgetThePersonsSettings } from './support/clean-env.mjs'
import { newTestFolder } from './support/test-folders.mjs'

const root = resolve(import.meta.dirname, '..')

// Who writes a test against a server of their own (`npm run dev` too) names its port and its data folder.
const hasOwnServer = process.env.LOCUS_E2E_PORT !== undefined
// This file is read again by each worker, which must find the server that the first reading chose.
process.env.LOCUS_E2E_PORT ??= String(await freePort())
process.env.LOCUS_E2E_DATA ??= newTestFolder('e2e')
forgetThePersonsSettings(process.env)
// Fixtures use the app's server code, which says `import 'server-only'`; workers start with this condition.
process.env.NODE_OPTIONS = '--conditions=react-server'

const baseURL = `http://localhost:${process.env.LOCUS_E2E_PORT}`
const executablePath = await findChromium()

export default defineConfig({
  testDir: './e2e',
  outputDir: resolve(root, '.locus', 'test', 'e2e-results'),
  snapshotPathTemplate: '{testDir}/{testFilePath}-snapshots/{arg}{ext}',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  globalSetup: './support/e2e-global.ts',
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone-only/, use: { viewport: { width: 1280, height: 800 } } },
    // Journeys that are tagged @phone run once more on a small screen with a finger; by forms alone they are walked on
    // the large one, since a form's way without script does not hang on the screen.
    {
      name: 'phone',
      grep: /@phone/,
      grepInvert: /without JavaScript/,
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
    },
  ],
  webServer: {
    // The very command that people use, with a cluster, a build folder and a port of its own.
    command: 'node lib/launch/start.mjs',
    cwd: root,
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    reuseExistingServer: hasOwnServer,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: {
      PORT: process.env.LOCUS_E2E_PORT,
      LOCUS_DATA: process.env.LOCUS_E2E_DATA,
      LOCUS_BUILD: '.locus/test/build',
      NODE_OPTIONS: '',
    },
  },
})

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}
