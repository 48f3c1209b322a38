CREATE TABLE "letter_assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"slot" smallint NOT NULL,
	"assigned_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_assignments_slot_range" CHECK ("letter_assignments"."slot" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "letter_tracks" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"knowledge" text,
	"waiver" text,
	"zone" text,
	"week" text DEFAULT 'mon_fri' NOT NULL,
	"director_topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_on" date,
	"confirmed_on" date,
	"requested_on" date,
	"uploaded_on" date,
	"asked_on" date[] DEFAULT '{}'::date[] NOT NULL,
	"ask_again_on" date,
	"together" text DEFAULT '' NOT NULL,
	"brief_facts" text[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_tracks_knowledge_known" CHECK ("letter_tracks"."knowledge" in ('supervised', 'worked_with', 'little')),
	CONSTRAINT "letter_tracks_waiver_known" CHECK ("letter_tracks"."waiver" in ('waived', 'kept')),
	CONSTRAINT "letter_tracks_week_known" CHECK ("letter_tracks"."week" in ('mon_fri', 'sun_thu', 'mon_sat')),
	CONSTRAINT "letter_tracks_topics_known" CHECK ("letter_tracks"."director_topics" <@ array['demanding_content', 'molecular_and_statistics', 'families_and_care']::text[]),
	CONSTRAINT "letter_tracks_lengths" CHECK (char_length("letter_tracks"."zone") <= 80 and char_length("letter_tracks"."together") <= 1000
        and cardinality("letter_tracks"."asked_on") <= 100 and cardinality("letter_tracks"."brief_facts") <= 100),
	CONSTRAINT "letter_tracks_order" CHECK ("letter_tracks"."confirmed_on" >= "letter_tracks"."created_on" and "letter_tracks"."requested_on" >= "letter_tracks"."created_on" and "letter_tracks"."uploaded_on" >= "letter_tracks"."created_on"
        and "letter_tracks"."requested_on" >= "letter_tracks"."confirmed_on" and "letter_tracks"."uploaded_on" >= "letter_tracks"."confirmed_on" and "letter_tracks"."uploaded_on" >= "letter_tracks"."requested_on")
);
--> statement-breakpoint
CREATE TABLE "paper_tracks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"paper" text NOT NULL,
	"holder" text,
	"since_date" date,
	"expected_date" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "paper_tracks_paper_known" CHECK ("paper_tracks"."paper" in ('ecfmg_application', 'credentials', 'pathway_application', 'pathway_accepted', 'oet', 'certificate', 'mspe', 'school_transcript', 'letters_translated', 'eras_token', 'fellowship_token', 'photo')),
	CONSTRAINT "paper_tracks_holder_known" CHECK ("paper_tracks"."holder" in ('me', 'school', 'ecfmg', 'translator', 'ministry', 'eras', 'other'))
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_id_applicant" UNIQUE("id","applicant_id");--> statement-breakpoint
ALTER TABLE "letter_assignments" ADD CONSTRAINT "letter_assignments_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_assignments" ADD CONSTRAINT "letter_assignments_letter" FOREIGN KEY ("letter_id","applicant_id") REFERENCES "public"."letters"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "letter_assignments" ADD CONSTRAINT "letter_assignments_entry" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "letter_tracks" ADD CONSTRAINT "letter_tracks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_tracks" ADD CONSTRAINT "letter_tracks_letter" FOREIGN KEY ("letter_id","applicant_id") REFERENCES "public"."letters"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "paper_tracks" ADD CONSTRAINT "paper_tracks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letter_assignments_place" ON "letter_assignments" USING btree ("entry_id","slot");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_assignments_once" ON "letter_assignments" USING btree ("letter_id","entry_id");--> statement-breakpoint
CREATE INDEX "letter_assignments_applicant" ON "letter_assignments" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "letter_tracks_applicant" ON "letter_tracks" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_tracks_once" ON "paper_tracks" USING btree ("applicant_id","paper");--> statement-breakpoint
CREATE INDEX "paper_tracks_applicant" ON "paper_tracks" USING btree ("applicant_id");--> statement-breakpoint
SELECT app_lock_owned('letter_tracks', 'applicant_id', 'documents'),
       app_lock_owned('letter_assignments', 'applicant_id', 'documents'),
       app_lock_owned('paper_tracks', 'applicant_id', 'documents');
--> statement-breakpoint
-- Reminders to ask a writer or an office again: jobs read what is waited for by the one person whom they are about.
SELECT app_open_to_jobs('letter_tracks', 'applicant_id'), app_open_to_jobs('letter_assignments', 'applicant_id'),
       app_open_to_jobs('paper_tracks', 'applicant_id');
