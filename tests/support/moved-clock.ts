import type postgres from 'postgres'
import { vi } from 'vitest'
import type { Instant } from '@/lib/dates/calendar-date'

export type MovedClock = { set: (at: Instant) => Promise<void>; end: () => void }

/**
 * Moves the clock of this process and of its database together. The database's functions `now` and `clock_timestamp` are
 * found in a schema of the test's own before those of PostgreSQL, by whoever connects afterwards; no code of the app knows
 * of it.
 */
export async function movedClock(owner: postgres.Sql): Promise<MovedClock> {
  await owner.unsafe(`
    create schema moved;
    grant usage on schema moved to public;
    create table moved.clock (ahead interval not null);
    insert into moved.clock values ('0');
    grant select on moved.clock to public;
    create function moved.clock_timestamp() returns timestamptz language sql volatile
      as 'select pg_catalog.clock_timestamp() + ahead from moved.clock';
    create function moved.now() returns timestamptz language sql volatile
      as 'select pg_catalog.now() + ahead from moved.clock';`)
  const [database] = await owner<{ name: string }[]>`select current_database() as name`
  await owner.unsafe(`alter database ${database?.name} set search_path = moved, pg_catalog, public`)
  vi.useFakeTimers({ toFake: ['Date'] })
  return {
    async set(at) {
      vi.setSystemTime(at)
      await owner`update moved.clock set ahead = ${at}::timestamptz - pg_catalog.clock_timestamp()`
    },
    end: () => void vi.useRealTimers(),
  }
}
