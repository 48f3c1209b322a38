-- The same answer as before; where everybody stands in conflict is asked once for all applicants, not once for each: a mentor
-- of thirty waited for it nine hundred times.
-- The applicants of whom the reader may see this section now. 'cycles' is open with any section at all.
CREATE OR REPLACE FUNCTION app_readable(section text) RETURNS uuid[]
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
      WHERE a <> ALL (ARRAY(
        SELECT s.applicant_id FROM public.app_standing_of_grants(public.app_viewer(), NULL, public.app_preview()) s
        WHERE s.is_in_conflict));
    END IF;
  END IF;
  RETURN coalesce(found, '{}');
END
$$;
