CREATE TABLE "additional_information" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"exam" text,
	"taken_on" date,
	"insights" text[] NOT NULL,
	"changes" text[] NOT NULL,
	"still_do" text DEFAULT '' NOT NULL,
	"passage" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "additional_information_exam_known" CHECK ("additional_information"."exam" in ('step1', 'step2ck', 'step3', 'oet')),
	CONSTRAINT "additional_information_attempt_whole" CHECK (("additional_information"."exam" is null) = ("additional_information"."taken_on" is null)),
	CONSTRAINT "additional_information_length" CHECK (char_length("additional_information"."passage") <= 4000 and char_length("additional_information"."still_do") <= 500)
);
--> statement-breakpoint
CREATE TABLE "readiness_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"habits" text[],
	"low_pass_from" integer,
	"low_pass_to" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "readiness_answers_band_whole" CHECK (("readiness_answers"."low_pass_from" is null) = ("readiness_answers"."low_pass_to" is null)),
	CONSTRAINT "readiness_answers_band_range" CHECK ("readiness_answers"."low_pass_from" between 0 and 100 and "readiness_answers"."low_pass_to" between 0 and 100 and "readiness_answers"."low_pass_from" <= "readiness_answers"."low_pass_to")
);
--> statement-breakpoint
CREATE TABLE "study_day_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"kind" text NOT NULL,
	"questions" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_day_marks_kind_known" CHECK ("study_day_marks"."kind" in ('done', 'sick', 'night_shift', 'away')),
	CONSTRAINT "study_day_marks_questions_range" CHECK ("study_day_marks"."questions" between 0 and 9999)
);
--> statement-breakpoint
CREATE TABLE "study_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"exam" text NOT NULL,
	"exam_on" date NOT NULL,
	"start_on" date NOT NULL,
	"questions_left" integer NOT NULL,
	"most_per_day" integer NOT NULL,
	"rest_weekday" integer NOT NULL,
	"assessments" integer NOT NULL,
	"weak_systems" text[] NOT NULL,
	"weak_topics" text[] NOT NULL,
	"genetics_areas" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_plans_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "study_plans_exam_known" CHECK ("study_plans"."exam" in ('step1', 'step2ck')),
	CONSTRAINT "study_plans_ends_with_exam" CHECK ("study_plans"."start_on" <= "study_plans"."exam_on"),
	CONSTRAINT "study_plans_questions_range" CHECK ("study_plans"."questions_left" between 0 and 20000),
	CONSTRAINT "study_plans_most_range" CHECK ("study_plans"."most_per_day" between 0 and 500),
	CONSTRAINT "study_plans_rest_is_weekday" CHECK ("study_plans"."rest_weekday" between 0 and 6),
	CONSTRAINT "study_plans_assessments_range" CHECK ("study_plans"."assessments" between 0 and 12)
);
--> statement-breakpoint
ALTER TABLE "additional_information" ADD CONSTRAINT "additional_information_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_answers" ADD CONSTRAINT "readiness_answers_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_day_marks" ADD CONSTRAINT "study_day_marks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_day_marks" ADD CONSTRAINT "study_day_marks_plan" FOREIGN KEY ("plan_id","applicant_id") REFERENCES "public"."study_plans"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "additional_information_one_a_person" ON "additional_information" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "readiness_answers_one_a_person" ON "readiness_answers" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "study_day_marks_once" ON "study_day_marks" USING btree ("plan_id","on_date","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "study_day_marks_applicant" ON "study_day_marks" USING btree ("applicant_id","plan_id","on_date","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "study_plans_one_an_exam" ON "study_plans" USING btree ("applicant_id","exam");
--> statement-breakpoint
SELECT app_lock_owned('study_plans', 'applicant_id', 'exams');
--> statement-breakpoint
SELECT app_lock_owned('study_day_marks', 'applicant_id', 'exams');
--> statement-breakpoint
SELECT app_lock_owned('readiness_answers', 'applicant_id', 'exams');
--> statement-breakpoint
SELECT app_lock_owned('additional_information', 'applicant_id', 'documents');
