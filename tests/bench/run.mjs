import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** `npm run bench`: everything it starts (a cluster, two builds, two servers, a browser) is its own and ends with it. */
const root = resolve(import.meta.dirname, '../..')
const tsx = resolve(root, 'node_modules/tsx/dist/cli.mjs')
const child = spawn(
  process.execPath,
  [tsx, '--conditions=react-server', resolve(import.meta.dirname, 'main.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
child.on('exit', (code) => process.exit(code ?? 1))
