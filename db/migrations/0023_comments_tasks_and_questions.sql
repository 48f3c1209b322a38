-- Which section a note belongs to, by what it is about; null for what cannot be spoken of. lib/notes/target.ts says the same.
CREATE FUNCTION app_note_section(kind text, target text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$
  SELECT CASE kind
    WHEN 'entry' THEN 'list'
    WHEN 'letter' THEN 'documents'
    WHEN 'paragraph' THEN 'documents'
    WHEN 'practice' THEN 'exams'
    WHEN 'attempt' THEN 'exams'
    WHEN 'item' THEN 'checklist'
    WHEN 'interview' THEN 'interviews'
    WHEN 'question' THEN 'any'
    WHEN 'section' THEN CASE WHEN target IN ('exams', 'list', 'documents', 'checklist') THEN target END
  END
$$;
--> statement-breakpoint
CREATE TABLE "comment_threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"mentor_id" uuid,
	"section" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"anchor" text DEFAULT '' NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_threads_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "comment_threads_kind_known" CHECK ("comment_threads"."kind" in ('entry', 'letter', 'practice', 'attempt', 'item', 'interview', 'paragraph', 'section', 'question')),
	CONSTRAINT "comment_threads_section_known" CHECK ("comment_threads"."section" in ('profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist', 'any')),
	CONSTRAINT "comment_threads_section_of_kind" CHECK ("comment_threads"."section" = app_note_section("comment_threads"."kind", "comment_threads"."target_id")),
	CONSTRAINT "comment_threads_anchor_of_kind" CHECK (("comment_threads"."kind" = 'paragraph') = ("comment_threads"."anchor" <> '')),
	CONSTRAINT "comment_threads_resolved_by" CHECK (("comment_threads"."resolved_at" is null) = ("comment_threads"."resolved_by" is null)),
	CONSTRAINT "comment_threads_lengths" CHECK (char_length("target_id") between 1 and 120 and char_length("anchor") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"earlier" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_side_known" CHECK ("comments"."side" in ('applicant', 'mentor')),
	CONSTRAINT "comments_length" CHECK (char_length("body") <= 4000),
	CONSTRAINT "comments_removed_is_empty" CHECK (("comments"."removed_at" is null) = ("comments"."body" <> '')),
	CONSTRAINT "comments_history_is_short" CHECK (jsonb_typeof("earlier") = 'array' and jsonb_array_length("earlier") <= 3),
	CONSTRAINT "comments_removed_history" CHECK ("comments"."removed_at" is null or "comments"."earlier" = '[]'::jsonb)
);
--> statement-breakpoint
CREATE TABLE "mentor_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"mentor_id" uuid,
	"text" text NOT NULL,
	"place" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"closed_on" date,
	"asked_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentor_questions_state_known" CHECK ("mentor_questions"."state" in ('open', 'answered', 'dropped')),
	CONSTRAINT "mentor_questions_closed_when" CHECK (("mentor_questions"."state" = 'open') = ("mentor_questions"."closed_on" is null)),
	CONSTRAINT "mentor_questions_lengths" CHECK (char_length("text") between 1 and 500 and char_length("outcome") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "note_deliveries" (
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "note_deliveries_once" PRIMARY KEY("applicant_id","kind","note_id"),
	CONSTRAINT "note_deliveries_kind_known" CHECK ("note_deliveries"."kind" in ('comment', 'task', 'task_answer', 'question'))
);
--> statement-breakpoint
CREATE TABLE "suggested_tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'suggested' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"item_id" uuid,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggested_tasks_state_known" CHECK ("suggested_tasks"."state" in ('suggested', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "suggested_tasks_decided_when" CHECK (("suggested_tasks"."state" = 'suggested') = ("suggested_tasks"."decided_at" is null)),
	CONSTRAINT "suggested_tasks_item_of_accepted" CHECK ("suggested_tasks"."item_id" is null or "suggested_tasks"."state" = 'accepted'),
	CONSTRAINT "suggested_tasks_reason_of_declined" CHECK ("suggested_tasks"."reason" = '' or "suggested_tasks"."state" = 'declined'),
	CONSTRAINT "suggested_tasks_lengths" CHECK (char_length("title") between 1 and 200 and char_length("note") <= 1000 and char_length("reason") <= 300)
);
--> statement-breakpoint
ALTER TABLE "reminder_mails" DROP CONSTRAINT "reminder_mails_kind_known";--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD COLUMN "is_notes_on" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD COLUMN "notes_off" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_fk" FOREIGN KEY ("thread_id","applicant_id") REFERENCES "public"."comment_threads"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "mentor_questions" ADD CONSTRAINT "mentor_questions_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_questions" ADD CONSTRAINT "mentor_questions_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_deliveries" ADD CONSTRAINT "note_deliveries_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_deliveries" ADD CONSTRAINT "note_deliveries_mail_fk" FOREIGN KEY ("mail_id","applicant_id") REFERENCES "public"."reminder_mails"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "suggested_tasks" ADD CONSTRAINT "suggested_tasks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_tasks" ADD CONSTRAINT "suggested_tasks_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_tasks" ADD CONSTRAINT "suggested_tasks_thread_fk" FOREIGN KEY ("thread_id","applicant_id") REFERENCES "public"."comment_threads"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_threads_once" ON "comment_threads" USING btree ("applicant_id","mentor_id","kind","target_id",md5("anchor"));--> statement-breakpoint
CREATE INDEX "comment_threads_mentor" ON "comment_threads" USING btree ("mentor_id","applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_form" ON "comments" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_questions_form" ON "mentor_questions" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "mentor_questions_order" ON "mentor_questions" USING btree ("applicant_id","place");--> statement-breakpoint
CREATE INDEX "mentor_questions_mentor" ON "mentor_questions" USING btree ("mentor_id","asked_at");--> statement-breakpoint
CREATE INDEX "note_deliveries_mail" ON "note_deliveries" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suggested_tasks_form" ON "suggested_tasks" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "suggested_tasks_thread" ON "suggested_tasks" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "suggested_tasks_item" ON "suggested_tasks" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_mails_one_of_notes_a_day" ON "reminder_mails" USING btree ("applicant_id","for_date") WHERE "reminder_mails"."kind" = 'notes' and "reminder_mails"."state" <> 'released';--> statement-breakpoint
ALTER TABLE "reminder_mails" ADD CONSTRAINT "reminder_mails_kind_known" CHECK ("reminder_mails"."kind" in ('digest', 'urgent', 'test', 'notes'));--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_notes_known" CHECK ("reminder_settings"."notes_off" <@ array['comment', 'task', 'task_answer', 'question']::text[]);--> statement-breakpoint
-- Between this applicant and this mentor: whether the grant opens the section now, to read or to comment. Either of the two
-- may ask, nobody else; 'any' is open with any section at all.
CREATE FUNCTION app_note_grant(applicant uuid, mentor uuid, section text, deed text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  IF deed NOT IN ('read', 'comment') OR section IS NULL THEN RETURN false; END IF;
  IF public.app_viewer() = mentor THEN
    IF section = 'any' THEN
      RETURN applicant = ANY (public.app_readable('cycles')) AND (deed = 'read' OR EXISTS (
        SELECT FROM public.app_accesses() a WHERE a.applicant_id = applicant AND cardinality(a.comment_sections) > 0));
    END IF;
    RETURN applicant = ANY (CASE deed WHEN 'comment' THEN public.app_commentable(section) ELSE public.app_readable(section) END);
  ELSIF public.app_viewer() = applicant THEN
    RETURN EXISTS (
      SELECT FROM public.app_standing_of_grants(NULL, applicant, NULL) s JOIN public.grants g ON g.id = s.grant_id
      WHERE s.mentor_id = mentor
        AND CASE WHEN section = 'any' THEN cardinality(g.comment_sections || CASE deed WHEN 'read' THEN g.read_sections END) > 0
          ELSE section = ANY (g.comment_sections || CASE deed WHEN 'read' THEN g.read_sections END) END
        AND NOT (section IN ('contacts', 'interviews', 'rank') AND s.is_in_conflict));
  END IF;
  RETURN false;
END
$$;
--> statement-breakpoint
-- Whether what is spoken of is this applicant's, is still there, and is not behind the mask for the one who asks. It says
-- nothing of grants.
CREATE FUNCTION app_note_target(applicant uuid, kind text, target text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  id_text text := CASE WHEN target LIKE 'own.%' THEN substr(target, 5) ELSE target END;
  row_id uuid := CASE WHEN id_text ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' THEN id_text::uuid END;
  masked boolean := public.app_viewer() IS DISTINCT FROM applicant AND applicant = ANY (public.app_masked());
BEGIN
  RETURN CASE kind
    WHEN 'entry' THEN EXISTS (
      SELECT FROM public.list_entries e WHERE e.id = row_id AND e.applicant_id = applicant AND e.removed_at IS NULL
        AND (NOT masked OR e.id = ANY (public.app_open_entries())))
    WHEN 'letter' THEN EXISTS (SELECT FROM public.letters l WHERE l.id = row_id AND l.applicant_id = applicant)
    WHEN 'paragraph' THEN EXISTS (
      SELECT FROM public.statements s WHERE s.id = row_id AND s.applicant_id = applicant AND s.removed_at IS NULL
        AND (NOT masked OR s.id <> ALL (public.app_masked_statements())))
    WHEN 'practice' THEN EXISTS (
      SELECT FROM public.practice_results p WHERE p.id = row_id AND p.applicant_id = applicant AND p.removed_at IS NULL)
    WHEN 'attempt' THEN EXISTS (SELECT FROM public.exam_attempts a WHERE a.id = row_id AND a.applicant_id = applicant)
    WHEN 'interview' THEN EXISTS (SELECT FROM public.interviews i WHERE i.id = row_id AND i.applicant_id = applicant)
    WHEN 'item' THEN CASE
      WHEN target LIKE 'own.%' THEN NOT masked AND EXISTS (
        SELECT FROM public.checklist_items c WHERE c.id = row_id AND c.applicant_id = applicant)
      ELSE target ~ '^[a-z0-9_]+([.][a-z0-9_]+)?$' END
    WHEN 'question' THEN EXISTS (
      SELECT FROM public.mentor_questions q WHERE q.id = row_id AND q.applicant_id = applicant
        AND public.app_viewer() IN (q.applicant_id, q.mentor_id))
    WHEN 'section' THEN public.app_note_section(kind, target) IS NOT NULL
    ELSE false
  END;
END
$$;
--> statement-breakpoint
-- Both at once: whether this applicant and this mentor may speak of this thing ('comment': the mentor may write).
CREATE FUNCTION app_note_open(applicant uuid, mentor uuid, kind text, target text, deed text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  RETURN coalesce(
    public.app_note_grant(applicant, mentor, public.app_note_section(kind, target), deed)
      AND public.app_note_target(applicant, kind, target)
      AND (kind <> 'question' OR EXISTS (
        SELECT FROM public.mentor_questions q WHERE q.id::text = lower(target) AND q.applicant_id = applicant AND q.mentor_id = mentor)),
    false);
END
$$;
--> statement-breakpoint
SELECT app_lock('comment_threads'), app_lock('comments'), app_lock('suggested_tasks'), app_lock('mentor_questions');
--> statement-breakpoint
-- Threads: the applicant sees all of theirs, a mentor their own while the grant opens what they hang on.
CREATE POLICY own ON comment_threads FOR SELECT TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own_start ON comment_threads FOR INSERT TO locus_app
  WITH CHECK (applicant_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'read'));
--> statement-breakpoint
CREATE POLICY own_change ON comment_threads FOR UPDATE TO locus_app
  USING (applicant_id = (SELECT app_viewer())) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own_removal ON comment_threads FOR DELETE TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY mentor ON comment_threads FOR SELECT TO locus_app
  USING (mentor_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'read'));
--> statement-breakpoint
CREATE POLICY mentor_start ON comment_threads FOR INSERT TO locus_app
  WITH CHECK (mentor_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'comment'));
--> statement-breakpoint
CREATE POLICY mentor_change ON comment_threads FOR UPDATE TO locus_app
  USING (mentor_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'comment'))
  WITH CHECK (mentor_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'comment'));
--> statement-breakpoint
-- Comments: seen with their thread, written in one's own name on one's own side, changed and taken back by their author.
CREATE POLICY seen ON comments FOR SELECT TO locus_app
  USING (EXISTS (SELECT FROM comment_threads t WHERE t.id = thread_id));
--> statement-breakpoint
CREATE POLICY written ON comments FOR INSERT TO locus_app
  WITH CHECK (author_id = (SELECT app_viewer()) AND EXISTS (
    SELECT FROM comment_threads t WHERE t.id = thread_id AND t.applicant_id = comments.applicant_id
      AND CASE side WHEN 'applicant' THEN t.applicant_id = author_id ELSE t.mentor_id = author_id END
      AND app_note_open(t.applicant_id, t.mentor_id, t.kind, t.target_id, CASE side WHEN 'mentor' THEN 'comment' ELSE 'read' END)));
--> statement-breakpoint
CREATE POLICY changed ON comments FOR UPDATE TO locus_app
  USING (author_id = (SELECT app_viewer()) AND EXISTS (
    SELECT FROM comment_threads t WHERE t.id = thread_id
      AND (side = 'applicant' OR app_note_open(t.applicant_id, t.mentor_id, t.kind, t.target_id, 'comment'))))
  WITH CHECK (author_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own_removal ON comments FOR DELETE TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
-- Suggested tasks: the mentor of the thread suggests and may withdraw, the applicant answers.
CREATE POLICY seen ON suggested_tasks FOR SELECT TO locus_app
  USING (EXISTS (SELECT FROM comment_threads t WHERE t.id = thread_id));
--> statement-breakpoint
CREATE POLICY suggested ON suggested_tasks FOR INSERT TO locus_app
  WITH CHECK (state = 'suggested' AND EXISTS (
    SELECT FROM comment_threads t WHERE t.id = thread_id AND t.applicant_id = suggested_tasks.applicant_id
      AND t.mentor_id = (SELECT app_viewer()) AND app_note_open(t.applicant_id, t.mentor_id, t.kind, t.target_id, 'comment')));
--> statement-breakpoint
CREATE POLICY answered ON suggested_tasks FOR UPDATE TO locus_app
  USING (applicant_id = (SELECT app_viewer()) AND state <> 'withdrawn')
  WITH CHECK (applicant_id = (SELECT app_viewer()) AND state IN ('suggested', 'accepted', 'declined'));
--> statement-breakpoint
CREATE POLICY withdrawn ON suggested_tasks FOR UPDATE TO locus_app
  USING (state = 'suggested' AND EXISTS (
    SELECT FROM comment_threads t WHERE t.id = thread_id AND t.mentor_id = (SELECT app_viewer())
      AND app_note_open(t.applicant_id, t.mentor_id, t.kind, t.target_id, 'comment')))
  WITH CHECK (state = 'withdrawn' AND EXISTS (
    SELECT FROM comment_threads t WHERE t.id = thread_id AND t.mentor_id = (SELECT app_viewer())));
--> statement-breakpoint
CREATE POLICY own_removal ON suggested_tasks FOR DELETE TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
-- Questions: the applicant's own, a guest's too, put to nobody but those who were let in once; a mentor sees theirs.
CREATE POLICY own ON mentor_questions TO locus_app
  USING (applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir()))
  WITH CHECK ((applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir()))
    AND (mentor_id IS NULL OR EXISTS (
      SELECT FROM grants g WHERE g.applicant_id = mentor_questions.applicant_id AND g.mentor_id = mentor_questions.mentor_id)));
--> statement-breakpoint
CREATE POLICY mentor ON mentor_questions FOR SELECT TO locus_app
  USING (mentor_id = (SELECT app_viewer()) AND applicant_id = ANY ((SELECT app_readable('cycles'))::uuid[]));
--> statement-breakpoint
SELECT app_lock_owned('note_deliveries', 'applicant_id', 'reminders');
--> statement-breakpoint
-- What was said, by whom and about what never changes; only what is named here does.
GRANT SELECT, INSERT, DELETE ON comment_threads, comments, suggested_tasks TO locus_app;
--> statement-breakpoint
GRANT UPDATE (resolved_at, resolved_by) ON comment_threads TO locus_app;
--> statement-breakpoint
GRANT UPDATE (body, earlier, edited_at, removed_at, version) ON comments TO locus_app;
--> statement-breakpoint
GRANT UPDATE (state, reason, decided_at, item_id) ON suggested_tasks TO locus_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mentor_questions TO locus_app;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_note_grant(uuid, uuid, text, text), app_note_target(uuid, text, text),
  app_note_open(uuid, uuid, text, text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_note_grant(uuid, uuid, text, text), app_note_target(uuid, text, text),
  app_note_open(uuid, uuid, text, text, text) TO locus_app, locus_jobs;
--> statement-breakpoint
-- Mails about notes: jobs see what the person whom they are about sees, with the grants as they are at that moment.
CREATE POLICY jobs ON comment_threads FOR SELECT TO locus_jobs
  USING (applicant_id = (SELECT app_viewer())
    OR mentor_id = (SELECT app_viewer()) AND app_note_open(applicant_id, mentor_id, kind, target_id, 'read'));
--> statement-breakpoint
CREATE POLICY jobs ON comments FOR SELECT TO locus_jobs USING (EXISTS (SELECT FROM comment_threads t WHERE t.id = thread_id));
--> statement-breakpoint
CREATE POLICY jobs ON suggested_tasks FOR SELECT TO locus_jobs
  USING (EXISTS (SELECT FROM comment_threads t WHERE t.id = thread_id));
--> statement-breakpoint
CREATE POLICY jobs ON mentor_questions FOR SELECT TO locus_jobs
  USING (applicant_id = (SELECT app_viewer())
    OR mentor_id = (SELECT app_viewer()) AND app_note_grant(applicant_id, mentor_id, 'any', 'read'));
--> statement-breakpoint
CREATE POLICY jobs ON grants FOR SELECT TO locus_jobs
  USING (applicant_id = (SELECT app_viewer())
    OR mentor_id = (SELECT app_viewer()) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > statement_timestamp()));
--> statement-breakpoint
CREATE POLICY jobs ON note_deliveries TO locus_jobs
  USING (applicant_id = (SELECT app_viewer())) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
-- Of a comment its words are not a job's to read.
GRANT SELECT (id, applicant_id, thread_id, side, removed_at, created_at) ON comments TO locus_jobs;
--> statement-breakpoint
GRANT SELECT (id, applicant_id, thread_id, state, decided_at, created_at) ON suggested_tasks TO locus_jobs;
--> statement-breakpoint
GRANT SELECT (id, applicant_id, mentor_id, state, asked_at) ON mentor_questions TO locus_jobs;
--> statement-breakpoint
GRANT SELECT (id, applicant_id, mentor_id, section, kind, target_id) ON comment_threads TO locus_jobs;
--> statement-breakpoint
GRANT SELECT (id, applicant_id, mentor_id, applicant_name, mentor_name, created_at, expires_at, revoked_at) ON grants TO locus_jobs;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON note_deliveries TO locus_jobs;
