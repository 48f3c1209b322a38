-- An assignment hangs on a letter and on a list entry, which a guest's sign-up moves one after the other: whether both are
-- the same person's is asked when the move is complete.
ALTER TABLE "letter_assignments" ALTER CONSTRAINT "letter_assignments_entry" DEFERRABLE INITIALLY DEFERRED;
