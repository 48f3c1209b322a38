CREATE TABLE "timing_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"earlier_on" date,
	"later_on" date,
	"next_on" date,
	"target_score" integer,
	"report_soonest_days" integer,
	"report_usual_days" integer,
	"report_usual_percent" integer,
	"report_latest_days" integer,
	"eligible_from" date,
	"eligible_until" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "timing_plans_target_range" CHECK ("timing_plans"."target_score" between 1 and 300),
	CONSTRAINT "timing_plans_report_order" CHECK ("timing_plans"."report_soonest_days" between 0 and "timing_plans"."report_usual_days" and "timing_plans"."report_latest_days" between "timing_plans"."report_usual_days" and 200),
	CONSTRAINT "timing_plans_report_percent" CHECK ("timing_plans"."report_usual_percent" between 1 and 99),
	CONSTRAINT "timing_plans_report_whole" CHECK (num_nonnulls("timing_plans"."report_soonest_days", "timing_plans"."report_usual_days", "timing_plans"."report_usual_percent", "timing_plans"."report_latest_days") in (0, 4)),
	CONSTRAINT "timing_plans_eligibility" CHECK (num_nonnulls("timing_plans"."eligible_from", "timing_plans"."eligible_until") in (0, 2) and "timing_plans"."eligible_from" <= "timing_plans"."eligible_until")
);
--> statement-breakpoint
ALTER TABLE "timing_plans" ADD CONSTRAINT "timing_plans_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timing_plans" ADD CONSTRAINT "timing_plans_cycle" FOREIGN KEY ("cycle_id","applicant_id") REFERENCES "public"."cycles"("id","applicant_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "timing_plans_one_a_cycle" ON "timing_plans" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "timing_plans_applicant" ON "timing_plans" USING btree ("applicant_id");--> statement-breakpoint
SELECT app_lock_owned('timing_plans', 'applicant_id', 'exams');
