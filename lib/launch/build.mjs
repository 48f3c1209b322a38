import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fullDisk, LaunchError, mentionsFullDisk, requireSpace } from './failure.mjs'
import { ended, listenTo, spawnNode } from './processes.mjs'

const NEEDED_MB = 400
const FOLDERS = ['app', 'db', 'lib', 'public']
const FILES = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
/** Not part of what Next builds. */
const APART = ['db/migrations', 'lib/launch']

export function isBuilt(root, folder) {
  const stampFile = join(root, folder, 'locus-stamp')
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash(root)
}

/** Builds into `folder`, and marks it with the sources that it was made from once it is whole. */
export async function build(root, folder, env, onChild) {
  requireSpace(root, NEEDED_MB, 'building the pages')
  const stampFile = join(root, folder, 'locus-stamp')
  rmSync(stampFile, { force: true })
  const hash = sourcesHash(root)
  const child = spawnNode([nextBin(root), 'build'], { cwd: root, env: { ...env, NODE_ENV: 'production' } })
  onChild(child)
  const said = listenTo(child, 20_000)
  const { code } = await ended(child)
  if (code !== 0) {
    if (mentionsFullDisk(said.text)) throw new LaunchError(fullDisk(root))
    throw new LaunchError(
      `${said.text.trim()}\nThe pages could not be built: mend what is said above and start again.`,
    )
  }
  writeFileSync(stampFile, hash)
}

export function nextBin(root) {
  return join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
}

function sourcesHash(root) {
  const hash = createHash('sha256')
  const files = [
    ...FILES.filter((file) => existsSync(join(root, file))),
    ...FOLDERS.flatMap((one) => list(root, one)),
  ]
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function list(root, folder) {
  if (APART.includes(folder) || !existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return list(root, path)
      return entry.name.endsWith('.md') ? [] : [path]
    })
}
