import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fullDisk, LaunchError, mentionsFullDisk, requireSpace } from './failure.mjs'
import { ended, listenTo } from './processes.mjs'

const NEEDED_MB = 1500
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The environment of everything that is started: it finds this Node even when the caller's was empty. */
export function baseEnvironment() {
  const path = [dirname(process.execPath), process.env.PATH || PATH].join(delimiter)
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1' }
}

/** True when what is installed is what `package-lock.json` asks for on this machine. */
export function isInstalled(root) {
  const wanted = readJson(join(root, 'package-lock.json'))
  const found = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  const isStamped = readText(stampFile(root)) === stamp(root)
  return Object.entries(wanted.packages).every(([path, pkg]) => {
    if (path === '' || pkg.link) return true
    const there = found.packages[path]
    if (!there) return pkg.optional === true && (isStamped || !isForHere(pkg))
    return (
      there.version === pkg.version &&
      there.integrity === pkg.integrity &&
      existsSync(join(root, path, 'package.json'))
    )
  })
}

/** Installs exactly what the lock file says. `onChild` lets the launcher end npm when it is itself asked to end. */
export async function install(root, onChild) {
  requireSpace(root, NEEDED_MB, 'installing the packages')
  const [command, ...args] = findNpm()
  const child = spawn(
    command,
    [...args, 'ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      env: baseEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  onChild(child)
  const said = listenTo(child)
  const { code, error } = await ended(child)
  if (error) {
    throw new LaunchError('npm was not found beside Node: install npm, or run npm ci --include=dev yourself.')
  }
  if (code !== 0) throw new LaunchError(whyNpmFailed(said.text, root))
  writeFileSync(stampFile(root), stamp(root))
}

function whyNpmFailed(text, root) {
  if (mentionsFullDisk(text)) return fullDisk(root)
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(text)) {
    return 'The packages could not be fetched: connect this machine to the internet for its first start, and start again.'
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    return `Locus may not write to ${join(root, 'node_modules')}: start it as the user that this folder belongs to.`
  }
  const reason = text
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((line) => line && !/^code /.test(line))
  return `The packages could not be installed (${reason ?? 'npm gave no reason'}): run npm ci --include=dev to see more.`
}

/** The npm that came with this Node first: `PATH` may be empty, or hold another one. */
function findNpm() {
  const bin = dirname(process.execPath)
  const scripts = [
    process.env.npm_execpath,
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
  ]
  const script = scripts.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  return script ? [process.execPath, script] : ['npm']
}

function isForHere(pkg) {
  if (!pkg.os && !pkg.cpu) return false
  return (
    fits(pkg.os, process.platform) && fits(pkg.cpu, process.arch) && (!pkg.libc || fits(pkg.libc, libc()))
  )
}

let knownLibc

/** Asked only when a package minds: the report takes a while. */
function libc() {
  knownLibc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return knownLibc
}

function fits(list, value) {
  if (!list) return true
  return list.includes(value) || (list.every((one) => one.startsWith('!')) && !list.includes(`!${value}`))
}

/** Optional packages that this machine cannot have are not tried again at each start. */
function stamp(root) {
  const lock = createHash('sha256')
    .update(readText(join(root, 'package-lock.json')) ?? '')
    .digest('hex')
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}`
}

function stampFile(root) {
  return join(root, 'node_modules', '.locus-stamp')
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
