CREATE TABLE "finding_dismissals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "finding_dismissals_reason_known" CHECK ("finding_dismissals"."reason" in ('misread', 'meant', 'advised', 'elsewhere')),
	CONSTRAINT "finding_dismissals_key_length" CHECK (char_length("finding_dismissals"."key") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "statement_assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"origin" text NOT NULL,
	"text" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_versions_origin_known" CHECK ("statement_versions"."origin" in ('saved', 'other_window', 'set_aside', 'restored')),
	CONSTRAINT "statement_versions_lengths" CHECK (char_length("statement_versions"."name") <= 120 and char_length("statement_versions"."text") <= 60000)
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"title" text NOT NULL,
	"pathway" text,
	"text" text DEFAULT '' NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statements_id_applicant" UNIQUE("id","applicant_id"),
	CONSTRAINT "statements_pathway_known" CHECK ("statements"."pathway" in ('peds_mgg', 'im_mgg', 'mgg', 'mfm_mgg', 'pediatrics', 'internal_medicine', 'prelim_or_ty', 'lab_genetics')),
	CONSTRAINT "statements_lengths" CHECK (char_length("statements"."title") between 1 and 120 and char_length("statements"."text") <= 60000)
);
--> statement-breakpoint
ALTER TABLE "finding_dismissals" ADD CONSTRAINT "finding_dismissals_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_assignments" ADD CONSTRAINT "statement_assignments_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_assignments" ADD CONSTRAINT "statement_assignments_entry" FOREIGN KEY ("entry_id","applicant_id") REFERENCES "public"."list_entries"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "statement_assignments" ADD CONSTRAINT "statement_assignments_statement_fk" FOREIGN KEY ("statement_id","applicant_id") REFERENCES "public"."statements"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "statement_versions" ADD CONSTRAINT "statement_versions_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_versions" ADD CONSTRAINT "statement_versions_statement" FOREIGN KEY ("statement_id","applicant_id") REFERENCES "public"."statements"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_dismissals_once" ON "finding_dismissals" USING btree ("applicant_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_assignments_one_a_program" ON "statement_assignments" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "statement_assignments_statement" ON "statement_assignments" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "statement_assignments_applicant" ON "statement_assignments" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_versions_number" ON "statement_versions" USING btree ("statement_id","number");--> statement-breakpoint
CREATE INDEX "statement_versions_applicant" ON "statement_versions" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_form" ON "statements" USING btree ("applicant_id","form_id");--> statement-breakpoint
-- Checked at commit: the owner of a guest's list and of their statements changes in two statements of one transaction.
ALTER TABLE "statement_assignments" ALTER CONSTRAINT "statement_assignments_statement_fk" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
SELECT app_lock_owned('statements', 'applicant_id', 'documents');
--> statement-breakpoint
SELECT app_lock_owned('statement_versions', 'applicant_id', 'documents');
--> statement-breakpoint
SELECT app_lock_owned('statement_assignments', 'applicant_id', 'documents');
--> statement-breakpoint
SELECT app_lock_owned('finding_dismissals', 'applicant_id', 'documents');
