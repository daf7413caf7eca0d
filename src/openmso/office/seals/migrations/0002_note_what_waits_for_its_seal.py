"""Every new row of a ledger is noted as waiting for its seal; what is there already waits too.

Ledgers and seals refuse to be changed, and from now on to be emptied as well.
"""

from django.db import migrations

NOTE = """
CREATE FUNCTION note_unsealed_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO unsealed_row (tenant_id, ledger, row_id)
        SELECT tenant_id, TG_TABLE_NAME, id FROM new_rows;
    RETURN NULL;
END $$;
CREATE TRIGGER case_event_to_seal AFTER INSERT ON case_event
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_unsealed_rows();
CREATE TRIGGER disclosure_to_seal AFTER INSERT ON disclosure
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_unsealed_rows();
INSERT INTO unsealed_row (tenant_id, ledger, row_id)
    SELECT tenant_id, 'case_event', id FROM case_event ORDER BY recorded_at, line, id;
INSERT INTO unsealed_row (tenant_id, ledger, row_id)
    SELECT tenant_id, 'disclosure', id FROM disclosure ORDER BY at, id;

CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON seal
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER seal_never_emptied BEFORE TRUNCATE ON seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER case_event_never_emptied BEFORE TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER disclosure_never_emptied BEFORE TRUNCATE ON disclosure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
"""
NO_NOTE = """
DROP TRIGGER disclosure_never_emptied ON disclosure;
DROP TRIGGER case_event_never_emptied ON case_event;
DROP TRIGGER seal_never_emptied ON seal;
DROP TRIGGER seal_append_only ON seal;
DROP TRIGGER disclosure_to_seal ON disclosure;
DROP TRIGGER case_event_to_seal ON case_event;
DROP FUNCTION note_unsealed_rows();
DELETE FROM unsealed_row;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("seals", "0001_create_seals"),
        ("timeline", "0002_make_history_append_only"),
        ("disclosures", "0001_create_ledger"),
    ]

    operations = [migrations.RunSQL(NOTE, NO_NOTE)]
