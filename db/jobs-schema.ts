import { type LogFunctionFactory, Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { JOBS_ROLE } from './roles'

/** The schema that graphile-worker keeps its queue in, apart from the app's own tables. */
export const JOBS_SCHEMA = 'jobs'

const SILENT: LogFunctionFactory = () => () => {}

/**
 * Brings the queue's own tables up to the installed graphile-worker, as the owner, and lets the jobs' role (and nobody
 * else) work them. graphile-worker turns row-level security on for its tables, so that role needs a policy on each.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, schema: JOBS_SCHEMA, logger: new Logger(SILENT) })
  const owner = postgres(ownerUrl, { max: 1, connect_timeout: 15, onnotice: () => {} })
  try {
    await owner.unsafe(`
      grant usage on schema ${JOBS_SCHEMA} to ${JOBS_ROLE};
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${JOBS_ROLE};
      grant usage on all sequences in schema ${JOBS_SCHEMA} to ${JOBS_ROLE};
      revoke execute on all functions in schema ${JOBS_SCHEMA} from public;
      grant execute on all functions in schema ${JOBS_SCHEMA} to ${JOBS_ROLE};
      do $$
      declare queue_table regclass;
      begin
        for queue_table in
          select c.oid::regclass from pg_class c
          where c.relnamespace = '${JOBS_SCHEMA}'::regnamespace and c.relkind = 'r' and c.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')
        loop
          execute format('create policy worker on %s to ${JOBS_ROLE} using (true) with check (true)', queue_table);
        end loop;
      end $$;`)
  } finally {
    await owner.end({ timeout: 5 })
  }
}
