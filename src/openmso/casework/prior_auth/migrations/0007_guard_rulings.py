"""The guard on rulings in the database: a ruling approves, and never without an authorization.

A decision "overturned" needs, when its transaction ends, its ruling and a request that is approved
under a number. A denied request becomes partly approved by a ruling that gives a part; the rest
keeps the physician's signed no. What was approved of a service is never lowered. Rulings never
change.
"""

from django.db import migrations

STATE = """
CREATE OR REPLACE FUNCTION guard_denied_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('denied', 'partly_approved')
       AND (TG_OP = 'INSERT' OR OLD.state IS DISTINCT FROM NEW.state)
       AND NOT EXISTS (
           SELECT 1 FROM prior_auth_decision d
            WHERE d.tenant_id = NEW.tenant_id AND d.request_id = NEW.id
              AND d.outcome = NEW.state AND d.decided_at = NEW.decided_at){or_a_ruling} THEN
        RAISE EXCEPTION 'denial guard: no signed decision stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""
OR_A_RULING = """
       AND NOT (TG_OP = 'UPDATE' AND NEW.state = 'partly_approved' AND OLD.state = 'denied'
                AND EXISTS (
           SELECT 1 FROM prior_auth_decision d
            WHERE d.tenant_id = NEW.tenant_id AND d.request_id = NEW.id
              AND d.outcome = 'overturned' AND d.decided_at = NEW.decided_at))"""
RULINGS = """
CREATE FUNCTION guard_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM prior_auth_ruling g
          JOIN prior_auth_request r ON r.id = g.request_id AND r.tenant_id = g.tenant_id
         WHERE g.tenant_id = NEW.tenant_id AND g.decision_id = NEW.id
           AND r.id = NEW.request_id AND r.authorization_number <> ''
           AND r.state IN ('approved', 'partly_approved')) THEN
        RAISE EXCEPTION 'ruling guard: a no is taken back only by a ruling and an authorization'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER prior_auth_ruling_guard AFTER INSERT ON prior_auth_decision
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.outcome = 'overturned') EXECUTE FUNCTION guard_ruling();

CREATE TRIGGER prior_auth_ruling_never_changes BEFORE UPDATE OR DELETE ON prior_auth_ruling
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION refuse_lower_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ruling guard: what was approved is not lowered'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER prior_auth_approval_is_not_lowered BEFORE UPDATE ON prior_auth_service
    FOR EACH ROW WHEN (NEW.approved_quantity < OLD.approved_quantity)
    EXECUTE FUNCTION refuse_lower_approval();
"""
WITHOUT_RULINGS = """
DROP TRIGGER prior_auth_approval_is_not_lowered ON prior_auth_service;
DROP FUNCTION refuse_lower_approval();
DROP TRIGGER prior_auth_ruling_never_changes ON prior_auth_ruling;
DROP TRIGGER prior_auth_ruling_guard ON prior_auth_decision;
DROP FUNCTION guard_ruling();
"""


class Migration(migrations.Migration):
    dependencies = [("prior_auth", "0006_carry_out_rulings")]

    operations = [
        migrations.RunSQL(
            STATE.format(or_a_ruling=OR_A_RULING) + RULINGS,
            WITHOUT_RULINGS + STATE.format(or_a_ruling=""),
        )
    ]
