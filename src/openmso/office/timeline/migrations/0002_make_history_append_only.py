"""The database itself refuses to change or remove a line of history or of the disclosure ledger."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is append only: % on % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER disclosure_append_only BEFORE UPDATE OR DELETE ON disclosure
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
"""
ALLOW = """
DROP TRIGGER disclosure_append_only ON disclosure;
DROP TRIGGER case_event_append_only ON case_event;
DROP FUNCTION refuse_change_of_history();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0001_create_timeline"),
        ("disclosures", "0001_create_ledger"),
    ]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
