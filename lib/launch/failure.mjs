import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something the person can mend. The message is one sentence that says how; it is all that they are shown. */
export class LaunchError extends Error {}

const FULL = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i

/** Turns what went wrong into one sentence. `where` is the folder that was being written. */
export function asSentence(error, where) {
  if (error instanceof LaunchError) return error.message
  const text = `${error?.code ?? ''} ${error?.message ?? error}`
  if (FULL.test(text)) return fullDisk(where)
  if (/EACCES|EPERM|EROFS/.test(text)) {
    return `Locus may not write to ${error.path ?? where}: start it as the user that this folder belongs to.`
  }
  const message = String(error?.message ?? error).split('\n')[0]
  return `Locus could not start (${message}): ${keepDetail(error, where)}`
}

/** A fault that nobody foresaw is a bug: its trace goes to a file for whoever reports it, not to the person. */
function keepDetail(error, where) {
  const file = join(where, 'start-failure.log')
  try {
    writeFileSync(file, `${error?.detail ?? error?.stack ?? error}\n`, { mode: 0o600 })
    return `please report this with ${file}.`
  } catch {
    return 'please report this.'
  }
}

export function mentionsFullDisk(text) {
  return FULL.test(text)
}

export function fullDisk(where) {
  return `The disk that holds ${where} is full: free some space and start again.`
}

/** Refuses early, with numbers, where a step would run out of disk half-way. */
export function requireSpace(folder, megabytes, purpose) {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free >= megabytes) return
  throw new LaunchError(
    `The disk that holds ${folder} is full: ${free} MB are free and ${purpose} needs ${megabytes} MB; free some space and start again.`,
  )
}
