"""The guard on a no to a hospital, in the database: what code might forget, the table refuses.

A disagreement is stored only while the hospital waits, signed by an active physician reviewer with
a licence valid on the day in the office's state and a current attestation; one a transaction. A
request becomes disagreed only with such an answer. Answers never change.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_hospital_no() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    office record;
BEGIN
    IF NEW.outcome <> 'disagreed' THEN
        RETURN NEW;
    END IF;
    SELECT t.state INTO office
      FROM post_stabilization p JOIN tenant t ON t.id = p.tenant_id
     WHERE p.id = NEW.request_id AND p.tenant_id = NEW.tenant_id AND p.state = 'asked';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'disagreement guard: no hospital waits for this answer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account a JOIN licence l ON l.account_id = a.id AND l.tenant_id = a.tenant_id
         WHERE a.id = NEW.signed_by_id AND a.tenant_id = NEW.tenant_id AND a.is_active
           AND 'physician_reviewer' = ANY (a.roles)
           AND l.profession = 'physician' AND l.state = office.state
           AND l.from_on <= NEW.answered_on AND l.until_on > NEW.answered_on) THEN
        RAISE EXCEPTION 'disagreement guard: the signer is no licensed physician reviewer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM attestation s
         WHERE s.account_id = NEW.signed_by_id AND s.tenant_id = NEW.tenant_id
           AND s.statement = 'no_reward_for_denials'
           AND s.signed_at <= NEW.answered_at AND s.until_on > NEW.answered_on) THEN
        RAISE EXCEPTION 'disagreement guard: the signer''s attestation is not current'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF btrim(NEW.words) = '' THEN
        RAISE EXCEPTION 'disagreement guard: no clinical reason'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.signed_in_transaction := txid_current();
    RETURN NEW;
END $$;

ALTER TABLE post_stabilization_answer ADD COLUMN signed_in_transaction bigint;
CREATE UNIQUE INDEX post_stabilization_one_no_a_transaction
    ON post_stabilization_answer (tenant_id, signed_in_transaction)
    WHERE outcome = 'disagreed';

CREATE TRIGGER post_stabilization_no_guard BEFORE INSERT ON post_stabilization_answer
    FOR EACH ROW EXECUTE FUNCTION guard_hospital_no();

CREATE TRIGGER post_stabilization_answer_never_changes
    BEFORE UPDATE OR DELETE ON post_stabilization_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION guard_disagreed_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'disagreed'
       AND (TG_OP = 'INSERT' OR OLD.state IS DISTINCT FROM NEW.state)
       AND NOT EXISTS (
           SELECT 1 FROM post_stabilization_answer s
            WHERE s.tenant_id = NEW.tenant_id AND s.request_id = NEW.id
              AND s.outcome = 'disagreed') THEN
        RAISE EXCEPTION 'disagreement guard: no signed answer stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER post_stabilization_disagreed_state BEFORE INSERT OR UPDATE ON post_stabilization
    FOR EACH ROW EXECUTE FUNCTION guard_disagreed_state();
"""
UNGUARD = """
DROP TRIGGER post_stabilization_disagreed_state ON post_stabilization;
DROP FUNCTION guard_disagreed_state();
DROP TRIGGER post_stabilization_answer_never_changes ON post_stabilization_answer;
DROP TRIGGER post_stabilization_no_guard ON post_stabilization_answer;
DROP INDEX post_stabilization_one_no_a_transaction;
ALTER TABLE post_stabilization_answer DROP COLUMN signed_in_transaction;
DROP FUNCTION guard_hospital_no();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("inpatient", "0001_create_post_stabilization"),
        ("timeline", "0002_make_history_append_only"),
        ("access", "0001_create_accounts"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
