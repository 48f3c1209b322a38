import { writeSync } from 'node:fs'
import postgres from 'postgres'

// A client in a process of its own: saves one guest after another as the app does, and prints a name only once the
// database has answered that it is saved. Ends when the database goes away.
const [url, label] = process.argv.slice(2)
const sql = postgres(url, { max: 1, connect_timeout: 5 })
process.on('uncaughtException', () => process.exit(0))

for (let count = 0; ; count += 1) {
  const name = `${label}, row ${String(count).padStart(5, '0')}`
  await sql.begin(async (tx) => {
    await tx`select set_config('app.actor', 'auth', true)`
    await tx`insert into users (kind, name) values ('guest', ${name})`
  })
  writeSync(1, `${name}\n`)
}
