"""The guard of grievances in the database: what code might forget, the table refuses.

An answer is stored only by an active person the grievance is not about and who reports to nobody it
is about; where it is clinical, by one with a clinical licence valid on the day in the office's
state. One that closes without a letter belongs to a grievance that may. A grievance is answered
only with such an answer. Answers never change.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION guard_grievance_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
BEGIN
    SELECT g.id, g.kind, g.clinical, g.quality_of_care, g.about_account_id, g.handler_id, g.round,
           g.state AS stands, t.state INTO asked
      FROM grievance g
      JOIN tenant t ON t.id = g.tenant_id
     WHERE g.id = NEW.grievance_id AND g.tenant_id = NEW.tenant_id
       AND g.state IN ('open', 'in_work');
    IF NOT FOUND OR asked.round <> NEW.round
       OR (NEW.at_once AND asked.kind <> 'exempt')
       OR (NOT NEW.at_once AND (asked.kind = 'exempt' OR asked.stands <> 'in_work'
                                OR asked.handler_id <> NEW.answered_by_id)) THEN
        RAISE EXCEPTION 'grievance guard: the grievance does not lie with this person'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account c
         WHERE c.id = NEW.answered_by_id AND c.tenant_id = NEW.tenant_id AND c.is_active) THEN
        RAISE EXCEPTION 'grievance guard: only an active colleague answers'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF asked.about_account_id = NEW.answered_by_id OR EXISTS (
        WITH RECURSIVE above (id) AS (
            SELECT p.reports_to_id FROM reporting_line p
             WHERE p.tenant_id = NEW.tenant_id AND p.account_id = NEW.answered_by_id
            UNION
            SELECT p.reports_to_id FROM reporting_line p JOIN above ON p.account_id = above.id
             WHERE p.tenant_id = NEW.tenant_id)
        SELECT 1 FROM above WHERE above.id = asked.about_account_id) THEN
        RAISE EXCEPTION 'grievance guard: it is about this person, or about their superior'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (asked.clinical OR asked.quality_of_care) AND NOT EXISTS (
        SELECT 1 FROM licence l
         WHERE l.account_id = NEW.answered_by_id AND l.tenant_id = NEW.tenant_id
           AND l.state = asked.state
           AND l.from_on <= NEW.answered_on AND l.until_on > NEW.answered_on) THEN
        RAISE EXCEPTION 'grievance guard: it is clinical and this person is no clinician'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER grievance_answer_guard BEFORE INSERT ON grievance_answer
    FOR EACH ROW EXECUTE FUNCTION guard_grievance_answer();

CREATE TRIGGER grievance_answer_never_changes BEFORE UPDATE OR DELETE ON grievance_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION guard_answered_grievance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state NOT IN ('answered', 'solved')
       OR (TG_OP = 'UPDATE' AND OLD.state = NEW.state) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM grievance_answer w
         WHERE w.tenant_id = NEW.tenant_id AND w.grievance_id = NEW.id AND w.round = NEW.round
           AND w.at_once = (NEW.state = 'solved') AND w.answered_at = NEW.closed_at) THEN
        RAISE EXCEPTION 'grievance guard: no answer stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER grievance_answered_guard BEFORE INSERT OR UPDATE ON grievance
    FOR EACH ROW EXECUTE FUNCTION guard_answered_grievance();
"""
UNGUARD = """
DROP TRIGGER grievance_answered_guard ON grievance;
DROP FUNCTION guard_answered_grievance();
DROP TRIGGER grievance_answer_never_changes ON grievance_answer;
DROP TRIGGER grievance_answer_guard ON grievance_answer;
DROP FUNCTION guard_grievance_answer();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("grievances", "0001_create_grievances"),
        ("timeline", "0002_make_history_append_only"),
    ]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
