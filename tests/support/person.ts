import type postgres from 'postgres'

/** Saves a guest named `name` the way the app does: as its role, in a transaction, with the system actor set. */
export async function saveGuest(app: postgres.Sql, name: string): Promise<string> {
  return app.begin(async (tx) => {
    await tx`select set_config('app.actor', 'auth', true)`
    const [row] = await tx<{ id: string }[]>`
      insert into users (kind, name) values ('guest', ${name}) returning id`
    if (!row) throw new Error('nothing was inserted')
    return row.id
  })
}

/** The names of all guests, read in the same way. */
export async function listGuests(app: postgres.Sql): Promise<string[]> {
  return app.begin(async (tx) => {
    await tx`select set_config('app.actor', 'auth', true)`
    const rows = await tx<
      { name: string | null }[]
    >`select name from users where kind = 'guest' order by name`
    return rows.flatMap(({ name }) => (name === null ? [] : [name]))
  })
}
