CREATE TABLE "experience_gap_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"line" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "experience_gap_lines_in_order" CHECK ("experience_gap_lines"."to_on" >= "experience_gap_lines"."from_on"),
	CONSTRAINT "experience_gap_lines_length" CHECK (char_length("experience_gap_lines"."line") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "experiences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"source" text,
	"type" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"organization" text DEFAULT '' NOT NULL,
	"start_on" date,
	"end_on" date,
	"is_ongoing" boolean DEFAULT false NOT NULL,
	"is_genetics" boolean DEFAULT false NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_meaningful" boolean DEFAULT false NOT NULL,
	"meaning" text DEFAULT '' NOT NULL,
	"position" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"form_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "experiences_type_known" CHECK ("experiences"."type" in ('education', 'military', 'organization', 'other', 'research', 'teaching', 'volunteer', 'work')),
	CONSTRAINT "experiences_source_form" CHECK ("experiences"."source" ~ '^(clinical|research):[0-9a-f-]{36}$'),
	CONSTRAINT "experiences_position_range" CHECK ("experiences"."position" between 1 and 10),
	CONSTRAINT "experiences_dates_in_order" CHECK ("experiences"."end_on" >= "experiences"."start_on"),
	CONSTRAINT "experiences_end_needs_start" CHECK ("experiences"."end_on" is null or "experiences"."start_on" is not null),
	CONSTRAINT "experiences_ongoing_has_no_end" CHECK (not "experiences"."is_ongoing" or "experiences"."end_on" is null),
	CONSTRAINT "experiences_first_of_month" CHECK (extract(day from coalesce("experiences"."start_on", '2000-01-01')) = 1 and extract(day from coalesce("experiences"."end_on", '2000-01-01')) = 1),
	CONSTRAINT "experiences_lengths" CHECK (char_length("experiences"."title") <= 200 and char_length("experiences"."organization") <= 200
        and char_length("experiences"."description") <= 4000 and char_length("experiences"."meaning") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "story_sentences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"role" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"evidence" text[] DEFAULT '{}'::text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_sentences_role_known" CHECK ("story_sentences"."role" in ('beginning', 'turn', 'direction')),
	CONSTRAINT "story_sentences_lengths" CHECK (char_length("story_sentences"."text") <= 600 and cardinality("story_sentences"."evidence") <= 20)
);
--> statement-breakpoint
ALTER TABLE "experience_gap_lines" ADD CONSTRAINT "experience_gap_lines_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_sentences" ADD CONSTRAINT "story_sentences_applicant_id_users_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "experience_gap_lines_one_a_month" ON "experience_gap_lines" USING btree ("applicant_id","from_on");--> statement-breakpoint
CREATE INDEX "experiences_applicant" ON "experiences" USING btree ("applicant_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "experiences_form" ON "experiences" USING btree ("applicant_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "experiences_one_a_source" ON "experiences" USING btree ("applicant_id","source");--> statement-breakpoint
CREATE UNIQUE INDEX "story_sentences_one_a_role" ON "story_sentences" USING btree ("applicant_id","role");--> statement-breakpoint
SELECT app_lock_owned('experiences', 'applicant_id', 'documents'), app_lock_owned('experience_gap_lines', 'applicant_id', 'documents'),
       app_lock_owned('story_sentences', 'applicant_id', 'story');
