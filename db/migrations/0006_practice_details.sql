CREATE TABLE "bank_snapshots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"exam" text NOT NULL,
	"bank" text NOT NULL,
	"taken_on" date NOT NULL,
	"covered_percent" numeric(4, 1),
	"correct_percent" numeric(4, 1),
	"mode" text,
	"questions" integer,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_snapshots_exam_known" CHECK ("bank_snapshots"."exam" in ('step1', 'step2ck')),
	CONSTRAINT "bank_snapshots_bank_known" CHECK ("bank_snapshots"."bank" in ('uworld', 'amboss', 'other')),
	CONSTRAINT "bank_snapshots_mode_known" CHECK ("bank_snapshots"."mode" in ('timed_mixed', 'timed_by_system', 'untimed')),
	CONSTRAINT "bank_snapshots_covered_range" CHECK ("bank_snapshots"."covered_percent" between 0 and 100),
	CONSTRAINT "bank_snapshots_correct_range" CHECK ("bank_snapshots"."correct_percent" between 0 and 100),
	CONSTRAINT "bank_snapshots_questions_range" CHECK ("bank_snapshots"."questions" between 0 and 20000),
	CONSTRAINT "bank_snapshots_says_something" CHECK ("bank_snapshots"."covered_percent" is not null or "bank_snapshots"."correct_percent" is not null)
);
--> statement-breakpoint
CREATE TABLE "forecast_settings" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"target_score" integer,
	"exam_error" numeric(5, 2),
	"drift_per_four_weeks" numeric(5, 2),
	"drift_limit_days" numeric(5, 2),
	"gain_per_four_weeks" numeric(5, 2),
	"untimed_factor" numeric(5, 2),
	"timing_not_said_factor" numeric(5, 2),
	"not_mixed_factor" numeric(5, 2),
	"trend_damping_days" numeric(5, 2),
	"trend_horizon_days" numeric(5, 2),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forecast_settings_target_range" CHECK ("forecast_settings"."target_score" between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "forecast_sources" (
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"offset" numeric(5, 2),
	"spread" numeric(5, 2),
	"at_percent" numeric(5, 2),
	"at_score" numeric(5, 2),
	"points_per_percent" numeric(5, 2),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forecast_sources_applicant_id_kind_pk" PRIMARY KEY("applicant_id","kind"),
	CONSTRAINT "forecast_sources_kind_known" CHECK ("forecast_sources"."kind" in ('nbme_cbssa', 'nbme_ccssa', 'uwsa', 'free120', 'amboss', 'other')),
	CONSTRAINT "forecast_sources_spread_range" CHECK ("forecast_sources"."spread" between 1 and 60),
	CONSTRAINT "forecast_sources_offset_range" CHECK ("forecast_sources"."offset" between -40 and 40),
	CONSTRAINT "forecast_sources_whole_line" CHECK (num_nulls("forecast_sources"."at_percent", "forecast_sources"."at_score", "forecast_sources"."points_per_percent") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "practice_genetics" (
	"applicant_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	"area" text NOT NULL,
	"questions" integer,
	"percent" numeric(4, 1),
	CONSTRAINT "practice_genetics_result_id_area_pk" PRIMARY KEY("result_id","area"),
	CONSTRAINT "practice_genetics_area_known" CHECK ("practice_genetics"."area" in ('metabolism', 'dysmorphology', 'prenatal', 'cancer_genetics', 'pharmacogenomics')),
	CONSTRAINT "practice_genetics_questions_range" CHECK ("practice_genetics"."questions" between 0 and 20000),
	CONSTRAINT "practice_genetics_percent_range" CHECK ("practice_genetics"."percent" between 0 and 100),
	CONSTRAINT "practice_genetics_says_something" CHECK ("practice_genetics"."questions" is not null or "practice_genetics"."percent" is not null)
);
--> statement-breakpoint
ALTER TABLE "practice_results" DROP CONSTRAINT "practice_results_kind_known";--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "is_mixed" boolean;--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "weak_systems" text[];--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "weak_topics" text[];--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "paste_id" uuid;--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "practice_results" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_snapshots" ADD CONSTRAINT "bank_snapshots_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_settings" ADD CONSTRAINT "forecast_settings_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_sources" ADD CONSTRAINT "forecast_sources_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_genetics" ADD CONSTRAINT "practice_genetics_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_id_applicant" UNIQUE("id","applicant_id");--> statement-breakpoint
ALTER TABLE "practice_genetics" ADD CONSTRAINT "practice_genetics_result" FOREIGN KEY ("result_id","applicant_id") REFERENCES "public"."practice_results"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "bank_snapshots_applicant" ON "bank_snapshots" USING btree ("applicant_id","taken_on");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_snapshots_form" ON "bank_snapshots" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "practice_genetics_applicant" ON "practice_genetics" USING btree ("applicant_id");--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_systems_known" CHECK ("practice_results"."weak_systems" <@ array['cardiovascular', 'respiratory', 'gastrointestinal', 'renal', 'reproductive', 'endocrine', 'hematology', 'musculoskeletal', 'neurology', 'psychiatry', 'skin', 'immunology', 'multisystem']::text[]);--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_topics_known" CHECK ("practice_results"."weak_topics" <@ array['biostatistics', 'ethics', 'communication', 'patient_safety', 'screening', 'pharmacology', 'pediatrics', 'obstetrics', 'surgery', 'genetics_in_pregnancy', 'genetics', 'molecular_biology', 'biochemistry', 'embryology']::text[]);--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_note_length" CHECK (char_length("practice_results"."note") <= 1000);--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_kind_known" CHECK ("practice_results"."kind" in ('nbme_cbssa', 'nbme_ccssa', 'uwsa', 'free120', 'amboss', 'other'));--> statement-breakpoint
SELECT app_lock_owned('practice_genetics', 'applicant_id', 'exams');--> statement-breakpoint
SELECT app_lock_owned('bank_snapshots', 'applicant_id', 'exams');--> statement-breakpoint
SELECT app_lock_owned('forecast_sources', 'applicant_id', 'exams');--> statement-breakpoint
SELECT app_lock_owned('forecast_settings', 'applicant_id', 'exams');
