import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, ended, stopGroup, stopPostgres } from './processes.mjs'

const RESTARTS = 5
const STEADY_MS = 60_000
const SLOWEST_MS = 60_000
const WATCH_MS = 2_000
const WITH_NPM_MS = 200

/**
 * Watches over the processes that serve, in the order in which they were started, and ends them in the other order:
 * the web first, the database last. What ends by itself is started again, a few times.
 */
export class Supervisor {
  isStopping = false
  /** Of the embedded server, which is nobody's child: it may outlive a launcher that was killed. */
  postgresPid = null
  #run
  #report
  #kept = []
  #passing = new Set()
  #booting = null

  constructor(run, report) {
    this.#run = run
    this.#report = report
  }

  listenForSignals() {
    // The terminal and npm may both send one; a repeated signal changes nothing.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => void this.stop(0))
    }
    if (process.env.npm_lifecycle_event) this.#endWithNpm()
  }

  /** An npm that is killed outright passes nothing on; going on unseen would surprise whoever ended it. */
  #endWithNpm() {
    const npm = process.ppid
    setInterval(() => process.ppid !== npm && void this.stop(0), WITH_NPM_MS).unref()
  }

  /** Notes a child of one step (npm, the build), so that it is ended with us or by the next start. */
  adopt(name, child) {
    const record = { ...this.#run.keep.add(name, child.pid), child }
    this.#passing.add(record)
    child.once('close', () => this.release(record))
    return record
  }

  release(record) {
    if (!this.#passing.delete(record) || this.isStopping) return
    this.#run.keep.remove(record.pid)
  }

  /** Boots the database and boots it again if the embedded server ever ends while we run. */
  async keepDatabase(boot) {
    this.#booting = boot()
    const booted = await this.#booting
    this.#booting = null
    this.postgresPid = booted.postgresPid
    if (this.isStopping) await forever()
    if (booted.postgresPid) this.#watchDatabase(boot, booted.appUrl)
    return booted
  }

  #watchDatabase(boot, appUrl) {
    const birth = birthOf(this.postgresPid)
    const timer = setInterval(() => {
      if (this.isStopping) return clearInterval(timer)
      if (birthOf(this.postgresPid) === birth) return
      clearInterval(timer)
      this.#report.say('The database ended unexpectedly; starting it again.')
      this.#databaseAgain(boot, appUrl).catch(async (error) => {
        console.error(error.message)
        await this.stop(1)
      })
    }, WATCH_MS)
    timer.unref()
  }

  async #databaseAgain(boot, appUrl) {
    const booted = await this.keepDatabase(boot)
    if (booted.appUrl === appUrl) return
    // Another program took the port in between; what serves the web still holds the old address.
    throw new Error('The database had to move to another port: start Locus again.')
  }

  /** Starts a process that is to run as long as we do; resolves when it is ready for the first time. */
  async keep(definition) {
    const kept = { definition, record: null, restarts: 0 }
    this.#kept.push(kept)
    try {
      await this.#start(kept)
    } catch (error) {
      if (definition.isVital !== false) throw error
      console.error(error.message)
      void this.#again(kept, 'it did not start', 0)
    }
  }

  async #start(kept) {
    if (this.isStopping) await forever()
    const started = await kept.definition.start()
    kept.record = this.#run.keep.add(kept.definition.name, started.child.pid)
    const since = Date.now()
    let isReady = false
    const { pid } = kept.record
    ended(started.child).then(({ code, signal }) => {
      this.#run.keep.remove(pid)
      if (!this.isStopping && isReady) void this.#again(kept, signal ?? `code ${code}`, Date.now() - since)
    })
    await kept.definition.ready(started)
    isReady = true
  }

  async #again(kept, how, lived) {
    const { title } = kept.definition
    kept.restarts = lived > STEADY_MS ? 1 : kept.restarts + 1
    const isVital = kept.definition.isVital !== false
    if (isVital && kept.restarts > RESTARTS) {
      console.error(`${title} keeps ending (${how}): see the messages above, then start again.`)
      return this.stop(1)
    }
    this.#report.say(`${title} ended unexpectedly (${how}); starting it again.`)
    await pause(Math.min(kept.restarts * 500, SLOWEST_MS))
    if (this.isStopping) return
    try {
      await this.#start(kept)
    } catch (error) {
      console.error(error.message)
      if (isVital) await this.stop(1)
      else await this.#again(kept, 'it did not start', 0)
    }
  }

  /** Ends everything in order and then this process, with `code`. */
  async stop(code) {
    if (this.isStopping) return
    this.isStopping = true
    this.#run.keep.leaving()
    for (const { record } of this.#kept.toReversed()) if (record) await stopGroup(record)
    // A boot under way is let through to where its server is known, or the server would stay behind.
    if (this.#booting) {
      const booted = await Promise.race([this.#booting.catch(() => null), pause(15_000)])
      this.postgresPid = booted?.postgresPid ?? this.postgresPid
    }
    for (const record of this.#passing) await stopGroup(record)
    if (this.postgresPid) await stopPostgres(this.postgresPid)
    this.#run.keep.release()
    process.exit(code)
  }
}

/** Once we are asked to end, no further step begins; `stop` ends the process. */
function forever() {
  return new Promise(() => {})
}
