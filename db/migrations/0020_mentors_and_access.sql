CREATE TABLE "cycle_closings" (
	"cycle_id" uuid PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"closed_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"learned" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cycle_closings_outcome_known" CHECK ("cycle_closings"."outcome" in ('matched', 'not_matched', 'withdrew', 'did_not_apply')),
	CONSTRAINT "cycle_closings_lengths" CHECK (char_length("cycle_closings"."note") <= 4000 and char_length("cycle_closings"."learned") <= 8000)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"email" text,
	"mentor_label" text NOT NULL,
	"applicant_name" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"read_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"comment_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"grant_expires_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"grant_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_read_known" CHECK ("invitations"."read_sections" <@ array['profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist']::text[]),
	CONSTRAINT "invitations_comment_known" CHECK ("invitations"."comment_sections" <@ array['profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist']::text[]),
	CONSTRAINT "invitations_lengths" CHECK (char_length("invitations"."email") <= 320 and char_length("invitations"."mentor_label") between 1 and 120
        and char_length("invitations"."applicant_name") between 1 and 120 and char_length("invitations"."message") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"mentor_id" uuid,
	"grant_id" uuid,
	"link_id" uuid,
	"looked_by" text NOT NULL,
	"what" text NOT NULL,
	"looked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "looks_by_known" CHECK ("looks"."looked_by" in ('mentor', 'link')),
	CONSTRAINT "looks_what_known" CHECK ("looks"."what" in ('profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist', 'roster'))
);
--> statement-breakpoint
CREATE TABLE "mentor_seats" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"institution" text,
	"program_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"institution_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentor_seats_lengths" CHECK (char_length("mentor_seats"."name") between 1 and 120 and char_length("mentor_seats"."institution") between 1 and 200 and cardinality("mentor_seats"."program_ids") <= 200),
	CONSTRAINT "mentor_seats_programs_have_institution" CHECK ("mentor_seats"."institution" is not null or cardinality("mentor_seats"."program_ids") = 0)
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"applicant_name" text NOT NULL,
	"read_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_links_read_known" CHECK ("share_links"."read_sections" <@ array['profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist']::text[]),
	CONSTRAINT "share_links_no_rank" CHECK (not ('rank' = any("share_links"."read_sections"))),
	CONSTRAINT "share_links_lengths" CHECK (char_length("share_links"."label") between 1 and 120 and char_length("share_links"."applicant_name") between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "cycles" DROP CONSTRAINT "cycles_outcome_known";--> statement-breakpoint
ALTER TABLE "cycles" DROP CONSTRAINT "cycles_closed_with_outcome";--> statement-breakpoint
ALTER TABLE "cycles" DROP CONSTRAINT "cycles_text_lengths";--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "applicant_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "mentor_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "mentor_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "mask_lifted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "cycle_closings" ADD CONSTRAINT "cycle_closings_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_closings" ADD CONSTRAINT "cycle_closings_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_link_id_share_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."share_links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_seats" ADD CONSTRAINT "mentor_seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cycle_closings_applicant" ON "cycle_closings" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_form" ON "invitations" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "invitations_applicant" ON "invitations" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_grant" ON "invitations" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "looks_applicant" ON "looks" USING btree ("applicant_id","looked_at");--> statement-breakpoint
CREATE INDEX "looks_mentor" ON "looks" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "looks_grant" ON "looks" USING btree ("grant_id","looked_at");--> statement-breakpoint
CREATE INDEX "looks_link" ON "looks" USING btree ("link_id","looked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "share_links_hash" ON "share_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "share_links_form" ON "share_links" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "share_links_applicant" ON "share_links" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_live" ON "grants" USING btree ("applicant_id","mentor_id") WHERE "grants"."revoked_at" is null;--> statement-breakpoint
-- How a cycle ended moves to a table of its own, since whoever may read anything reads which season it is about. The words
-- must not stay behind, so the columns go in the same step.
INSERT INTO cycle_closings (cycle_id, applicant_id, outcome, closed_on, note, learned)
SELECT id, applicant_id, outcome, closed_on, outcome_note, learned FROM cycles WHERE outcome IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "cycles" DROP COLUMN "outcome";--> statement-breakpoint
ALTER TABLE "cycles" DROP COLUMN "closed_on";--> statement-breakpoint
ALTER TABLE "cycles" DROP COLUMN "outcome_note";--> statement-breakpoint
ALTER TABLE "cycles" DROP COLUMN "learned";--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_read_known" CHECK ("grants"."read_sections" <@ array['profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist']::text[]);--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_comment_known" CHECK ("grants"."comment_sections" <@ array['profile', 'exams', 'list', 'documents', 'story', 'contacts', 'interviews', 'rank', 'checklist']::text[]);--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_ended_by_known" CHECK ("grants"."ended_by" in ('applicant', 'mentor', 'replaced'));--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_lengths" CHECK (char_length("grants"."applicant_name") <= 120 and char_length("grants"."mentor_name") <= 120 and char_length("grants"."mentor_email") <= 320);--> statement-breakpoint
-- Who may look. Beside the viewer (see 0001) a transaction may carry
--   app.link     the hash of a link's token: whoever holds the link, nobody known
--   app.preview  the id of a grant: an applicant who sees their own pages as that mentor does; app.viewer is empty then
-- What such a reader may see is asked once per statement, as arrays of ids, and not once per row: a mentor's roster reads
-- thirty people's rows at a time. Each statement asks anew, so a grant revoked meanwhile opens nothing more.
CREATE FUNCTION app_link() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT nullif(current_setting('app.link', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app_preview() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT nullif(current_setting('app.preview', true), '')::uuid $$;
--> statement-breakpoint
-- The live grants that a mentor holds, that an applicant gave, or the one previewed. `own_programs` are the mentor's
-- programs as far as this applicant's list may name them: those of the catalogue, and own programs of the applicant at the
-- same institution. Someone who has not said where they work counts as in conflict with everything.
CREATE FUNCTION app_standing_of_grants(mentor uuid, applicant uuid, preview uuid)
RETURNS TABLE (grant_id uuid, applicant_id uuid, mentor_id uuid, is_in_conflict boolean, is_lifted boolean, own_programs text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH live AS (
    SELECT g.id, g.applicant_id, g.mentor_id, g.mask_lifted_at IS NOT NULL AS is_lifted, s.user_id IS NOT NULL AS is_declared,
      lower(btrim(s.institution)) AS institution, coalesce(s.program_ids, '{}') AS programs
    FROM public.grants g LEFT JOIN public.mentor_seats s ON s.user_id = g.mentor_id
    WHERE (g.mentor_id = $1 OR g.applicant_id = $2 OR g.id = $3)
      AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
  ), own AS (
    SELECT l.id, l.programs || coalesce(array_agg(p.id) FILTER (WHERE p.id IS NOT NULL), '{}') AS programs
    FROM live l LEFT JOIN public.programs p ON p.owner_id = l.applicant_id
      AND (lower(btrim(p.sponsor)) = l.institution
        OR lower(btrim(p.sponsor)) IN (SELECT lower(btrim(c.sponsor)) FROM public.programs c WHERE c.id = ANY (l.programs)))
    GROUP BY l.id, l.programs
  )
  SELECT l.id, l.applicant_id, l.mentor_id,
    NOT l.is_declared OR EXISTS (
      SELECT FROM public.list_entries e
      WHERE e.applicant_id = l.applicant_id AND e.removed_at IS NULL AND e.program_id = ANY (o.programs)),
    l.is_lifted, o.programs
  FROM live l JOIN own o ON o.id = l.id;
END
$$;
--> statement-breakpoint
-- The applicants of whom the reader may see this section now. 'cycles' is open with any section at all.
CREATE FUNCTION app_readable(section text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found uuid[];
BEGIN
  IF public.app_link() IS NOT NULL THEN
    SELECT array_agg(l.applicant_id) INTO found FROM public.share_links l
    WHERE l.token_hash = public.app_link() AND l.revoked_at IS NULL AND l.expires_at > statement_timestamp()
      AND section <> 'rank' AND (section = ANY (l.read_sections) OR section = 'cycles' AND cardinality(l.read_sections) > 0);
  ELSIF public.app_viewer() IS NOT NULL OR public.app_preview() IS NOT NULL THEN
    SELECT array_agg(g.applicant_id) INTO found FROM public.grants g
    WHERE (g.mentor_id = public.app_viewer() OR g.id = public.app_preview())
      AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
      AND (section = ANY (g.read_sections || g.comment_sections)
        OR section = 'cycles' AND cardinality(g.read_sections || g.comment_sections) > 0);
    IF found IS NOT NULL AND section IN ('contacts', 'interviews', 'rank') THEN
      SELECT array_agg(a) INTO found FROM unnest(found) a
      WHERE NOT EXISTS (
        SELECT FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s
        WHERE s.applicant_id = a AND s.is_in_conflict);
    END IF;
  END IF;
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
-- The applicants whose section the viewer may comment on now: never with a link, never in a preview.
CREATE FUNCTION app_commentable(section text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found uuid[];
BEGIN
  SELECT array_agg(g.applicant_id) INTO found FROM public.grants g
  WHERE g.mentor_id = public.app_viewer() AND section = ANY (g.comment_sections)
    AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
    AND g.applicant_id = ANY (public.app_readable(section));
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
-- The applicants of whose list the reader sees only their own programs.
CREATE FUNCTION app_masked() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found uuid[];
BEGIN
  IF public.app_link() IS NULL AND (public.app_viewer() IS NOT NULL OR public.app_preview() IS NOT NULL) THEN
    SELECT array_agg(s.applicant_id) INTO found
    FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s
    WHERE s.is_in_conflict AND NOT s.is_lifted;
  END IF;
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
-- The reader's own programs, and the entries for them on the lists that are masked.
CREATE FUNCTION app_mentor_programs() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found text[];
BEGIN
  SELECT array_agg(DISTINCT p) INTO found
  FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s, unnest(s.own_programs) p;
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
CREATE FUNCTION app_open_entries() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found uuid[];
BEGIN
  SELECT array_agg(e.id) INTO found
  FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s
  JOIN public.list_entries e ON e.applicant_id = s.applicant_id AND e.program_id = ANY (s.own_programs)
  WHERE s.is_in_conflict AND NOT s.is_lifted;
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
-- Used by migrations only: a table whose rows name a program, by its own column or by an entry of the list. Under the mask
-- only rows of the reader's own programs show; with no column named none does. It narrows what other policies allow.
CREATE FUNCTION app_mask(target regclass, owner_column text, kind text, named_column text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  EXECUTE format(
    'CREATE POLICY mask ON %1$s AS RESTRICTIVE FOR SELECT TO locus_app
       USING (%2$I IS NULL OR %2$I = (SELECT public.app_viewer()) OR %2$I = (SELECT public.app_heir())
         OR %2$I <> ALL ((SELECT public.app_masked())::uuid[])%3$s)',
    target, owner_column,
    CASE kind
      WHEN 'program' THEN format(' OR %I = ANY ((SELECT public.app_mentor_programs())::text[])', named_column)
      WHEN 'entry' THEN format(' OR %I = ANY ((SELECT public.app_open_entries())::uuid[])', named_column)
      WHEN 'all' THEN ''
    END);
END
$$;
--> statement-breakpoint
-- Statements meant for a program that the mask hides: they name it.
CREATE FUNCTION app_masked_statements() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE found uuid[];
BEGIN
  SELECT array_agg(DISTINCT a.statement_id) INTO found FROM public.statement_assignments a
  WHERE a.applicant_id = ANY (public.app_masked()) AND a.entry_id <> ALL (public.app_open_entries());
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
-- Used by migrations only: who else reads an applicant's rows. See app_lock_owned.
CREATE FUNCTION app_open_to_readers(target regclass, owner_column text, section text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  EXECUTE format('DROP POLICY IF EXISTS granted ON %s', target);
  EXECUTE format(
    'CREATE POLICY granted ON %s FOR SELECT TO locus_app USING (%I = ANY ((SELECT public.app_readable(%L))::uuid[]))',
    target, owner_column, section);
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_lock_owned(target regclass, owner_column text, section text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM public.app_lock(target);
  EXECUTE format(
    'CREATE POLICY own ON %1$s TO locus_app
       USING (%2$I = (SELECT public.app_viewer()) OR %2$I = (SELECT public.app_heir()))
       WITH CHECK (%2$I = (SELECT public.app_viewer()) OR %2$I = (SELECT public.app_heir()))',
    target, owner_column);
  PERFORM public.app_open_to_readers(target, owner_column, section);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO locus_app', target);
END
$$;
--> statement-breakpoint
-- Tables of before: the same section, asked in the new way. Which season it is about is open with any section.
DO $$
DECLARE policy record;
BEGIN
  FOR policy IN
    SELECT format('%I.%I', schemaname, tablename)::regclass AS target,
      substring(qual FROM 'app_may_read\((\w+), ''\w+''') AS owner_column,
      substring(qual FROM 'app_may_read\(\w+, ''(\w+)''') AS section
    FROM pg_policies WHERE schemaname = 'public' AND policyname = 'granted' AND qual LIKE '%app_may_read%'
  LOOP
    PERFORM public.app_open_to_readers(policy.target, policy.owner_column,
      CASE WHEN policy.target = 'public.cycles'::regclass THEN 'cycles' ELSE policy.section END);
  END LOOP;
END
$$;
--> statement-breakpoint
DROP FUNCTION app_may_read(uuid, text);
--> statement-breakpoint
SELECT app_lock_owned('cycle_closings', 'applicant_id', 'list'), app_open_to_jobs('cycle_closings', 'applicant_id');
--> statement-breakpoint
SELECT app_mask('list_entries', 'applicant_id', 'program', 'program_id'),
       app_mask('suggestion_dismissals', 'applicant_id', 'program', 'program_id'),
       app_mask('programs', 'owner_id', 'program', 'id'),
       app_mask('program_facts', 'owner_id', 'program', 'program_id'),
       app_mask('status_changes', 'applicant_id', 'entry', 'entry_id'),
       app_mask('soap_applications', 'applicant_id', 'entry', 'entry_id'),
       app_mask('outside_offers', 'applicant_id', 'entry', 'entry_id'),
       app_mask('letter_assignments', 'applicant_id', 'entry', 'entry_id'),
       app_mask('statement_assignments', 'applicant_id', 'entry', 'entry_id'),
       app_mask('soap_offers', 'applicant_id', 'all'),
       -- A person's own words about how a cycle went, and their own items, name programs as they please.
       app_mask('cycle_closings', 'applicant_id', 'all'),
       app_mask('checklist_items', 'applicant_id', 'all');
--> statement-breakpoint
CREATE POLICY mask ON statements AS RESTRICTIVE FOR SELECT TO locus_app
  USING (applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir())
    OR id <> ALL ((SELECT app_masked_statements())::uuid[]));
--> statement-breakpoint
CREATE POLICY mask ON statement_versions AS RESTRICTIVE FOR SELECT TO locus_app
  USING (applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir())
    OR statement_id <> ALL ((SELECT app_masked_statements())::uuid[]));
--> statement-breakpoint
-- Grants: made by an accepted invitation alone, changed by the applicant while they live, seen by the mentor while they live.
DROP POLICY own ON grants;
--> statement-breakpoint
DROP POLICY mentor ON grants;
--> statement-breakpoint
CREATE POLICY own ON grants FOR SELECT TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own_change ON grants FOR UPDATE TO locus_app
  USING (applicant_id = (SELECT app_viewer()) AND revoked_at IS NULL) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own_removal ON grants FOR DELETE TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY mentor ON grants FOR SELECT TO locus_app
  USING (mentor_id = (SELECT app_viewer()) AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > statement_timestamp()));
--> statement-breakpoint
REVOKE INSERT, UPDATE ON grants FROM locus_app;
--> statement-breakpoint
GRANT UPDATE (applicant_name, read_sections, comment_sections, mask_lifted_at, expires_at, revoked_at, ended_by, version, updated_at)
  ON grants TO locus_app;
--> statement-breakpoint
SELECT app_lock('mentor_seats'), app_lock('invitations'), app_lock('share_links'), app_lock('looks');
--> statement-breakpoint
CREATE POLICY own ON mentor_seats TO locus_app
  USING (user_id = (SELECT app_viewer())) WITH CHECK (user_id = (SELECT app_viewer()));
--> statement-breakpoint
-- An applicant reads what their mentors say of themselves.
CREATE FUNCTION app_my_mentors() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT coalesce(array_agg(g.mentor_id), '{}') FROM public.grants g
  WHERE g.applicant_id = public.app_viewer() AND g.revoked_at IS NULL
    AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
$$;
--> statement-breakpoint
CREATE POLICY mentees ON mentor_seats FOR SELECT TO locus_app USING (user_id = ANY ((SELECT app_my_mentors())::uuid[]));
--> statement-breakpoint
CREATE POLICY own ON invitations TO locus_app
  USING (applicant_id = (SELECT app_viewer())) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own ON share_links TO locus_app
  USING (applicant_id = (SELECT app_viewer())) WITH CHECK (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY own ON looks FOR SELECT TO locus_app USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mentor_seats, invitations, share_links TO locus_app;
--> statement-breakpoint
GRANT SELECT ON looks TO locus_app;
--> statement-breakpoint
-- All that the reader may see, one row for each applicant: what db/access makes their scopes from.
CREATE FUNCTION app_accesses()
RETURNS TABLE (applicant_id uuid, grant_id uuid, link_id uuid, applicant_name text, read_sections text[], comment_sections text[],
  since timestamptz, expires_at timestamptz, is_in_conflict boolean, is_lifted boolean, institution text, own_programs text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  IF public.app_link() IS NOT NULL THEN
    RETURN QUERY SELECT l.applicant_id, NULL::uuid, l.id, l.applicant_name, l.read_sections, '{}'::text[], l.created_at,
      l.expires_at, false, false, NULL::text, '{}'::text[]
    FROM public.share_links l
    WHERE l.token_hash = public.app_link() AND l.revoked_at IS NULL AND l.expires_at > statement_timestamp();
  ELSE
    RETURN QUERY SELECT g.applicant_id, g.id, NULL::uuid, g.applicant_name, g.read_sections, g.comment_sections, g.created_at,
      g.expires_at, s.is_in_conflict, s.is_lifted, m.institution, s.own_programs
    FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s
    JOIN public.grants g ON g.id = s.grant_id
    LEFT JOIN public.mentor_seats m ON m.user_id = g.mentor_id;
  END IF;
END
$$;
--> statement-breakpoint
-- The applicant's side of the same: which of their mentors are in conflict, and over which programs of the list.
CREATE FUNCTION app_my_conflicts() RETURNS TABLE (grant_id uuid, is_in_conflict boolean, listed_programs text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT s.grant_id, s.is_in_conflict, coalesce((
      SELECT array_agg(DISTINCT e.program_id) FROM public.list_entries e
      WHERE e.applicant_id = s.applicant_id AND e.removed_at IS NULL AND e.program_id = ANY (s.own_programs)), '{}')
  FROM public.app_standing_of_grants(NULL, public.app_viewer(), NULL) s WHERE public.app_viewer() IS NOT NULL;
END
$$;
--> statement-breakpoint
-- Notes that the reader looked, as far as they may; a second look within ten minutes is the same look. Nothing else writes
-- to the log, and a preview is not noted.
CREATE FUNCTION app_note_looks(applicants uuid[], kinds text[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  IF public.app_preview() IS NOT NULL THEN RETURN; END IF;
  INSERT INTO public.looks (applicant_id, mentor_id, grant_id, link_id, looked_by, what)
  SELECT a.applicant_id, CASE WHEN a.link_id IS NULL THEN public.app_viewer() END, a.grant_id, a.link_id,
    CASE WHEN a.link_id IS NULL THEN 'mentor' ELSE 'link' END, kind
  FROM public.app_accesses() a, unnest(kinds) kind
  WHERE a.applicant_id = ANY (applicants)
    AND (kind = 'roster' OR a.applicant_id = ANY (public.app_readable(kind)))
    AND NOT EXISTS (
      SELECT FROM public.looks l
      WHERE l.applicant_id = a.applicant_id AND l.what = kind AND l.looked_at > now() - interval '10 minutes'
        AND (l.grant_id = a.grant_id OR l.link_id = a.link_id));
END
$$;
--> statement-breakpoint
-- What an invitation is, for whoever holds its token. Of one that has ended only that is said; who invited is told to the
-- applicant and to the mentor who accepted it.
CREATE FUNCTION app_invitation(hash text)
RETURNS TABLE (state text, is_own boolean, is_mine boolean, applicant_id uuid, applicant_name text, mentor_label text, message text,
  read_sections text[], comment_sections text[], grant_expires_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH found AS (
    SELECT i.*, coalesce(i.applicant_id = public.app_viewer(), false) AS own, coalesce(g.mentor_id = public.app_viewer(), false) AS mine,
      CASE WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN i.used_at IS NOT NULL THEN 'used'
        WHEN i.expires_at <= statement_timestamp() THEN 'expired' ELSE 'open' END AS how
    FROM public.invitations i LEFT JOIN public.grants g ON g.id = i.grant_id AND g.revoked_at IS NULL
    WHERE i.token_hash = hash
  )
  SELECT how, own, mine,
    CASE WHEN own OR mine THEN applicant_id END,
    CASE WHEN how = 'open' OR own OR mine THEN applicant_name END,
    CASE WHEN how = 'open' THEN mentor_label END,
    CASE WHEN how = 'open' THEN message END,
    CASE WHEN how = 'open' THEN read_sections END,
    CASE WHEN how = 'open' THEN comment_sections END,
    CASE WHEN how = 'open' THEN grant_expires_at END,
    CASE WHEN how = 'open' THEN expires_at END
  FROM found
$$;
--> statement-breakpoint
-- Makes the grant. The viewer must have an account and have said where they work; of two who follow the link at once the
-- second finds it used. A grant that the pair had is replaced. Outcomes: accepted, ended, own, guest, undeclared.
CREATE FUNCTION app_accept_invitation(hash text) RETURNS TABLE (outcome text, applicant uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  invitation public.invitations;
  seat public.mentor_seats;
  address text;
  made uuid;
BEGIN
  SELECT * INTO invitation FROM public.invitations i
  WHERE i.token_hash = hash AND i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > statement_timestamp() FOR UPDATE;
  IF invitation.id IS NULL THEN RETURN QUERY SELECT 'ended', NULL::uuid; RETURN; END IF;
  IF invitation.applicant_id = public.app_viewer() THEN RETURN QUERY SELECT 'own', NULL::uuid; RETURN; END IF;
  SELECT u.email INTO address FROM public.users u WHERE u.id = public.app_viewer() AND u.kind = 'member';
  IF address IS NULL THEN RETURN QUERY SELECT 'guest', NULL::uuid; RETURN; END IF;
  SELECT * INTO seat FROM public.mentor_seats s WHERE s.user_id = public.app_viewer();
  IF seat.user_id IS NULL THEN RETURN QUERY SELECT 'undeclared', NULL::uuid; RETURN; END IF;
  UPDATE public.grants g SET revoked_at = now(), ended_by = 'replaced', updated_at = now()
  WHERE g.applicant_id = invitation.applicant_id AND g.mentor_id = public.app_viewer() AND g.revoked_at IS NULL;
  INSERT INTO public.grants (applicant_id, mentor_id, applicant_name, mentor_name, mentor_email, read_sections, comment_sections, expires_at)
  VALUES (invitation.applicant_id, public.app_viewer(), invitation.applicant_name, seat.name, address,
    invitation.read_sections, invitation.comment_sections, invitation.grant_expires_at)
  RETURNING id INTO made;
  UPDATE public.invitations i SET used_at = now(), grant_id = made WHERE i.id = invitation.id;
  RETURN QUERY SELECT 'accepted', invitation.applicant_id;
END
$$;
--> statement-breakpoint
-- A mentor stops being one for this applicant. False when there was nothing to end.
CREATE FUNCTION app_leave_mentee(applicant uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH ended AS (
    UPDATE public.grants g SET revoked_at = now(), ended_by = 'mentor', updated_at = now()
    WHERE g.applicant_id = applicant AND g.mentor_id = public.app_viewer() AND g.revoked_at IS NULL RETURNING 1
  ) SELECT EXISTS (SELECT FROM ended)
$$;
--> statement-breakpoint
-- The programs that a reader needs in order to name interviews, contacts and ranks when the list itself is withheld: their
-- names, and nothing of how they stand on the list.
CREATE FUNCTION app_named_entries(applicant uuid)
RETURNS TABLE (entry_id uuid, program_id text, sponsor text, name text, city text, state text, pathway text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT e.id, p.id, p.sponsor, p.name, p.city, p.state, p.pathway
  FROM public.list_entries e JOIN public.programs p ON p.id = e.program_id
  WHERE e.applicant_id = applicant
    AND (applicant = ANY (public.app_readable('interviews')) AND EXISTS (SELECT FROM public.interviews i WHERE i.entry_id = e.id)
      OR applicant = ANY (public.app_readable('contacts')) AND EXISTS (SELECT FROM public.contacts c WHERE c.entry_id = e.id AND c.removed_at IS NULL)
      OR applicant = ANY (public.app_readable('rank')) AND EXISTS (SELECT FROM public.rank_lists r WHERE r.applicant_id = applicant AND e.id = ANY (r.entry_order)))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_standing_of_grants(uuid, uuid, uuid), app_readable(text), app_commentable(text), app_masked(),
  app_mentor_programs(), app_open_entries(), app_masked_statements(), app_mask(regclass, text, text, text), app_open_to_readers(regclass, text, text),
  app_my_mentors(), app_accesses(), app_my_conflicts(), app_note_looks(uuid[], text[]), app_invitation(text),
  app_accept_invitation(text), app_leave_mentee(uuid), app_named_entries(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_readable(text), app_commentable(text), app_masked(), app_mentor_programs(), app_open_entries(),
  app_masked_statements(), app_my_mentors(), app_accesses(), app_my_conflicts(), app_note_looks(uuid[], text[]), app_invitation(text),
  app_accept_invitation(text), app_leave_mentee(uuid), app_named_entries(uuid) TO locus_app;
