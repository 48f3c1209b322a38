-- Three answers that were worked out again and again within one statement are worked out once. What they answer is the same.
-- What is in a conflict: the programs of each applicant's own are looked for once, and only for a mentor who named a place.
CREATE OR REPLACE FUNCTION app_standing_of_grants(mentor uuid, applicant uuid, preview uuid)
RETURNS TABLE (grant_id uuid, applicant_id uuid, mentor_id uuid, is_in_conflict boolean, is_lifted boolean, own_programs text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT g.id, g.applicant_id, g.mentor_id, g.mask_lifted_at IS NOT NULL AS is_lifted
    FROM public.grants g
    WHERE (g.mentor_id = $1 OR g.applicant_id = $2 OR g.id = $3)
      AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
  ), seats AS MATERIALIZED (
    SELECT s.user_id, ARRAY(
        SELECT lower(btrim(s.institution)) WHERE s.institution IS NOT NULL
        UNION SELECT lower(btrim(c.sponsor)) FROM public.programs c WHERE c.id = ANY (s.program_ids)) AS sponsors
    FROM public.mentor_seats s WHERE s.user_id IN (SELECT mentor_id FROM live)
  ), catalogue AS MATERIALIZED (
    SELECT s.user_id, s.sponsors, ARRAY(
        SELECT c.id FROM public.programs c
        WHERE c.owner_id IS NULL AND cardinality(s.sponsors) > 0 AND lower(btrim(c.sponsor)) = ANY (s.sponsors)) AS programs
    FROM seats s
  ), own AS MATERIALIZED (
    SELECT l.*, c.user_id IS NOT NULL AS is_declared,
      coalesce(c.programs, '{}') || CASE WHEN cardinality(c.sponsors) > 0 THEN ARRAY(
        SELECT p.id FROM public.programs p
        WHERE p.owner_id = l.applicant_id AND lower(btrim(p.sponsor)) = ANY (c.sponsors)) ELSE '{}' END AS programs
    FROM live l LEFT JOIN catalogue c ON c.user_id = l.mentor_id
  )
  SELECT o.id, o.applicant_id, o.mentor_id,
    NOT o.is_declared OR cardinality(o.programs) > 0 AND EXISTS (
      SELECT FROM public.list_entries e
      WHERE e.applicant_id = o.applicant_id AND e.removed_at IS NULL AND e.program_id = ANY (o.programs)),
    o.is_lifted, o.programs
  FROM own o;
END
$$;
--> statement-breakpoint
-- The programs that name interviews, contacts and ranks: what the reader may see is asked once, and not for each program of the
-- list, for which a mentor of thirty waited sixty milliseconds.
CREATE OR REPLACE FUNCTION app_named_entries(applicant uuid)
RETURNS TABLE (entry_id uuid, program_id text, sponsor text, name text, city text, state text, pathway text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
  sees_interviews boolean := applicant = ANY (public.app_readable('interviews'));
  sees_contacts boolean := applicant = ANY (public.app_readable('contacts'));
  sees_rank boolean := applicant = ANY (public.app_readable('rank'));
BEGIN
  RETURN QUERY
  SELECT e.id, p.id, p.sponsor, p.name, p.city, p.state, p.pathway
  FROM public.list_entries e
  JOIN public.cycles y ON y.id = e.cycle_id AND y.is_current
  JOIN public.programs p ON p.id = e.program_id
  WHERE e.applicant_id = applicant AND e.removed_at IS NULL
    AND (sees_interviews AND EXISTS (SELECT FROM public.interviews i WHERE i.entry_id = e.id)
      OR sees_contacts AND EXISTS (SELECT FROM public.contacts c WHERE c.entry_id = e.id AND c.removed_at IS NULL)
      OR sees_rank AND EXISTS (SELECT FROM public.rank_lists r WHERE r.applicant_id = applicant AND e.id = ANY (r.entry_order)));
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_masked_statements() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  masked uuid[] := public.app_masked();
  open_entries uuid[];
  found uuid[];
BEGIN
  IF cardinality(masked) > 0 THEN
    open_entries := public.app_open_entries();
    SELECT array_agg(DISTINCT a.statement_id) INTO found FROM public.statement_assignments a
    WHERE a.applicant_id = ANY (masked) AND a.entry_id <> ALL (open_entries);
  END IF;
  RETURN coalesce(found, '{}');
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_commentable(section text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  readable uuid[] := public.app_readable(section);
  found uuid[];
BEGIN
  SELECT array_agg(g.applicant_id) INTO found FROM public.grants g
  WHERE g.mentor_id = public.app_viewer() AND section = ANY (g.comment_sections)
    AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
    AND g.applicant_id = ANY (readable);
  RETURN coalesce(found, '{}');
END
$$;
