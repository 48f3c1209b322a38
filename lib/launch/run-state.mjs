import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, isSame } from './processes.mjs'

/**
 * One launcher per data folder. Its file says who runs, where it can be reached, and which processes it started, so
 * that the next start can end what a killed one left behind.
 */
export async function claim(folder, mode) {
  const file = join(folder, 'run.json')
  const mine = { pid: process.pid, birth: birthOf(process.pid), mode, url: null, children: [] }
  const half = `${file}.${process.pid}`
  writeFileSync(half, JSON.stringify(mine))
  try {
    linkSync(half, file)
    rmSync(half)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const other = read(file)
    if (other && isSame(other)) {
      rmSync(half)
      return { other }
    }
    renameSync(half, file)
    mine.left = other?.children ?? []
    // Two starts may both have found the same dead launcher; the one whose file stays goes on.
    await pause(100)
    const winner = read(file)
    if (winner?.pid !== process.pid) return { other: winner }
  }
  return { mine, left: mine.left ?? [], keep: keeper(file, mine) }
}

function keeper(file, mine) {
  const write = () => {
    const half = `${file}.${process.pid}`
    const { pid, birth, mode, url, children } = mine
    writeFileSync(half, JSON.stringify({ pid, birth, mode, url, children }))
    renameSync(half, file)
  }
  return {
    add(name, pid) {
      const child = { name, pid, birth: birthOf(pid) }
      mine.children.push(child)
      write()
      return child
    },
    remove(pid) {
      mine.children = mine.children.filter((one) => one.pid !== pid)
      write()
    },
    reachableAt(url) {
      mine.url = url
      write()
    },
    /** From here on the address leads nowhere; another start waits for our end. */
    leaving() {
      mine.url = null
      write()
    },
    release() {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Waits until the other launcher can be reached; null when it ends before. */
export async function addressOf(folder, other) {
  const file = join(folder, 'run.json')
  for (;;) {
    const now = read(file)
    if (now?.pid !== other.pid || !isSame(other)) return null
    if (now.url) return now.url
    await pause(200)
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
