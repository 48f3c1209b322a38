ALTER TABLE "practice_results" ALTER COLUMN "percent" SET DATA TYPE numeric(4, 1);--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "exam" text DEFAULT 'step2ck' NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_exam_known" CHECK ("practice_results"."exam" in ('step1', 'step2ck'));