ALTER TABLE "note_deliveries" DROP CONSTRAINT "note_deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "reminder_mails" DROP CONSTRAINT "reminder_mails_kind_known";--> statement-breakpoint
ALTER TABLE "reminder_settings" DROP CONSTRAINT "reminder_settings_notes_known";--> statement-breakpoint
ALTER TABLE "note_deliveries" ADD CONSTRAINT "note_deliveries_kind_known" CHECK ("note_deliveries"."kind" in ('comment', 'task', 'task_answer', 'question', 'accepted', 'ended'));--> statement-breakpoint
ALTER TABLE "reminder_mails" ADD CONSTRAINT "reminder_mails_kind_known" CHECK ("reminder_mails"."kind" in ('digest', 'urgent', 'test', 'notes', 'access'));--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_notes_known" CHECK ("reminder_settings"."notes_off" <@ array['comment', 'task', 'task_answer', 'question', 'accepted', 'ended']::text[]);--> statement-breakpoint
-- Who may look is told by mail: jobs read of the person whom they are about that an invitation was accepted, and what is open.
CREATE POLICY jobs ON invitations FOR SELECT TO locus_jobs USING (applicant_id = (SELECT app_viewer()));
--> statement-breakpoint
GRANT SELECT (applicant_id, grant_id, used_at) ON invitations TO locus_jobs;
--> statement-breakpoint
GRANT SELECT (mentor_email, read_sections, comment_sections, ended_by) ON grants TO locus_jobs;
--> statement-breakpoint
-- It is told soon: the applicant is looked at next, and not when their next date is due.
CREATE FUNCTION app_look_at_applicant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  UPDATE public.reminder_clocks c SET next_look_at = statement_timestamp()
  WHERE c.applicant_id = NEW.applicant_id AND c.next_look_at > statement_timestamp();
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_look_at_applicant() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER tell_applicant AFTER INSERT OR UPDATE OF revoked_at ON grants
  FOR EACH ROW EXECUTE FUNCTION app_look_at_applicant();
