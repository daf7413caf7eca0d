"""The guard of appeals in the database: what code might forget, the table refuses.

An answer is stored only while the appeal lies with its signer: an active physician reviewer with a
licence valid on the day in the office's state, of a specialty the case asks for, with a current
attestation, who took no part in the request before the appeal came and reports to nobody who signed
a no on it. Where a no stands, the signer opened every paper, nothing about the filing is undecided,
and it is the only such answer of its transaction. An appeal is answered only with such an answer,
and a no is taken back only with the authorization that follows from it. Answers never change.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_appeal_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
BEGIN
    SELECT a.id, a.request_id, a.recorded_at, a.late, a.late_accepted_at, a.authority,
           r.review_specialties, t.state INTO asked
      FROM appeal a
      JOIN prior_auth_request r ON r.id = a.request_id AND r.tenant_id = a.tenant_id
      JOIN tenant t ON t.id = a.tenant_id
     WHERE a.id = NEW.appeal_id AND a.tenant_id = NEW.tenant_id AND a.state = 'with_reviewer'
       AND a.reviewer_id = NEW.signed_by_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'appeal guard: the appeal does not lie with this signer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account c JOIN licence l ON l.account_id = c.id AND l.tenant_id = c.tenant_id
         WHERE c.id = NEW.signed_by_id AND c.tenant_id = NEW.tenant_id AND c.is_active
           AND 'physician_reviewer' = ANY (c.roles)
           AND l.profession = 'physician' AND l.state = asked.state
           AND l.from_on <= NEW.answered_on AND l.until_on > NEW.answered_on
           AND (cardinality(asked.review_specialties) = 0
                OR asked.review_specialties && l.specialties)) THEN
        RAISE EXCEPTION 'appeal guard: the signer is no physician licensed and matched to this case'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM attestation s
         WHERE s.account_id = NEW.signed_by_id AND s.tenant_id = NEW.tenant_id
           AND s.statement = 'no_reward_for_denials'
           AND s.signed_at <= NEW.answered_at AND s.until_on > NEW.answered_on) THEN
        RAISE EXCEPTION 'appeal guard: the signer''s attestation is not current'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM case_event e
         WHERE e.tenant_id = NEW.tenant_id AND e.case_id = asked.request_id
           AND e.actor_id = NEW.signed_by_id AND e.recorded_at <= asked.recorded_at)
       OR EXISTS (
        SELECT 1 FROM appeal_answer w JOIN appeal o ON o.id = w.appeal_id
         WHERE w.tenant_id = NEW.tenant_id AND o.request_id = asked.request_id
           AND w.signed_by_id = NEW.signed_by_id) THEN
        RAISE EXCEPTION 'appeal guard: the signer took part in what is appealed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        WITH RECURSIVE above (id) AS (
            SELECT p.reports_to_id FROM reporting_line p
             WHERE p.tenant_id = NEW.tenant_id AND p.account_id = NEW.signed_by_id
            UNION
            SELECT p.reports_to_id FROM reporting_line p JOIN above ON p.account_id = above.id
             WHERE p.tenant_id = NEW.tenant_id)
        SELECT 1 FROM above
         WHERE above.id IN (
               SELECT d.signed_by_id FROM prior_auth_decision d
                WHERE d.tenant_id = NEW.tenant_id AND d.request_id = asked.request_id)
            OR above.id IN (
               SELECT w.signed_by_id FROM appeal_answer w JOIN appeal o ON o.id = w.appeal_id
                WHERE w.tenant_id = NEW.tenant_id AND o.request_id = asked.request_id)) THEN
        RAISE EXCEPTION 'appeal guard: the signer works under the one whose no is appealed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.result = 'overturned' THEN
        RETURN NEW;
    END IF;
    IF (asked.late AND asked.late_accepted_at IS NULL) OR asked.authority = 'pending' THEN
        RAISE EXCEPTION 'appeal guard: something about the filing is undecided'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM document d
         WHERE d.tenant_id = NEW.tenant_id AND d.case_id IN (asked.id, asked.request_id)
           AND d.source <> 'office'
           AND NOT EXISTS (
               SELECT 1 FROM appeal_paper_opened o
                WHERE o.tenant_id = NEW.tenant_id AND o.appeal_id = asked.id
                  AND o.document_id = d.id AND o.account_id = NEW.signed_by_id)) THEN
        RAISE EXCEPTION 'appeal guard: the signer has not opened every paper'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.signed_in_transaction := txid_current();
    RETURN NEW;
END $$;

ALTER TABLE appeal_answer ADD COLUMN signed_in_transaction bigint;
CREATE UNIQUE INDEX appeal_one_no_a_transaction
    ON appeal_answer (tenant_id, signed_in_transaction)
    WHERE result IN ('upheld', 'partly_upheld');

CREATE TRIGGER appeal_answer_guard BEFORE INSERT ON appeal_answer
    FOR EACH ROW EXECUTE FUNCTION guard_appeal_answer();

CREATE TRIGGER appeal_answer_never_changes BEFORE UPDATE OR DELETE ON appeal_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION guard_answered_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state NOT IN ('overturned', 'partly_upheld', 'upheld')
       OR (TG_OP = 'UPDATE' AND OLD.state = NEW.state) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM appeal_answer w
         WHERE w.tenant_id = NEW.tenant_id AND w.appeal_id = NEW.id
           AND w.result = NEW.state AND w.answered_at = NEW.closed_at) THEN
        RAISE EXCEPTION 'appeal guard: no signed answer stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state <> 'upheld' AND NOT EXISTS (
        SELECT 1 FROM prior_auth_ruling g
         WHERE g.tenant_id = NEW.tenant_id AND g.request_id = NEW.request_id
           AND g.ruled_by = 'plan' AND g.reference = NEW.number) THEN
        RAISE EXCEPTION 'appeal guard: no authorization stands behind this answer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER appeal_answered_guard BEFORE INSERT OR UPDATE ON appeal
    FOR EACH ROW EXECUTE FUNCTION guard_answered_appeal();
"""
UNGUARD = """
DROP TRIGGER appeal_answered_guard ON appeal;
DROP FUNCTION guard_answered_appeal();
DROP TRIGGER appeal_answer_never_changes ON appeal_answer;
DROP TRIGGER appeal_answer_guard ON appeal_answer;
DROP INDEX appeal_one_no_a_transaction;
ALTER TABLE appeal_answer DROP COLUMN signed_in_transaction;
DROP FUNCTION guard_appeal_answer();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0001_create_appeals"),
        ("prior_auth", "0007_guard_rulings"),
        ("timeline", "0002_make_history_append_only"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
