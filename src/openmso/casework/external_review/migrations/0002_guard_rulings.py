"""The guard on rulings for the member, in the database: what code might forget, the table refuses.

A case with a ruling for the member is carried out, or closed, only with the authorization number
its request bears, the day on which the care was given, and a paper of the case that proves it; and
it is never withdrawn or put back. What outside bodies decided, and the log of contacts with them,
never changes.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_review_carried_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM external_review_decision d
         WHERE d.tenant_id = NEW.tenant_id AND d.review_id = NEW.id
           AND d.asked = 'dispute' AND d.answer IN ('for_member', 'partly_for_member')) THEN
        IF NEW.state IN ('to_be_carried_out', 'carried_out') THEN
            RAISE EXCEPTION 'ruling guard: no ruling for the member stands behind this state'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.state NOT IN ('to_be_carried_out', 'carried_out', 'closed') THEN
        RAISE EXCEPTION 'ruling guard: a ruling for the member is carried out, nothing else'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state IN ('carried_out', 'closed') AND (
        NEW.served_on IS NULL
        OR NOT EXISTS (
            SELECT 1 FROM prior_auth_request r
             WHERE r.id = NEW.request_id AND r.tenant_id = NEW.tenant_id
               AND r.authorization_number <> ''
               AND r.authorization_number = NEW.authorization_number)
        OR NOT EXISTS (
            SELECT 1 FROM document p
             WHERE p.id = NEW.proof_id AND p.tenant_id = NEW.tenant_id
               AND p.case_id = NEW.id)) THEN
        RAISE EXCEPTION 'ruling guard: not without an authorization and the proof of service'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER external_review_carried_out_guard BEFORE INSERT OR UPDATE ON external_review
    FOR EACH ROW EXECUTE FUNCTION guard_review_carried_out();

CREATE TRIGGER external_review_decision_never_changes
    BEFORE UPDATE OR DELETE ON external_review_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER external_review_contact_never_changes
    BEFORE UPDATE OR DELETE ON external_review_contact
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
"""
UNGUARD = """
DROP TRIGGER external_review_contact_never_changes ON external_review_contact;
DROP TRIGGER external_review_decision_never_changes ON external_review_decision;
DROP TRIGGER external_review_carried_out_guard ON external_review;
DROP FUNCTION guard_review_carried_out();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("external_review", "0001_create_external_review"),
        ("timeline", "0002_make_history_append_only"),
        ("documents", "0004_fewer_indexes"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
