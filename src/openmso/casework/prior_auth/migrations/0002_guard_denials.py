"""The denial guard in the database: what code might forget, the table refuses.

A decision that denies or reduces is stored only when its signer is an active account with a
physician licence valid on the day in the office's state, of a specialty the case asks for, with a
current attestation, who opened every paper that others sent; one such decision a transaction; on
medical grounds never without papers. A request becomes denied or partly approved only with such a
decision. Decisions never change.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_denial() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
    papers integer;
BEGIN
    IF NEW.outcome NOT IN ('denied', 'partly_approved') THEN
        RETURN NEW;
    END IF;
    SELECT r.id, r.review_specialties, t.state INTO asked
      FROM prior_auth_request r JOIN tenant t ON t.id = r.tenant_id
     WHERE r.id = NEW.request_id AND r.tenant_id = NEW.tenant_id AND r.state = 'with_physician';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'denial guard: the request is not in physician review'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account a JOIN licence l ON l.account_id = a.id AND l.tenant_id = a.tenant_id
         WHERE a.id = NEW.signed_by_id AND a.tenant_id = NEW.tenant_id AND a.is_active
           AND 'physician_reviewer' = ANY (a.roles)
           AND l.profession = 'physician' AND l.state = asked.state
           AND l.from_on <= NEW.decided_on AND l.until_on > NEW.decided_on
           AND (cardinality(asked.review_specialties) = 0
                OR asked.review_specialties && l.specialties)) THEN
        RAISE EXCEPTION 'denial guard: the signer is no physician licensed and matched to this case'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM attestation s
         WHERE s.account_id = NEW.signed_by_id AND s.tenant_id = NEW.tenant_id
           AND s.statement = 'no_reward_for_denials'
           AND s.signed_at <= NEW.decided_at AND s.until_on > NEW.decided_on) THEN
        RAISE EXCEPTION 'denial guard: the signer''s attestation is not current'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT count(*) INTO papers FROM document d
     WHERE d.tenant_id = NEW.tenant_id AND d.case_id = NEW.request_id AND d.source <> 'office';
    IF papers = 0 AND NEW.ground = 'medical_appropriateness' THEN
        RAISE EXCEPTION 'denial guard: missing papers are never a denial'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM document d
         WHERE d.tenant_id = NEW.tenant_id AND d.case_id = NEW.request_id AND d.source <> 'office'
           AND NOT EXISTS (
               SELECT 1 FROM prior_auth_records_opened o
                WHERE o.tenant_id = NEW.tenant_id AND o.request_id = NEW.request_id
                  AND o.document_id = d.id AND o.account_id = NEW.signed_by_id)) THEN
        RAISE EXCEPTION 'denial guard: the signer has not opened every record'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.signed_in_transaction := txid_current();
    RETURN NEW;
END $$;

ALTER TABLE prior_auth_decision ADD COLUMN signed_in_transaction bigint;
CREATE UNIQUE INDEX prior_auth_one_denial_a_transaction
    ON prior_auth_decision (tenant_id, signed_in_transaction)
    WHERE outcome IN ('denied', 'partly_approved');

CREATE TRIGGER prior_auth_denial_guard BEFORE INSERT ON prior_auth_decision
    FOR EACH ROW EXECUTE FUNCTION guard_denial();

CREATE TRIGGER prior_auth_decision_never_changes BEFORE UPDATE OR DELETE ON prior_auth_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION guard_denied_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('denied', 'partly_approved')
       AND (TG_OP = 'INSERT' OR OLD.state IS DISTINCT FROM NEW.state)
       AND NOT EXISTS (
           SELECT 1 FROM prior_auth_decision d
            WHERE d.tenant_id = NEW.tenant_id AND d.request_id = NEW.id
              AND d.outcome = NEW.state AND d.decided_at = NEW.decided_at) THEN
        RAISE EXCEPTION 'denial guard: no signed decision stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER prior_auth_denied_state_guard BEFORE INSERT OR UPDATE ON prior_auth_request
    FOR EACH ROW EXECUTE FUNCTION guard_denied_state();
"""
UNGUARD = """
DROP TRIGGER prior_auth_denied_state_guard ON prior_auth_request;
DROP FUNCTION guard_denied_state();
DROP TRIGGER prior_auth_decision_never_changes ON prior_auth_decision;
DROP TRIGGER prior_auth_denial_guard ON prior_auth_decision;
DROP INDEX prior_auth_one_denial_a_transaction;
ALTER TABLE prior_auth_decision DROP COLUMN signed_in_transaction;
DROP FUNCTION guard_denial();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("prior_auth", "0001_create_prior_auth"),
        ("timeline", "0002_make_history_append_only"),
        ("access", "0001_create_accounts"),
        ("documents", "0001_create_documents"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
