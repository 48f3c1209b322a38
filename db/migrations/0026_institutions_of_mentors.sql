-- A mentor works at an institution, not at one of its programs: all programs of the institution that they named, and of the
-- sponsors that they ticked, are theirs. Found once for each mentor, however many mentees.
CREATE OR REPLACE FUNCTION app_standing_of_grants(mentor uuid, applicant uuid, preview uuid)
RETURNS TABLE (grant_id uuid, applicant_id uuid, mentor_id uuid, is_in_conflict boolean, is_lifted boolean, own_programs text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH live AS (
    SELECT g.id, g.applicant_id, g.mentor_id, g.mask_lifted_at IS NOT NULL AS is_lifted
    FROM public.grants g
    WHERE (g.mentor_id = $1 OR g.applicant_id = $2 OR g.id = $3)
      AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp())
  ), seats AS (
    SELECT s.user_id, ARRAY(
        SELECT lower(btrim(s.institution)) WHERE s.institution IS NOT NULL
        UNION SELECT lower(btrim(c.sponsor)) FROM public.programs c WHERE c.id = ANY (s.program_ids)) AS sponsors
    FROM public.mentor_seats s WHERE s.user_id IN (SELECT mentor_id FROM live)
  ), catalogue AS (
    SELECT s.user_id, s.sponsors, ARRAY(
        SELECT c.id FROM public.programs c
        WHERE c.owner_id IS NULL AND cardinality(s.sponsors) > 0 AND lower(btrim(c.sponsor)) = ANY (s.sponsors)) AS programs
    FROM seats s
  ), own AS (
    SELECT l.*, c.user_id IS NOT NULL AS is_declared, coalesce(c.programs, '{}') || ARRAY(
        SELECT p.id FROM public.programs p
        WHERE p.owner_id = l.applicant_id AND lower(btrim(p.sponsor)) = ANY (c.sponsors)) AS programs
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
