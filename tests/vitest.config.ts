import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { forgetThePersonsSettings } from './support/clean-env.mjs'

// A developer's shell may name their own database; no test may find it.
forgetThePersonsSettings(process.env)
process.env.TZ = 'UTC'

const root = resolve(import.meta.dirname, '..')
// Server code says `import 'server-only'`, which throws unless this condition is set, as it is in Next.
const conditions = ['react-server', 'node', 'import', 'module', 'default']
const shared = {
  root,
  resolve: { alias: { '@': root }, conditions },
  // Node is started with these for packages left as they are, whichever way they are loaded: 'import' among them would
  // hand a CommonJS package (pg) the ES module of another.
  ssr: { resolve: { conditions: ['react-server', 'node'], externalConditions: ['react-server', 'node'] } },
}

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          execArgv: ['--conditions=react-server'],
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/db-global.ts'],
          setupFiles: ['tests/support/db-file.ts'],
          execArgv: ['--conditions=react-server'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'launch',
          include: ['tests/launch/**/*.test.ts'],
          globalSetup: ['tests/support/launch-global.ts'],
          execArgv: ['--conditions=react-server'],
          // Each starts and kills whole installations; two at once would only measure the machine.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
