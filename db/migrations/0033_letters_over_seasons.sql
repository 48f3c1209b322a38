ALTER TABLE "contacts" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "letter_tracks" ADD COLUMN "former_uploaded_on" date;