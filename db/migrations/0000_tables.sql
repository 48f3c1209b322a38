CREATE TABLE "cycles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"season_year" integer NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cycles_id_applicant" UNIQUE("id","applicant_id")
);
--> statement-breakpoint
CREATE TABLE "list_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"program_id" text NOT NULL,
	"status" text DEFAULT 'considering' NOT NULL,
	"signal" text DEFAULT 'none' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_entries_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "list_entries_status_known" CHECK ("list_entries"."status" in ('considering', 'saved', 'applied', 'interview_invited', 'interview_scheduled', 'interview_waitlisted', 'interviewed', 'interview_declined', 'rejected', 'withdrawn', 'ranked', 'not_ranked', 'offer_received', 'offer_accepted_outside', 'matched', 'not_matched', 'soap_applied', 'soap_accepted', 'deferred')),
	CONSTRAINT "list_entries_signal_known" CHECK ("list_entries"."signal" in ('none', 'signal', 'gold', 'silver')),
	CONSTRAINT "list_entries_note_length" CHECK (char_length("list_entries"."note") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"status" text NOT NULL,
	"on_date" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "status_changes_status_known" CHECK ("status_changes"."status" in ('considering', 'saved', 'applied', 'interview_invited', 'interview_scheduled', 'interview_waitlisted', 'interviewed', 'interview_declined', 'rejected', 'withdrawn', 'ranked', 'not_ranked', 'offer_received', 'offer_accepted_outside', 'matched', 'not_matched', 'soap_applied', 'soap_accepted', 'deferred'))
);
--> statement-breakpoint
CREATE TABLE "exam_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"exam" text NOT NULL,
	"taken_on" date NOT NULL,
	"outcome" text NOT NULL,
	"score" integer,
	"oet_listening" integer,
	"oet_reading" integer,
	"oet_speaking" integer,
	"oet_writing" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exam_attempts_exam_known" CHECK ("exam_attempts"."exam" in ('step1', 'step2ck', 'step3', 'oet')),
	CONSTRAINT "exam_attempts_outcome_known" CHECK ("exam_attempts"."outcome" in ('planned', 'pending', 'pass', 'fail', 'incomplete', 'withheld')),
	CONSTRAINT "exam_attempts_score_range" CHECK ("exam_attempts"."score" between 1 and 300),
	CONSTRAINT "exam_attempts_step1_pass_fail" CHECK ("exam_attempts"."exam" <> 'step1' or "exam_attempts"."taken_on" < '2022-01-26' or "exam_attempts"."score" is null),
	CONSTRAINT "exam_attempts_oet_has_no_score" CHECK ("exam_attempts"."exam" <> 'oet' or "exam_attempts"."score" is null),
	CONSTRAINT "exam_attempts_oet_range" CHECK (coalesce("exam_attempts"."oet_listening", 0) between 0 and 500 and coalesce("exam_attempts"."oet_reading", 0) between 0 and 500
        and coalesce("exam_attempts"."oet_speaking", 0) between 0 and 500 and coalesce("exam_attempts"."oet_writing", 0) between 0 and 500)
);
--> statement-breakpoint
CREATE TABLE "practice_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"form" text DEFAULT '' NOT NULL,
	"taken_on" date NOT NULL,
	"score" integer,
	"percent" integer,
	"is_timed" boolean,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_results_kind_known" CHECK ("practice_results"."kind" in ('nbme_cbssa', 'nbme_ccssa', 'uwsa', 'free120', 'amboss')),
	CONSTRAINT "practice_results_score_range" CHECK ("practice_results"."score" between 1 and 300),
	CONSTRAINT "practice_results_percent_range" CHECK ("practice_results"."percent" between 0 and 100),
	CONSTRAINT "practice_results_has_result" CHECK ("practice_results"."score" is not null or "practice_results"."percent" is not null)
);
--> statement-breakpoint
CREATE TABLE "applicant_profiles" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"visa_need" text,
	"acceptable_visas" text[],
	"j1_years_used" integer,
	"entry_limit_may_apply" boolean,
	"graduation_status" text,
	"graduation_on" date,
	"ecfmg_status" text,
	"ecfmg_steps" text[],
	"ecfmg_certified_on" date,
	"ecfmg_valid_until" date,
	"is_ecfmg_permanent" boolean,
	"acgme_months" integer,
	"acgme_patient_care_months" integer,
	"abmgg_credit" text,
	"abroad_months" integer,
	"pediatrics_months" integer,
	"medicine_months" integer,
	"is_obgyn_completed" boolean,
	"clinical_recorded" text,
	"research_recorded" text,
	"publications_recorded" text,
	"letters_recorded" text,
	"attempts_recorded" text,
	"niches" text[],
	"school_standing" text,
	"pediatrics_grade" text,
	"medicine_grade" text,
	"neurology_grade" text,
	"is_explanation_on_file" boolean,
	"preferred_states" text[] DEFAULT '{}'::text[] NOT NULL,
	"preferred_settings" text[] DEFAULT '{}'::text[] NOT NULL,
	"preferred_research" text,
	"preferred_pathways" text[] DEFAULT '{}'::text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_visa_need_known" CHECK ("applicant_profiles"."visa_need" in ('needs_visa', 'no_visa_needed')),
	CONSTRAINT "profiles_graduation_known" CHECK ("applicant_profiles"."graduation_status" in ('enrolled', 'graduated')),
	CONSTRAINT "profiles_ecfmg_known" CHECK ("applicant_profiles"."ecfmg_status" in ('certified', 'in_progress', 'not_started')),
	CONSTRAINT "profiles_abmgg_known" CHECK ("applicant_profiles"."abmgg_credit" in ('granted', 'asked', 'not_asked')),
	CONSTRAINT "profiles_standing_known" CHECK ("applicant_profiles"."school_standing" in ('top_quarter', 'upper_half', 'lower_half')),
	CONSTRAINT "profiles_j1_years" CHECK ("applicant_profiles"."j1_years_used" between 0 and 20),
	CONSTRAINT "profiles_acgme_months" CHECK ("applicant_profiles"."acgme_months" between 0 and 240),
	CONSTRAINT "profiles_patient_care_within" CHECK ("applicant_profiles"."acgme_patient_care_months" between 0 and coalesce("applicant_profiles"."acgme_months", 240)),
	CONSTRAINT "profiles_certificate_order" CHECK ("applicant_profiles"."ecfmg_valid_until" >= "applicant_profiles"."ecfmg_certified_on")
);
--> statement-breakpoint
CREATE TABLE "clinical_experiences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"specialty" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"weeks" integer NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clinical_experiences_kind_known" CHECK ("clinical_experiences"."kind" in ('elective', 'subinternship', 'externship', 'observership', 'telehealth')),
	CONSTRAINT "clinical_experiences_specialty_known" CHECK ("clinical_experiences"."specialty" in ('genetics', 'pediatrics', 'internal_medicine', 'neurology', 'obstetrics', 'other')),
	CONSTRAINT "clinical_experiences_weeks" CHECK ("clinical_experiences"."weeks" between 1 and 520)
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"author" text NOT NULL,
	"state" text NOT NULL,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"writer" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letters_author_known" CHECK ("letters"."author" in ('us_geneticist', 'us_clinician', 'us_researcher', 'home_geneticist', 'home_clinician')),
	CONSTRAINT "letters_state_known" CHECK ("letters"."state" in ('in_hand', 'promised'))
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"field" text NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_field_known" CHECK ("publications"."field" in ('genetics', 'other')),
	CONSTRAINT "publications_kind_known" CHECK ("publications"."kind" in ('paper', 'abstract')),
	CONSTRAINT "publications_author_known" CHECK ("publications"."author" in ('first', 'other')),
	CONSTRAINT "publications_state_known" CHECK ("publications"."state" in ('published', 'accepted', 'submitted'))
);
--> statement-breakpoint
CREATE TABLE "research_experiences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"field" text NOT NULL,
	"role" text NOT NULL,
	"months" integer NOT NULL,
	"is_in_us" boolean DEFAULT false NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "research_experiences_field_known" CHECK ("research_experiences"."field" in ('genetics', 'other')),
	CONSTRAINT "research_experiences_role_known" CHECK ("research_experiences"."role" in ('lead', 'member', 'assistant')),
	CONSTRAINT "research_experiences_months" CHECK ("research_experiences"."months" between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "catalogue_loads" (
	"hash" text PRIMARY KEY NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "program_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"owner_id" uuid,
	"field" text NOT NULL,
	"value_text" text,
	"value_number" double precision,
	"scope" text NOT NULL,
	"year" integer,
	"season" integer,
	"origin" text NOT NULL,
	"stated_on" date,
	"confidence" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_title" text NOT NULL,
	"source_url" text,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "program_facts_scope_known" CHECK ("program_facts"."scope" in ('program', 'parent', 'institution', 'classification')),
	CONSTRAINT "program_facts_origin_known" CHECK ("program_facts"."origin" in ('catalogue', 'told', 'own')),
	CONSTRAINT "program_facts_confidence_known" CHECK ("program_facts"."confidence" in ('official', 'secondary', 'inferred', 'unknown')),
	CONSTRAINT "program_facts_kind_known" CHECK ("program_facts"."source_kind" in ('official', 'directory', 'grant', 'press', 'mirror', 'classification', 'told', 'own')),
	CONSTRAINT "program_facts_one_value" CHECK (("program_facts"."value_text" is null) <> ("program_facts"."value_number" is null)),
	CONSTRAINT "program_facts_owner_origin" CHECK (("program_facts"."owner_id" is null) = ("program_facts"."origin" = 'catalogue'))
);
--> statement-breakpoint
CREATE TABLE "program_leads" (
	"id" text PRIMARY KEY NOT NULL,
	"sponsor" text NOT NULL,
	"city" text,
	"state" text,
	"found" text NOT NULL,
	"pathways" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid,
	"sponsor" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"state" text,
	"pathway" text NOT NULL,
	"acgme_id" text,
	"nrmp_code" text,
	"url" text,
	"retired_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programs_pathway_known" CHECK ("programs"."pathway" in ('peds_mgg', 'im_mgg', 'mgg', 'mfm_mgg', 'pediatrics', 'internal_medicine', 'prelim_or_ty', 'lab_genetics')),
	CONSTRAINT "programs_own_id" CHECK (("programs"."owner_id" is null) = ("programs"."id" not like 'own-%'))
);
--> statement-breakpoint
CREATE TABLE "season_events" (
	"season_year" integer NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"on_date" date,
	"at" timestamp with time zone,
	"end_at" timestamp with time zone,
	"status" text NOT NULL,
	"confidence" text NOT NULL,
	"source_title" text NOT NULL,
	"source_url" text,
	"source_year" integer,
	"rule" text,
	"note" text,
	CONSTRAINT "season_events_season_year_key_pk" PRIMARY KEY("season_year","key"),
	CONSTRAINT "season_events_status_known" CHECK ("season_events"."status" in ('published', 'projected', 'not_announced')),
	CONSTRAINT "season_events_confidence_known" CHECK ("season_events"."confidence" in ('official', 'secondary', 'inferred', 'unknown')),
	CONSTRAINT "season_events_placed" CHECK (("season_events"."status" = 'not_announced') = ("season_events"."on_date" is null))
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"year" integer PRIMARY KEY NOT NULL,
	"label" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "auth_tokens_purpose_known" CHECK ("auth_tokens"."purpose" in ('sign_up', 'reset_password', 'change_email_old', 'change_email_new'))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"read_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"comment_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_not_to_oneself" CHECK ("grants"."applicant_id" <> "grants"."mentor_id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"password_hash" text,
	"name" text,
	"time_zone" text DEFAULT 'America/New_York' NOT NULL,
	"is_time_zone_chosen" boolean DEFAULT false NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_kind_known" CHECK ("users"."kind" in ('guest', 'member')),
	CONSTRAINT "users_theme_known" CHECK ("users"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "users_member_has_email" CHECK ("users"."kind" = 'guest' or "users"."email" is not null),
	CONSTRAINT "users_guest_has_no_login" CHECK ("users"."kind" = 'member' or ("users"."email" is null and "users"."password_hash" is null)),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_season_year_seasons_year_fk" FOREIGN KEY ("season_year") REFERENCES "public"."seasons"("year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_entries" ADD CONSTRAINT "list_entries_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_entries" ADD CONSTRAINT "list_entries_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_entries" ADD CONSTRAINT "list_entries_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_entry_fk" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_results" ADD CONSTRAINT "practice_results_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant_profiles" ADD CONSTRAINT "applicant_profiles_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinical_experiences" ADD CONSTRAINT "clinical_experiences_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_experiences" ADD CONSTRAINT "research_experiences_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_facts" ADD CONSTRAINT "program_facts_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_facts" ADD CONSTRAINT "program_facts_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_events" ADD CONSTRAINT "season_events_season_year_seasons_year_fk" FOREIGN KEY ("season_year") REFERENCES "public"."seasons"("year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_mentor_id_users_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cycles_one_a_season" ON "cycles" USING btree ("applicant_id","season_year");--> statement-breakpoint
CREATE UNIQUE INDEX "cycles_one_current" ON "cycles" USING btree ("applicant_id") WHERE "cycles"."is_current";--> statement-breakpoint
CREATE INDEX "cycles_season" ON "cycles" USING btree ("season_year");--> statement-breakpoint
CREATE UNIQUE INDEX "list_entries_once" ON "list_entries" USING btree ("cycle_id","program_id");--> statement-breakpoint
CREATE INDEX "list_entries_applicant" ON "list_entries" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE INDEX "list_entries_program" ON "list_entries" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "status_changes_entry" ON "status_changes" USING btree ("entry_id","on_date","created_at");--> statement-breakpoint
CREATE INDEX "status_changes_applicant" ON "status_changes" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "status_changes_form" ON "status_changes" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exam_attempts_one_a_day" ON "exam_attempts" USING btree ("applicant_id","exam","taken_on");--> statement-breakpoint
CREATE UNIQUE INDEX "exam_attempts_form" ON "exam_attempts" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "practice_results_applicant" ON "practice_results" USING btree ("applicant_id","taken_on");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_results_form" ON "practice_results" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "clinical_experiences_applicant" ON "clinical_experiences" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "clinical_experiences_form" ON "clinical_experiences" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "letters_applicant" ON "letters" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_form" ON "letters" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "publications_applicant" ON "publications" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_form" ON "publications" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "research_experiences_applicant" ON "research_experiences" USING btree ("applicant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "research_experiences_form" ON "research_experiences" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "program_facts_program" ON "program_facts" USING btree ("program_id","field");--> statement-breakpoint
CREATE INDEX "program_facts_owner" ON "program_facts" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "programs_owner" ON "programs" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "programs_order" ON "programs" USING btree ("state","sponsor");--> statement-breakpoint
CREATE INDEX "season_events_on" ON "season_events" USING btree ("on_date");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_tokens_hash_unique" ON "auth_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "auth_tokens_user" ON "auth_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_tokens_email" ON "auth_tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "grants_applicant" ON "grants" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "grants_mentor" ON "grants" USING btree ("mentor_id","applicant_id");--> statement-breakpoint
CREATE INDEX "identities_user" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_resets_at" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_guest_last_seen" ON "users" USING btree ("kind","last_seen_at");