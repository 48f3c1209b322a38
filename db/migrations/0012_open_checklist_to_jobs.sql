-- Reminders of checklist items: jobs read what the list of one person is made from, and nobody else's.
SELECT app_open_to_jobs('checklist_marks', 'applicant_id'), app_open_to_jobs('checklist_items', 'applicant_id'),
       app_open_to_jobs('applicant_profiles', 'applicant_id'), app_open_to_jobs('clinical_experiences', 'applicant_id'),
       app_open_to_jobs('research_experiences', 'applicant_id'), app_open_to_jobs('publications', 'applicant_id'),
       app_open_to_jobs('letters', 'applicant_id'), app_open_to_jobs('status_changes', 'applicant_id');
--> statement-breakpoint
CREATE POLICY jobs ON program_facts FOR SELECT TO locus_jobs
  USING (owner_id IS NULL OR owner_id = (SELECT app_viewer()));
--> statement-breakpoint
GRANT SELECT ON program_facts TO locus_jobs;
