-- The target of a kept plan becomes the person's one target, where they had not said one for the forecast.
INSERT INTO forecast_settings (applicant_id, target_score)
SELECT DISTINCT ON (applicant_id) applicant_id, target_score FROM timing_plans
WHERE target_score IS NOT NULL ORDER BY applicant_id, updated_at DESC
ON CONFLICT (applicant_id) DO UPDATE
SET target_score = coalesce(forecast_settings.target_score, excluded.target_score);
--> statement-breakpoint
ALTER TABLE "timing_plans" DROP CONSTRAINT "timing_plans_target_range";--> statement-breakpoint
ALTER TABLE "timing_plans" DROP COLUMN "target_score";--> statement-breakpoint
ALTER TABLE "readiness_answers" ADD CONSTRAINT "readiness_answers_habits_known" CHECK ("readiness_answers"."habits" <@ array['timed_blocks', 'biostatistics', 'stems_aloud', 'review_resource', 'rest_day', 'light_last_week']::text[]);--> statement-breakpoint
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_systems_known" CHECK ("study_plans"."weak_systems" <@ array['cardiovascular', 'respiratory', 'gastrointestinal', 'renal', 'reproductive', 'endocrine', 'hematology', 'musculoskeletal', 'neurology', 'psychiatry', 'skin', 'immunology', 'multisystem']::text[]);--> statement-breakpoint
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_topics_known" CHECK ("study_plans"."weak_topics" <@ array['biostatistics', 'ethics', 'communication', 'patient_safety', 'screening', 'pharmacology', 'pediatrics', 'obstetrics', 'surgery', 'genetics_in_pregnancy', 'genetics', 'molecular_biology', 'biochemistry', 'embryology']::text[]);--> statement-breakpoint
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_genetics_known" CHECK ("study_plans"."genetics_areas" <@ array['metabolism', 'dysmorphology', 'prenatal', 'cancer_genetics', 'pharmacogenomics']::text[]);