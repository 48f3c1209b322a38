-- The second lock. The web process logs in as locus_app (or as a member of it), which owns nothing and cannot bypass
-- row-level security. Who is looking is set for one transaction by db/access.ts:
--   app.viewer  the person's id        app.heir  the account that a guest's rows are being moved to
--   app.actor   'auth' while someone signs in or up, otherwise empty
-- Row-level security is forced, so the owner needs policies of its own: see app_lock.

CREATE FUNCTION app_viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT nullif(current_setting('app.viewer', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_heir() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT nullif(current_setting('app.heir', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_is_auth() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT coalesce(current_setting('app.actor', true) = 'auth', false) $$;
--> statement-breakpoint
-- Whether the viewer holds a live grant for this section of this applicant. It reads grants as the owner, so that the
-- policies of other tables can ask without the viewer seeing the grant rows themselves.
CREATE FUNCTION app_may_read(applicant uuid, section text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT EXISTS (
    SELECT 1 FROM public.grants g
    WHERE g.applicant_id = applicant
      AND g.mentor_id = public.app_viewer()
      AND section = ANY (g.read_sections || g.comment_sections)
      AND g.revoked_at IS NULL
      AND (g.expires_at IS NULL OR g.expires_at > now())
  )
$$;
--> statement-breakpoint
-- The person behind a session id, or no row when it is revoked, ended or unknown. The id is the secret: this is the one
-- question that may be asked before a viewer is known, and it costs one round trip.
CREATE FUNCTION app_session(session uuid)
RETURNS TABLE (user_id uuid, kind text, email text, name text, time_zone text, is_time_zone_chosen boolean, theme text, is_sample boolean, last_seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT u.id, u.kind, u.email, u.name, u.time_zone, u.is_time_zone_chosen, u.theme, u.is_sample, s.last_seen_at
  FROM public.sessions s JOIN public.users u ON u.id = s.user_id
  WHERE s.id = session AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Used by migrations only: turns the lock on for a table and lets the owner (who migrates, loads facts and cleans up) in.
CREATE FUNCTION app_lock(target regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner_all ON %s TO %I USING (true) WITH CHECK (true)', target, current_user);
END
$$;
--> statement-breakpoint
-- Used by migrations only: a table of an applicant's own rows. The applicant does as they like; a mentor with a grant for
-- the section reads; nobody else finds a row.
CREATE FUNCTION app_lock_owned(target regclass, owner_column text, section text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM public.app_lock(target);
  EXECUTE format(
    'CREATE POLICY own ON %1$s TO locus_app
       USING (%2$I = (SELECT public.app_viewer()) OR %2$I = (SELECT public.app_heir()))
       WITH CHECK (%2$I = (SELECT public.app_viewer()) OR %2$I = (SELECT public.app_heir()))',
    target, owner_column);
  EXECUTE format('CREATE POLICY granted ON %s FOR SELECT TO locus_app USING (public.app_may_read(%I, %L))',
    target, owner_column, section);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO locus_app', target);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_lock(regclass), app_lock_owned(regclass, text, text), app_may_read(uuid, text), app_session(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO locus_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_may_read(uuid, text), app_session(uuid) TO locus_app;
--> statement-breakpoint

SELECT app_lock_owned('applicant_profiles', 'applicant_id', 'profile'),
       app_lock_owned('clinical_experiences', 'applicant_id', 'profile'),
       app_lock_owned('research_experiences', 'applicant_id', 'profile'),
       app_lock_owned('publications', 'applicant_id', 'profile'),
       app_lock_owned('letters', 'applicant_id', 'profile'),
       app_lock_owned('exam_attempts', 'applicant_id', 'exams'),
       app_lock_owned('practice_results', 'applicant_id', 'exams'),
       app_lock_owned('cycles', 'applicant_id', 'list'),
       app_lock_owned('list_entries', 'applicant_id', 'list'),
       app_lock_owned('status_changes', 'applicant_id', 'list');
--> statement-breakpoint

-- The catalogue is everyone's to read; own programs and own facts are their owner's, and a mentor's with the list.
SELECT app_lock('programs'), app_lock('program_facts'), app_lock('program_leads'), app_lock('seasons'),
       app_lock('season_events'), app_lock('catalogue_loads');
--> statement-breakpoint
CREATE POLICY catalogue ON programs FOR SELECT TO locus_app USING (owner_id IS NULL);
--> statement-breakpoint
CREATE POLICY own ON programs TO locus_app
  USING (owner_id = (SELECT app_viewer()) OR owner_id = (SELECT app_heir()))
  WITH CHECK (owner_id = (SELECT app_viewer()) OR owner_id = (SELECT app_heir()));
--> statement-breakpoint
CREATE POLICY granted ON programs FOR SELECT TO locus_app USING (owner_id IS NOT NULL AND app_may_read(owner_id, 'list'));
--> statement-breakpoint
CREATE POLICY catalogue ON program_facts FOR SELECT TO locus_app USING (owner_id IS NULL);
--> statement-breakpoint
CREATE POLICY own ON program_facts TO locus_app
  USING (owner_id = (SELECT app_viewer()) OR owner_id = (SELECT app_heir()))
  WITH CHECK (owner_id = (SELECT app_viewer()) OR owner_id = (SELECT app_heir()));
--> statement-breakpoint
CREATE POLICY granted ON program_facts FOR SELECT TO locus_app USING (owner_id IS NOT NULL AND app_may_read(owner_id, 'list'));
--> statement-breakpoint
CREATE POLICY everyone ON program_leads FOR SELECT TO locus_app USING (true);
--> statement-breakpoint
CREATE POLICY everyone ON seasons FOR SELECT TO locus_app USING (true);
--> statement-breakpoint
CREATE POLICY everyone ON season_events FOR SELECT TO locus_app USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON programs, program_facts TO locus_app;
--> statement-breakpoint
GRANT SELECT ON program_leads, seasons, season_events TO locus_app;
--> statement-breakpoint

-- Accounts. A person reads and ends their own; only the auth actor finds a row before anyone is signed in.
SELECT app_lock('users'), app_lock('sessions'), app_lock('auth_tokens'), app_lock('identities'), app_lock('rate_limits'),
       app_lock('grants');
--> statement-breakpoint
CREATE POLICY self ON users TO locus_app USING (id = (SELECT app_viewer())) WITH CHECK (id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY auth ON users TO locus_app USING ((SELECT app_is_auth())) WITH CHECK ((SELECT app_is_auth()));
--> statement-breakpoint
CREATE POLICY self ON sessions TO locus_app USING (user_id = (SELECT app_viewer())) WITH CHECK (user_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY auth ON sessions TO locus_app USING ((SELECT app_is_auth())) WITH CHECK ((SELECT app_is_auth()));
--> statement-breakpoint
CREATE POLICY self ON identities TO locus_app USING (user_id = (SELECT app_viewer())) WITH CHECK (user_id = (SELECT app_viewer()));
--> statement-breakpoint
CREATE POLICY auth ON identities TO locus_app USING ((SELECT app_is_auth())) WITH CHECK ((SELECT app_is_auth()));
--> statement-breakpoint
CREATE POLICY auth ON auth_tokens TO locus_app USING ((SELECT app_is_auth())) WITH CHECK ((SELECT app_is_auth()));
--> statement-breakpoint
CREATE POLICY auth ON rate_limits TO locus_app USING ((SELECT app_is_auth())) WITH CHECK ((SELECT app_is_auth()));
--> statement-breakpoint
CREATE POLICY own ON grants TO locus_app
  USING (applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir()))
  WITH CHECK (applicant_id = (SELECT app_viewer()) OR applicant_id = (SELECT app_heir()));
--> statement-breakpoint
CREATE POLICY mentor ON grants FOR SELECT TO locus_app USING (mentor_id = (SELECT app_viewer()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, identities, auth_tokens, rate_limits, grants TO locus_app;
