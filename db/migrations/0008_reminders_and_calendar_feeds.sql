CREATE TABLE "calendar_feeds" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reminder_clocks" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone,
	"next_look_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "reminder_deliveries" (
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"on_date" date NOT NULL,
	"step" integer NOT NULL,
	"mail_id" uuid NOT NULL,
	"title" text NOT NULL,
	"at" timestamp with time zone,
	"href" text NOT NULL,
	"is_projected" boolean NOT NULL,
	CONSTRAINT "reminder_deliveries_once" PRIMARY KEY("applicant_id","kind","thing_id","on_date","step"),
	CONSTRAINT "reminder_deliveries_kind_known" CHECK ("reminder_deliveries"."kind" in ('season', 'exam', 'checklist', 'interview', 'follow_up'))
);
--> statement-breakpoint
CREATE TABLE "reminder_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"for_date" date NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'claimed' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "reminder_mails_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "reminder_mails_kind_known" CHECK ("reminder_mails"."kind" in ('digest', 'urgent', 'test')),
	CONSTRAINT "reminder_mails_state_known" CHECK ("reminder_mails"."state" in ('claimed', 'sent', 'released')),
	CONSTRAINT "reminder_mails_sent_when" CHECK (("reminder_mails"."state" = 'sent') = ("reminder_mails"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"is_digest_on" boolean DEFAULT true NOT NULL,
	"is_urgent_on" boolean DEFAULT true NOT NULL,
	"kinds_off" text[] DEFAULT '{}'::text[] NOT NULL,
	"ladder" integer[] DEFAULT '{30,14,7,3,1}'::int[] NOT NULL,
	"digest_hour" integer DEFAULT 8 NOT NULL,
	"quiet_from" integer DEFAULT 21 NOT NULL,
	"quiet_until" integer DEFAULT 7 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_settings_hours" CHECK ("reminder_settings"."digest_hour" between 0 and 23 and "reminder_settings"."quiet_from" between 0 and 23 and "reminder_settings"."quiet_until" between 0 and 23),
	CONSTRAINT "reminder_settings_ladder" CHECK (cardinality("reminder_settings"."ladder") <= 10 and 0 <= all("reminder_settings"."ladder") and 365 >= all("reminder_settings"."ladder"))
);
--> statement-breakpoint
CREATE TABLE "reminder_things" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"steps" integer[],
	"snoozed_until" date,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_things_kind_known" CHECK ("reminder_things"."kind" in ('season', 'exam', 'checklist', 'interview', 'follow_up')),
	CONSTRAINT "reminder_things_steps" CHECK (cardinality("reminder_things"."steps") <= 10 and 0 <= all("reminder_things"."steps") and 365 >= all("reminder_things"."steps")),
	CONSTRAINT "reminder_things_id_length" CHECK (char_length("reminder_things"."thing_id") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "worker_marks" (
	"key" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_clocks" ADD CONSTRAINT "reminder_clocks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_deliveries" ADD CONSTRAINT "reminder_deliveries_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_deliveries" ADD CONSTRAINT "reminder_deliveries_mail_fk" FOREIGN KEY ("mail_id","applicant_id") REFERENCES "public"."reminder_mails"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "reminder_mails" ADD CONSTRAINT "reminder_mails_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_things" ADD CONSTRAINT "reminder_things_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_hash" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "reminder_clocks_next" ON "reminder_clocks" USING btree ("next_look_at");--> statement-breakpoint
CREATE INDEX "reminder_deliveries_mail" ON "reminder_deliveries" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_mails_one_digest_a_day" ON "reminder_mails" USING btree ("applicant_id","for_date") WHERE "reminder_mails"."kind" = 'digest' and "reminder_mails"."state" <> 'released';--> statement-breakpoint
CREATE INDEX "reminder_mails_applicant" ON "reminder_mails" USING btree ("applicant_id","claimed_at");--> statement-breakpoint
CREATE INDEX "reminder_mails_waiting" ON "reminder_mails" USING btree ("claimed_at") WHERE "reminder_mails"."state" = 'claimed';--> statement-breakpoint
CREATE INDEX "reminder_mails_sent" ON "reminder_mails" USING btree ("sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_things_once" ON "reminder_things" USING btree ("applicant_id","kind","thing_id");--> statement-breakpoint
-- Background jobs log in as locus_jobs (or as a member of it). That role sees one person's rows at a time, and only to
-- read: the person whom a job is about is set as app.viewer by db/access.ts. Across people it sees the jobs' own tables
-- (when to look, which mail waits), which hold nothing that a person wrote.
GRANT USAGE ON SCHEMA public TO locus_jobs;
--> statement-breakpoint
-- Used by migrations only: lets jobs read the rows of the person whom they are about.
CREATE FUNCTION app_open_to_jobs(target regclass, owner_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  EXECUTE format('CREATE POLICY jobs ON %s FOR SELECT TO locus_jobs USING (%I = (SELECT public.app_viewer()))',
    target, owner_column);
  EXECUTE format('GRANT SELECT ON %s TO locus_jobs', target);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_open_to_jobs(regclass, text) FROM PUBLIC;
--> statement-breakpoint
SELECT app_lock_owned('reminder_settings', 'applicant_id', 'reminders'),
       app_lock_owned('reminder_things', 'applicant_id', 'reminders'),
       app_lock_owned('reminder_clocks', 'applicant_id', 'reminders'),
       app_lock_owned('reminder_mails', 'applicant_id', 'reminders'),
       app_lock_owned('reminder_deliveries', 'applicant_id', 'reminders'),
       app_lock_owned('calendar_feeds', 'applicant_id', 'reminders'),
       app_lock('worker_marks');
--> statement-breakpoint
SELECT app_open_to_jobs('reminder_settings', 'applicant_id'), app_open_to_jobs('reminder_things', 'applicant_id'),
       app_open_to_jobs('cycles', 'applicant_id'), app_open_to_jobs('list_entries', 'applicant_id'),
       app_open_to_jobs('exam_attempts', 'applicant_id'), app_open_to_jobs('interviews', 'applicant_id'),
       app_open_to_jobs('interview_slots', 'applicant_id');
--> statement-breakpoint
CREATE POLICY jobs ON reminder_clocks TO locus_jobs USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY jobs ON reminder_mails TO locus_jobs USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY jobs ON reminder_deliveries TO locus_jobs
  USING (applicant_id = (SELECT app_viewer())) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY jobs ON worker_marks TO locus_jobs USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY jobs ON users FOR SELECT TO locus_jobs USING (id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY jobs ON seasons FOR SELECT TO locus_jobs USING (true);
--> statement-breakpoint
CREATE POLICY jobs ON season_events FOR SELECT TO locus_jobs USING (true);
--> statement-breakpoint
CREATE POLICY jobs ON programs FOR SELECT TO locus_jobs USING (owner_id IS NULL OR owner_id = (SELECT app_viewer()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reminder_clocks, reminder_mails TO locus_jobs;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON reminder_deliveries TO locus_jobs;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_marks TO locus_jobs;
--> statement-breakpoint
GRANT SELECT ON seasons, season_events, programs TO locus_jobs;
--> statement-breakpoint
-- Never the password's hash.
GRANT SELECT (id, kind, email, time_zone) ON users TO locus_jobs;
--> statement-breakpoint
-- Gives every member a clock, so that they are looked at. Returns how many were new.
CREATE FUNCTION app_start_clocks() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH made AS (
    INSERT INTO public.reminder_clocks (applicant_id)
    SELECT u.id FROM public.users u
    WHERE u.kind = 'member' AND NOT EXISTS (SELECT FROM public.reminder_clocks c WHERE c.applicant_id = u.id)
    ON CONFLICT DO NOTHING RETURNING 1
  ) SELECT count(*) FROM made
$$;
--> statement-breakpoint
-- Forgets what is past its time: guests unseen for 90 days with all their rows (which follow by foreign key), sessions and
-- links that ended a week ago, windows of attempts that are over, workers that are no more. The privacy page names the days.
CREATE FUNCTION app_clean_up() RETURNS TABLE (guests int, sessions int, links int, limits int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  DELETE FROM public.users WHERE id IN (
    SELECT u.id FROM public.users u
    WHERE u.kind = 'guest' AND u.last_seen_at < now() - interval '90 days'
    FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS guests = ROW_COUNT;
  DELETE FROM public.sessions s
  WHERE least(coalesce(s.revoked_at, 'infinity'), s.expires_at) < now() - interval '7 days';
  GET DIAGNOSTICS sessions = ROW_COUNT;
  DELETE FROM public.auth_tokens t
  WHERE least(coalesce(t.used_at, 'infinity'), t.expires_at) < now() - interval '7 days';
  GET DIAGNOSTICS links = ROW_COUNT;
  DELETE FROM public.rate_limits WHERE resets_at < now();
  GET DIAGNOSTICS limits = ROW_COUNT;
  DELETE FROM public.worker_marks WHERE key LIKE 'worker:%' AND at < now() - interval '7 days';
  RETURN NEXT;
END
$$;
--> statement-breakpoint
-- The one way in which the web process asks for work: by the name of a task, which takes no payload. What there is to do
-- stands in the tables.
CREATE FUNCTION app_enqueue(task text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  IF task IS DISTINCT FROM 'remind' THEN
    RAISE insufficient_privilege USING MESSAGE = 'this task cannot be asked for';
  END IF;
  PERFORM jobs.add_job(task, payload => '{}'::json, job_key => task);
END
$$;
--> statement-breakpoint
-- Whose calendar a hashed address opens, or no row. The address is the secret, as a session's id is.
CREATE FUNCTION app_feed_owner(hash text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  UPDATE public.calendar_feeds f SET last_read_at = now() WHERE f.token_hash = hash RETURNING f.applicant_id
$$;
--> statement-breakpoint
-- How the background work goes, for /api/health: instants only.
CREATE FUNCTION app_work_health()
RETURNS TABLE (worker_seen_at timestamptz, reminders_sent_at timestamptz, waiting_since timestamptz, mail_failing_since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT (SELECT max(m.at) FROM public.worker_marks m WHERE m.key LIKE 'worker:%'),
         (SELECT max(r.sent_at) FROM public.reminder_mails r),
         (SELECT min(r.claimed_at) FROM public.reminder_mails r WHERE r.state = 'claimed'),
         (SELECT m.since FROM public.worker_marks m WHERE m.key = 'mail_failing')
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_start_clocks(), app_clean_up(), app_enqueue(text), app_feed_owner(text), app_work_health() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_start_clocks(), app_clean_up() TO locus_jobs;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_enqueue(text), app_feed_owner(text), app_work_health() TO locus_app;
