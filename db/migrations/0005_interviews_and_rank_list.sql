CREATE TABLE "interview_impressions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"mark" smallint,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interview_impressions_criterion_known" CHECK ("interview_impressions"."criterion" in ('training', 'people', 'research', 'visa', 'support', 'future', 'place', 'family')),
	CONSTRAINT "interview_impressions_mark_range" CHECK ("interview_impressions"."mark" between 1 and 5),
	CONSTRAINT "interview_impressions_note_length" CHECK (char_length("interview_impressions"."note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "interview_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"text" text NOT NULL,
	"field" text,
	"is_asked" boolean DEFAULT false NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interview_questions_lengths" CHECK (char_length("interview_questions"."text") between 1 and 1000 and char_length("interview_questions"."answer") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "interview_slots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"at_time" text NOT NULL,
	"clock_pass" text,
	"minutes" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interview_slots_once" UNIQUE NULLS NOT DISTINCT("interview_id","on_date","at_time","clock_pass"),
	CONSTRAINT "interview_slots_pass_known" CHECK ("interview_slots"."clock_pass" in ('first', 'second')),
	CONSTRAINT "interview_slots_time_of_day" CHECK ("interview_slots"."at_time" ~ '^[0-2][0-9]:[0-5][0-9]$'),
	CONSTRAINT "interview_slots_minutes_range" CHECK ("interview_slots"."minutes" between 5 and 1440)
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"state" text NOT NULL,
	"format" text,
	"zone" text,
	"on_date" date,
	"at_time" text,
	"clock_pass" text,
	"minutes" integer,
	"invited_at" timestamp with time zone,
	"is_invited_hour_known" boolean DEFAULT true NOT NULL,
	"reply_by_date" date,
	"reply_by_time" text,
	"invitation_text" text DEFAULT '' NOT NULL,
	"booking_url" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"people" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"thank_you" text DEFAULT 'open' NOT NULL,
	"thank_you_on" date,
	"impression_note" text DEFAULT '' NOT NULL,
	"impressions_on" date,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interviews_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "interviews_state_known" CHECK ("interviews"."state" in ('invited', 'scheduled', 'waitlisted', 'done', 'declined')),
	CONSTRAINT "interviews_format_known" CHECK ("interviews"."format" in ('video', 'in_person')),
	CONSTRAINT "interviews_pass_known" CHECK ("interviews"."clock_pass" in ('first', 'second')),
	CONSTRAINT "interviews_thank_you_known" CHECK ("interviews"."thank_you" in ('open', 'sent', 'not_wanted')),
	CONSTRAINT "interviews_day_and_time" CHECK (("interviews"."on_date" is null) = ("interviews"."at_time" is null)),
	CONSTRAINT "interviews_time_of_day" CHECK ("interviews"."at_time" ~ '^[0-2][0-9]:[0-5][0-9]$' and ("interviews"."reply_by_time" is null or "interviews"."reply_by_time" ~ '^[0-2][0-9]:[0-5][0-9]$')),
	CONSTRAINT "interviews_time_has_zone" CHECK ("interviews"."on_date" is null or "interviews"."zone" is not null),
	CONSTRAINT "interviews_booked_has_day" CHECK ("interviews"."state" not in ('scheduled', 'done') or "interviews"."on_date" is not null),
	CONSTRAINT "interviews_minutes_range" CHECK ("interviews"."minutes" between 5 and 1440),
	CONSTRAINT "interviews_thank_you_day" CHECK (("interviews"."thank_you" = 'sent') = ("interviews"."thank_you_on" is not null)),
	CONSTRAINT "interviews_text_lengths" CHECK (char_length("interviews"."invitation_text") <= 20000 and char_length("interviews"."notes") <= 20000
        and char_length("interviews"."booking_url") <= 2000 and char_length("interviews"."place") <= 2000
        and char_length("interviews"."people") <= 2000 and char_length("interviews"."impression_note") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "rank_choices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"preferred_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rank_choices_two" CHECK ("rank_choices"."preferred_id" <> "rank_choices"."other_id")
);
--> statement-breakpoint
CREATE TABLE "rank_criteria" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"code" text NOT NULL,
	"label" text,
	"weight" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rank_criteria_weight_range" CHECK ("rank_criteria"."weight" between 0 and 5),
	CONSTRAINT "rank_criteria_own_has_label" CHECK (("rank_criteria"."code" like 'own-%') = ("rank_criteria"."label" is not null)),
	CONSTRAINT "rank_criteria_lengths" CHECK (char_length("rank_criteria"."code") <= 60 and char_length("rank_criteria"."label") <= 80)
);
--> statement-breakpoint
CREATE TABLE "rank_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"entry_order" uuid[] DEFAULT '{}' NOT NULL,
	"left_off" uuid[] DEFAULT '{}' NOT NULL,
	"certified_on" date,
	"certified_order" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rank_lists_no_overlap" CHECK (not ("rank_lists"."entry_order" && "rank_lists"."left_off")),
	CONSTRAINT "rank_lists_length" CHECK (cardinality("rank_lists"."entry_order") + cardinality("rank_lists"."left_off") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "rank_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"code" text NOT NULL,
	"mark" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rank_marks_mark_range" CHECK ("rank_marks"."mark" between 1 and 5),
	CONSTRAINT "rank_marks_code_length" CHECK (char_length("rank_marks"."code") <= 60)
);
--> statement-breakpoint
ALTER TABLE "interview_impressions" ADD CONSTRAINT "interview_impressions_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_impressions" ADD CONSTRAINT "interview_impressions_interview" FOREIGN KEY ("interview_id","applicant_id") REFERENCES "public"."interviews"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "interview_questions" ADD CONSTRAINT "interview_questions_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_questions" ADD CONSTRAINT "interview_questions_interview_fk" FOREIGN KEY ("interview_id","applicant_id") REFERENCES "public"."interviews"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "interview_slots" ADD CONSTRAINT "interview_slots_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_slots" ADD CONSTRAINT "interview_slots_interview" FOREIGN KEY ("interview_id","applicant_id") REFERENCES "public"."interviews"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_entry_fk" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rank_choices" ADD CONSTRAINT "rank_choices_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_choices" ADD CONSTRAINT "rank_choices_preferred_fk" FOREIGN KEY ("preferred_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rank_choices" ADD CONSTRAINT "rank_choices_other_fk" FOREIGN KEY ("other_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rank_criteria" ADD CONSTRAINT "rank_criteria_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_criteria" ADD CONSTRAINT "rank_criteria_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rank_lists" ADD CONSTRAINT "rank_lists_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_lists" ADD CONSTRAINT "rank_lists_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rank_marks" ADD CONSTRAINT "rank_marks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_marks" ADD CONSTRAINT "rank_marks_entry" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "interview_impressions_once" ON "interview_impressions" USING btree ("interview_id","criterion");--> statement-breakpoint
CREATE INDEX "interview_impressions_applicant" ON "interview_impressions" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interview_questions_form" ON "interview_questions" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interview_questions_field" ON "interview_questions" USING btree ("interview_id","field");--> statement-breakpoint
CREATE INDEX "interview_questions_interview" ON "interview_questions" USING btree ("interview_id","created_at");--> statement-breakpoint
CREATE INDEX "interview_slots_applicant" ON "interview_slots" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interviews_form" ON "interviews" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "interviews_entry" ON "interviews" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_choices_pair" ON "rank_choices" USING btree (least("preferred_id", "other_id"),greatest("preferred_id", "other_id"));--> statement-breakpoint
CREATE INDEX "rank_choices_applicant" ON "rank_choices" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "rank_choices_preferred" ON "rank_choices" USING btree ("preferred_id");--> statement-breakpoint
CREATE INDEX "rank_choices_other" ON "rank_choices" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_criteria_once" ON "rank_criteria" USING btree ("cycle_id","code");--> statement-breakpoint
CREATE INDEX "rank_criteria_applicant" ON "rank_criteria" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_lists_one_a_cycle" ON "rank_lists" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "rank_lists_applicant" ON "rank_lists" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_marks_once" ON "rank_marks" USING btree ("entry_id","code");--> statement-breakpoint
CREATE INDEX "rank_marks_applicant" ON "rank_marks" USING btree ("applicant_id");--> statement-breakpoint
SELECT app_lock_owned('interviews', 'applicant_id', 'interviews'), app_lock_owned('interview_slots', 'applicant_id', 'interviews'),
       app_lock_owned('interview_questions', 'applicant_id', 'interviews'), app_lock_owned('interview_impressions', 'applicant_id', 'interviews'),
       app_lock_owned('rank_lists', 'applicant_id', 'rank'), app_lock_owned('rank_criteria', 'applicant_id', 'rank'),
       app_lock_owned('rank_marks', 'applicant_id', 'rank'), app_lock_owned('rank_choices', 'applicant_id', 'rank');
