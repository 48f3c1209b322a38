-- The programs that name interviews, contacts and ranks for a reader: of the current cycle, and of what is on its list still,
-- as the applicant sees them.
CREATE OR REPLACE FUNCTION app_named_entries(applicant uuid)
RETURNS TABLE (entry_id uuid, program_id text, sponsor text, name text, city text, state text, pathway text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT e.id, p.id, p.sponsor, p.name, p.city, p.state, p.pathway
  FROM public.list_entries e
  JOIN public.cycles y ON y.id = e.cycle_id AND y.is_current
  JOIN public.programs p ON p.id = e.program_id
  WHERE e.applicant_id = applicant AND e.removed_at IS NULL
    AND (applicant = ANY (public.app_readable('interviews')) AND EXISTS (SELECT FROM public.interviews i WHERE i.entry_id = e.id)
      OR applicant = ANY (public.app_readable('contacts')) AND EXISTS (SELECT FROM public.contacts c WHERE c.entry_id = e.id AND c.removed_at IS NULL)
      OR applicant = ANY (public.app_readable('rank')) AND EXISTS (SELECT FROM public.rank_lists r WHERE r.applicant_id = applicant AND e.id = ANY (r.entry_order)))
$$;
