"""The account of a session is found before anybody knows of which office it is.

The function looks through the accounts of all offices for one id, and leaves the connection with
the account's office, or with nobody's rows when there is no such account.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION account_of_session(sought uuid) RETURNS SETOF account
    LANGUAGE plpgsql ROWS 1 AS $$
DECLARE
    one account;
BEGIN
    PERFORM set_config('openmso.tenant', 'ffffffff-ffff-ffff-ffff-ffffffffffff', false);
    SELECT * INTO one FROM account WHERE id = sought;
    PERFORM set_config('openmso.tenant', coalesce(one.tenant_id::text, ''), false);
    IF one.id IS NOT NULL THEN
        RETURN NEXT one;
    END IF;
END $$;
"""
DROP = "DROP FUNCTION account_of_session(uuid);"


class Migration(migrations.Migration):
    dependencies = [("access", "0001_create_accounts")]

    operations = [migrations.RunSQL(CREATE, DROP)]
