CREATE TABLE "outside_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"entry_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"offered_on" date NOT NULL,
	"answer_by" date,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_on" date,
	"withdrawn_on" date,
	"note" text DEFAULT '' NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_offers_state_known" CHECK ("outside_offers"."state" in ('open', 'accepted', 'declined')),
	CONSTRAINT "outside_offers_decided" CHECK (("outside_offers"."state" = 'open') = ("outside_offers"."decided_on" is null)),
	CONSTRAINT "outside_offers_named" CHECK (char_length("outside_offers"."name") <= 200 and char_length("outside_offers"."note") <= 2000
        and ("outside_offers"."entry_id" is null) = (char_length("outside_offers"."name") > 0))
);
--> statement-breakpoint
CREATE TABLE "soap_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"entry_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"applied_on" date NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "soap_applications_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "soap_applications_named" CHECK (char_length("soap_applications"."name") <= 200 and ("soap_applications"."entry_id" is null) = (char_length("soap_applications"."name") > 0))
);
--> statement-breakpoint
CREATE TABLE "soap_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"answer" text DEFAULT 'open' NOT NULL,
	"answered_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "soap_offers_answer_known" CHECK ("soap_offers"."answer" in ('open', 'accepted', 'declined', 'expired')),
	CONSTRAINT "soap_offers_round_range" CHECK ("soap_offers"."round" between 1 and 4),
	CONSTRAINT "soap_offers_answer_day" CHECK (("soap_offers"."answer" = 'open') = ("soap_offers"."answered_on" is null))
);
--> statement-breakpoint
CREATE TABLE "soap_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"is_registered" boolean,
	"is_verified" boolean,
	"result" text,
	"result_on" date,
	"resumed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "soap_records_result_known" CHECK ("soap_records"."result" in ('matched', 'partly_matched', 'not_matched')),
	CONSTRAINT "soap_records_result_has_day" CHECK (("soap_records"."result" is null) = ("soap_records"."result_on" is null))
);
--> statement-breakpoint
ALTER TABLE "reminder_deliveries" DROP CONSTRAINT "reminder_deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "reminder_things" DROP CONSTRAINT "reminder_things_kind_known";--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "outcome_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "learned" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outside_offers" ADD CONSTRAINT "outside_offers_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_offers" ADD CONSTRAINT "outside_offers_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "outside_offers" ADD CONSTRAINT "outside_offers_entry_fk" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "soap_applications" ADD CONSTRAINT "soap_applications_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soap_applications" ADD CONSTRAINT "soap_applications_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "soap_applications" ADD CONSTRAINT "soap_applications_entry_fk" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "soap_offers" ADD CONSTRAINT "soap_offers_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soap_offers" ADD CONSTRAINT "soap_offers_application" FOREIGN KEY ("application_id","applicant_id") REFERENCES "public"."soap_applications"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "soap_records" ADD CONSTRAINT "soap_records_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soap_records" ADD CONSTRAINT "soap_records_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "outside_offers_form" ON "outside_offers" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE INDEX "outside_offers_cycle_order" ON "outside_offers" USING btree ("cycle_id","offered_on");--> statement-breakpoint
CREATE INDEX "outside_offers_by_entry" ON "outside_offers" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "soap_applications_form" ON "soap_applications" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "soap_applications_entry" ON "soap_applications" USING btree ("cycle_id","entry_id");--> statement-breakpoint
CREATE INDEX "soap_applications_by_entry" ON "soap_applications" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "soap_offers_once" ON "soap_offers" USING btree ("application_id","round");--> statement-breakpoint
CREATE INDEX "soap_offers_applicant" ON "soap_offers" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "soap_records_one_a_cycle" ON "soap_records" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "soap_records_applicant" ON "soap_records" USING btree ("applicant_id");--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_outcome_known" CHECK ("cycles"."outcome" in ('matched', 'not_matched', 'withdrew', 'did_not_apply'));--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_closed_with_outcome" CHECK (("cycles"."outcome" is null) = ("cycles"."closed_on" is null));--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_text_lengths" CHECK (char_length("cycles"."outcome_note") <= 4000 and char_length("cycles"."learned") <= 8000);--> statement-breakpoint
ALTER TABLE "reminder_deliveries" ADD CONSTRAINT "reminder_deliveries_kind_known" CHECK ("reminder_deliveries"."kind" in ('season', 'exam', 'checklist', 'interview', 'follow_up', 'offer'));--> statement-breakpoint
ALTER TABLE "reminder_things" ADD CONSTRAINT "reminder_things_kind_known" CHECK ("reminder_things"."kind" in ('season', 'exam', 'checklist', 'interview', 'follow_up', 'offer'));--> statement-breakpoint
SELECT app_lock_owned('soap_records', 'applicant_id', 'list'), app_lock_owned('soap_applications', 'applicant_id', 'list'),
       app_lock_owned('soap_offers', 'applicant_id', 'list'), app_lock_owned('outside_offers', 'applicant_id', 'list');
