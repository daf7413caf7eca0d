"""The guard of care that ends, in the database: what code might forget, the table refuses.

Only the QIO decides whether an announced end stands. Its decision is stored while it is asked, with
who of the QIO told us, and never changes. A case bears an answer only when such a decision stands
behind it, an end stands only by that answer, and where care goes on nobody is told to pay.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_fast_track_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM fast_track_case c
         WHERE c.id = NEW.case_id AND c.tenant_id = NEW.tenant_id AND c.told_at < NEW.told_at
           AND ((NEW.look = 'first' AND c.state IN ('reasons_due', 'with_qio'))
                OR (NEW.look = 'second' AND c.state = 'asked_again'))) THEN
        RAISE EXCEPTION 'fast track guard: the QIO is not asked about this end'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION guard_fast_track_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.answer <> '' AND NOT EXISTS (
        SELECT 1 FROM fast_track_decision d
         WHERE d.case_id = NEW.id AND d.tenant_id = NEW.tenant_id AND d.answer = NEW.answer) THEN
        RAISE EXCEPTION 'fast track guard: no decision of the QIO stands behind this answer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state IN ('end_stands', 'asked_again') AND NEW.answer <> 'end_stands' THEN
        RAISE EXCEPTION 'fast track guard: only the QIO lets an end stand'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state = 'care_goes_on' AND NEW.answer NOT IN ('care_goes_on', 'notice_not_valid') THEN
        RAISE EXCEPTION 'fast track guard: the QIO did not say that care goes on'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.answer IN ('care_goes_on', 'notice_not_valid')
       AND (NEW.covered_until IS NOT NULL OR NEW.state NOT IN ('care_goes_on', 'closed')) THEN
        RAISE EXCEPTION 'fast track guard: the QIO said that care goes on'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER fast_track_decision_guard BEFORE INSERT ON fast_track_decision
    FOR EACH ROW EXECUTE FUNCTION guard_fast_track_decision();

CREATE TRIGGER fast_track_case_guard BEFORE INSERT OR UPDATE ON fast_track_case
    FOR EACH ROW EXECUTE FUNCTION guard_fast_track_case();

CREATE TRIGGER fast_track_decision_never_changes
    BEFORE UPDATE OR DELETE ON fast_track_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
"""
UNGUARD = """
DROP TRIGGER fast_track_decision_never_changes ON fast_track_decision;
DROP TRIGGER fast_track_case_guard ON fast_track_case;
DROP TRIGGER fast_track_decision_guard ON fast_track_decision;
DROP FUNCTION guard_fast_track_case();
DROP FUNCTION guard_fast_track_decision();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("fast_track", "0001_create_fast_track"),
        ("timeline", "0002_make_history_append_only"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
