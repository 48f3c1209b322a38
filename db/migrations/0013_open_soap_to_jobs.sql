-- Reminders of SOAP and of offers outside the Match: jobs read what one person recorded of them, and nobody else's.
SELECT app_open_to_jobs('soap_records', 'applicant_id'), app_open_to_jobs('soap_applications', 'applicant_id'),
       app_open_to_jobs('soap_offers', 'applicant_id'), app_open_to_jobs('outside_offers', 'applicant_id');
