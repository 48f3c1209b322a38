-- A mentor whose time is over has nothing left to stop: what ended it stays as it was.
CREATE OR REPLACE FUNCTION app_leave_mentee(applicant uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH ended AS (
    UPDATE public.grants g SET revoked_at = now(), ended_by = 'mentor', updated_at = now()
    WHERE g.applicant_id = applicant AND g.mentor_id = public.app_viewer() AND g.revoked_at IS NULL
      AND (g.expires_at IS NULL OR g.expires_at > statement_timestamp()) RETURNING 1
  ) SELECT EXISTS (SELECT FROM ended)
$$;
--> statement-breakpoint
-- A grant that ended stays so, also one that ended by its day: no other day opens it again.
ALTER POLICY own_change ON grants
  USING (applicant_id = (SELECT app_viewer()) AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > statement_timestamp()));
