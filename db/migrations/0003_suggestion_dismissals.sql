CREATE TABLE "suggestion_dismissals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"program_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_dismissals_reason_known" CHECK ("suggestion_dismissals"."reason" in ('place', 'pathway', 'sponsor', 'not_interested', 'asked_and_no'))
);
--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "suggestion_dismissals_once" ON "suggestion_dismissals" USING btree ("cycle_id","program_id");--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_applicant" ON "suggestion_dismissals" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_program" ON "suggestion_dismissals" USING btree ("program_id");--> statement-breakpoint
SELECT app_lock_owned('suggestion_dismissals', 'applicant_id', 'list');
