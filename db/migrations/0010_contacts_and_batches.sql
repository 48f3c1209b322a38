CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"entry_id" uuid,
	"on_date" date NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"follow_up_date" date,
	"is_followed_up" boolean DEFAULT false NOT NULL,
	"person" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"removed_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_kind_known" CHECK ("contacts"."kind" in ('question', 'letter_of_interest', 'thank_you', 'letter_of_intent', 'answer', 'update', 'couple', 'other')),
	CONSTRAINT "contacts_direction_known" CHECK ("contacts"."direction" in ('sent', 'received')),
	CONSTRAINT "contacts_channel_known" CHECK ("contacts"."channel" in ('email', 'phone', 'video', 'in_person', 'form', 'post')),
	CONSTRAINT "contacts_outcome_known" CHECK ("contacts"."outcome" in ('waiting', 'answered', 'no_answer', 'told_not_to_write', 'none_needed')),
	CONSTRAINT "contacts_text_lengths" CHECK (char_length("contacts"."person") <= 200 and char_length("contacts"."text") <= 20000)
);
--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "silence_days" integer DEFAULT 42 NOT NULL;--> statement-breakpoint
ALTER TABLE "status_changes" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_cycle_fk" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_entry_fk" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_form" ON "contacts" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "contacts_cycle" ON "contacts" USING btree ("cycle_id","on_date");--> statement-breakpoint
CREATE INDEX "contacts_entry" ON "contacts" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "status_changes_batch" ON "status_changes" USING btree ("applicant_id","batch_id","entry_id") WHERE "status_changes"."batch_id" is not null;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_silence_days_range" CHECK ("cycles"."silence_days" between 7 and 365);--> statement-breakpoint
SELECT app_lock_owned('contacts', 'applicant_id', 'contacts');
