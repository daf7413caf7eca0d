"""The guard on a no during a stay, in the database: what code might forget, the table refuses.

A refusal of days is stored only while the patient is in the hospital and the stay lies with a
physician, signed by an active physician reviewer with a licence valid on the day in the office's
state and a current attestation, who opened every paper that others sent, and never without papers;
one a transaction. Answers never change. An approval is never taken back: the first day not approved
only moves on. A move of a stay is never changed and never removed; it can only be struck, once.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_stay_no() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    office record;
BEGIN
    IF NEW.outcome <> 'refused' THEN
        RETURN NEW;
    END IF;
    SELECT t.state INTO office
      FROM admission s JOIN tenant t ON t.id = s.tenant_id
     WHERE s.id = NEW.admission_id AND s.tenant_id = NEW.tenant_id
       AND s.state = 'in_house' AND s.review_desk = 'physician';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'stay guard: this stay is not in physician review'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account a JOIN licence l ON l.account_id = a.id AND l.tenant_id = a.tenant_id
         WHERE a.id = NEW.signed_by_id AND a.tenant_id = NEW.tenant_id AND a.is_active
           AND 'physician_reviewer' = ANY (a.roles)
           AND l.profession = 'physician' AND l.state = office.state
           AND l.from_on <= NEW.decided_on AND l.until_on > NEW.decided_on) THEN
        RAISE EXCEPTION 'stay guard: the signer is no licensed physician reviewer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM attestation s
         WHERE s.account_id = NEW.signed_by_id AND s.tenant_id = NEW.tenant_id
           AND s.statement = 'no_reward_for_denials'
           AND s.signed_at <= NEW.decided_at AND s.until_on > NEW.decided_on) THEN
        RAISE EXCEPTION 'stay guard: the signer''s attestation is not current'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM document d
         WHERE d.tenant_id = NEW.tenant_id AND d.case_id = NEW.admission_id
           AND d.source <> 'office') THEN
        RAISE EXCEPTION 'stay guard: missing papers are never a no'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM document d
         WHERE d.tenant_id = NEW.tenant_id AND d.case_id = NEW.admission_id
           AND d.source <> 'office'
           AND NOT EXISTS (
               SELECT 1 FROM case_event e
                WHERE e.tenant_id = NEW.tenant_id AND e.case_id = NEW.admission_id
                  AND e.name = 'admission.paper_opened' AND e.actor_id = NEW.signed_by_id
                  AND e.details->>'document' = d.id::text)) THEN
        RAISE EXCEPTION 'stay guard: the signer has not opened every record'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.signed_in_transaction := txid_current();
    RETURN NEW;
END $$;

ALTER TABLE admission_review ADD COLUMN signed_in_transaction bigint;
CREATE UNIQUE INDEX admission_one_no_a_transaction
    ON admission_review (tenant_id, signed_in_transaction) WHERE outcome = 'refused';

CREATE TRIGGER admission_no_guard BEFORE INSERT ON admission_review
    FOR EACH ROW EXECUTE FUNCTION guard_stay_no();

CREATE TRIGGER admission_review_never_changes BEFORE UPDATE OR DELETE ON admission_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION keep_approved_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_until_on IS NOT NULL
       AND (NEW.approved_until_on IS NULL OR NEW.approved_until_on < OLD.approved_until_on) THEN
        RAISE EXCEPTION 'stay guard: an approval is never taken back'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER admission_keeps_approved_days BEFORE UPDATE ON admission
    FOR EACH ROW EXECUTE FUNCTION keep_approved_days();

CREATE FUNCTION keep_stay_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.struck_at IS NOT NULL
       OR (NEW.id, NEW.tenant_id, NEW.admission_id, NEW.happened_at, NEW.recorded_at, NEW.kind,
           NEW.level, NEW.hospital_id)
          IS DISTINCT FROM
          (OLD.id, OLD.tenant_id, OLD.admission_id, OLD.happened_at, OLD.recorded_at, OLD.kind,
           OLD.level, OLD.hospital_id) THEN
        RAISE EXCEPTION 'stay guard: moves are append only: one is struck, never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER admission_moves_stay BEFORE UPDATE OR DELETE ON admission_move
    FOR EACH ROW EXECUTE FUNCTION keep_stay_moves();
"""
UNGUARD = """
DROP TRIGGER admission_moves_stay ON admission_move;
DROP FUNCTION keep_stay_moves();
DROP TRIGGER admission_keeps_approved_days ON admission;
DROP FUNCTION keep_approved_days();
DROP TRIGGER admission_review_never_changes ON admission_review;
DROP TRIGGER admission_no_guard ON admission_review;
DROP INDEX admission_one_no_a_transaction;
ALTER TABLE admission_review DROP COLUMN signed_in_transaction;
DROP FUNCTION guard_stay_no();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("admissions", "0001_create_admissions"),
        ("timeline", "0002_make_history_append_only"),
        ("access", "0001_create_accounts"),
        ("documents", "0001_create_documents"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
