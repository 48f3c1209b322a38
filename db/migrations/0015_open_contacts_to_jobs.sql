-- Follow-up dates: jobs read the contacts of the person whom they are about.
SELECT app_open_to_jobs('contacts', 'applicant_id');
