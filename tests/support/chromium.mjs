import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * For each window Chromium 156 draws two pages of its own for the address bar, which nobody sees here and which cost
 * as much as the tests. It heeds the last list of features alone: Playwright's own is repeated before them.
 */
const WITHOUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/** What a browser in a container or under root needs, and nothing that phones home during a test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join()}`,
]

/** The browser to test with: the one that is named, one on the path, or Playwright's own; null where there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && existsSync(join(folder, name))) return join(folder, name)
    }
  }
  const { chromium } = await import('@playwright/test')
  const cached = chromium.executablePath()
  return existsSync(cached) ? cached : null
}

/** Whether it shows a page, which a browser that lacks a library does not. */
export function canStart(path) {
  const { status, stdout } = spawnSync(
    path,
    ['--headless', ...CHROMIUM_FLAGS, '--dump-dom', 'data:text/html,<p>it-starts</p>'],
    { encoding: 'utf8', timeout: 60_000 },
  )
  return status === 0 && stdout.includes('it-starts')
}

/** Finds a browser that starts, installing one where there is none. Throws a sentence with the command to run. */
export async function ensureChromium(root) {
  const found = await findChromium()
  if (found && canStart(found)) return found
  if (!process.env.CHROMIUM_PATH) {
    installChromium(root)
    const installed = await findChromium()
    if (installed && canStart(installed)) return installed
  }
  throw new Error(
    found
      ? `${found} does not start: as an administrator run "apt-get install -y --reinstall chromium", or set CHROMIUM_PATH to a Chromium that does.`
      : 'No Chromium can be found or installed for the browser tests: as an administrator run "apt-get install -y chromium", or set CHROMIUM_PATH.',
  )
}

function installChromium(root) {
  if (process.getuid?.() === 0) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-q'], options)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
    return
  }
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', cwd: root })
}
