-- What ties a person to others, as numbers, for the page on which they delete their account. What they wrote to somebody
-- whose grant has ended is theirs to know of too, though they no longer read it.
CREATE FUNCTION app_my_ties() RETURNS TABLE (mentors int, links int, mentees int, comments int, looks int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT
    (SELECT count(*)::int FROM public.grants g WHERE g.applicant_id = public.app_viewer() AND g.revoked_at IS NULL
      AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())),
    (SELECT count(*)::int FROM public.share_links l WHERE l.applicant_id = public.app_viewer() AND l.revoked_at IS NULL
      AND l.expires_at > statement_timestamp()),
    (SELECT count(*)::int FROM public.grants g WHERE g.mentor_id = public.app_viewer() AND g.revoked_at IS NULL
      AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())),
    (SELECT count(*)::int FROM public.comments c WHERE c.author_id = public.app_viewer()
      AND c.applicant_id <> public.app_viewer() AND c.removed_at IS NULL),
    (SELECT count(*)::int FROM public.looks l WHERE l.mentor_id = public.app_viewer())
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_my_ties() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_my_ties() TO locus_app;
--> statement-breakpoint
-- As before, and invitations too: they hold the addresses of people who may never have answered, and go a month after they
-- ended. The privacy page names the days.
CREATE OR REPLACE FUNCTION app_clean_up() RETURNS TABLE (guests int, sessions int, links int, limits int)
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
  DELETE FROM public.invitations i
  WHERE least(coalesce(i.used_at, 'infinity'), coalesce(i.withdrawn_at, 'infinity'), i.expires_at) < now() - interval '30 days';
  RETURN NEXT;
END
$$;
