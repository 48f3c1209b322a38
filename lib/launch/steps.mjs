/** What the person sees: one line per step with how long it took. */
export function steps(write = (line) => process.stdout.write(`${line}\n`)) {
  const begun = performance.now()
  return {
    /** Said before a step that takes long enough to wonder about. */
    begin(name, detail) {
      write(`  ${name.padEnd(10)} ${detail} ...`)
    },
    done(name, detail, ms) {
      write(`  ${name.padEnd(10)} ${detail} (${seconds(ms)})`)
    },
    /** Runs a step and reports it with the detail that it returns. */
    async time(name, work) {
      const since = performance.now()
      const detail = await work()
      this.done(name, detail, performance.now() - since)
    },
    say: write,
    total: () => seconds(performance.now() - begun),
  }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
