-- Letters are documents: whoever is let into the documents sees who writes them and how far each is. Their kind, place and
-- state also count in the fit, so the profile's grant opens them as before; either is enough.
CREATE POLICY granted_with_documents ON letters FOR SELECT TO locus_app
  USING (applicant_id = ANY ((SELECT app_readable('documents'))::uuid[]));
