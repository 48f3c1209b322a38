-- A certified rank list ends its reminders: jobs read the one of the person whom they are about.
SELECT app_open_to_jobs('rank_lists', 'applicant_id');
