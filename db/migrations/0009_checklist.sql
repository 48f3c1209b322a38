CREATE TABLE "checklist_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"note" text DEFAULT '' NOT NULL,
	"waits_for" text,
	"done_on" date,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checklist_items_lengths" CHECK (char_length("checklist_items"."title") between 1 and 200 and char_length("checklist_items"."note") <= 4000 and char_length("checklist_items"."waits_for") <= 80)
);
--> statement-breakpoint
CREATE TABLE "checklist_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"done_on" date,
	"not_needed" text DEFAULT '' NOT NULL,
	"own_due" date,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checklist_marks_lengths" CHECK (char_length("checklist_marks"."item_id") between 1 and 80 and char_length("checklist_marks"."not_needed") <= 300 and char_length("checklist_marks"."note") <= 4000),
	CONSTRAINT "checklist_marks_one_end" CHECK ("checklist_marks"."done_on" is null or "checklist_marks"."not_needed" = '')
);
--> statement-breakpoint
CREATE TABLE "cycle_visits" (
	"cycle_id" uuid PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"visited_at" timestamp with time zone NOT NULL,
	"previous_visit_at" timestamp with time zone,
	"seen_dates" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_cycle_fk" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "checklist_marks" ADD CONSTRAINT "checklist_marks_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_marks" ADD CONSTRAINT "checklist_marks_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "cycle_visits" ADD CONSTRAINT "cycle_visits_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_visits" ADD CONSTRAINT "cycle_visits_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "checklist_items_cycle" ON "checklist_items" USING btree ("cycle_id","created_at");--> statement-breakpoint
CREATE INDEX "checklist_items_applicant" ON "checklist_items" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_items_form" ON "checklist_items" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_marks_once" ON "checklist_marks" USING btree ("cycle_id","item_id");--> statement-breakpoint
CREATE INDEX "checklist_marks_applicant" ON "checklist_marks" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "cycle_visits_applicant" ON "cycle_visits" USING btree ("applicant_id");--> statement-breakpoint
SELECT app_lock_owned('checklist_marks', 'applicant_id', 'checklist');--> statement-breakpoint
SELECT app_lock_owned('checklist_items', 'applicant_id', 'checklist');--> statement-breakpoint
SELECT app_lock_owned('cycle_visits', 'applicant_id', 'checklist');
