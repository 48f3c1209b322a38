-- When a mentor last opened a page of each of their mentees, so that the roster can say what is new since. It is the same
-- log that the mentees read; of a grant that has ended nothing is told. The roster itself is no look at a person. With
-- `before_this_visit`, looks of the last four hours belong to the visit that is under way.
CREATE FUNCTION app_my_looks(before_this_visit boolean) RETURNS TABLE (applicant_id uuid, looked_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT l.applicant_id, max(l.looked_at) FROM public.looks l
  WHERE l.mentor_id = public.app_viewer() AND l.what <> 'roster'
    AND l.looked_at < now() - CASE WHEN before_this_visit THEN interval '4 hours' ELSE interval '0' END
    AND EXISTS (
      SELECT FROM public.grants g WHERE g.applicant_id = l.applicant_id AND g.mentor_id = public.app_viewer()
        AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp()))
  GROUP BY l.applicant_id;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_my_looks(boolean) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_my_looks(boolean) TO locus_app;
