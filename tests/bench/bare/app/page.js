import postgres from 'postgres'

export const dynamic = 'force-dynamic'

globalThis.barePool ??= postgres(process.env.DATABASE_APP_URL, { max: 10 })

/** The least that a dynamic page with one query can cost: what the app's pages are measured against. */
export default async function Page() {
  const rows = await globalThis.barePool`select year, label from seasons order by year`
  return (
    <main>
      <h1>Seasons</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.year}>{row.label}</li>
        ))}
      </ul>
    </main>
  )
}
