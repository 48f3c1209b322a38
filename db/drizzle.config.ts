import { defineConfig } from 'drizzle-kit'

/** Used only to write migrations from the schema (`npm run db:generate`); it never connects. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
})
