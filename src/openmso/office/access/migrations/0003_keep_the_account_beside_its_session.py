"""A session stands beside its account, so that one statement finds both.

The function looks for a session by its key and, when somebody is signed in with it, for the account
among those of all offices; it leaves the connection with the account's office. A session of nobody
leaves the connection as it is. Whoever was signed in signs in once more.
"""

from django.db import migrations, models

CREATE = """
CREATE FUNCTION session_with_account(sought varchar, at timestamptz)
    RETURNS TABLE (session_data text, account account)
    LANGUAGE plpgsql ROWS 1 AS $$
DECLARE
    whose uuid;
BEGIN
    SELECT s.session_data, s.account_id INTO session_with_account.session_data, whose
      FROM account_session s WHERE s.session_key = sought AND s.expire_date > at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF whose IS NOT NULL THEN
        PERFORM set_config('openmso.tenant', 'ffffffff-ffff-ffff-ffff-ffffffffffff', false);
        SELECT a.* INTO session_with_account.account FROM account a WHERE a.id = whose;
        PERFORM set_config(
            'openmso.tenant', coalesce((session_with_account.account).tenant_id::text, ''), false
        );
    END IF;
    RETURN NEXT;
END $$;
"""
DROP = "DROP FUNCTION session_with_account(varchar, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("access", "0002_find_account_of_session")]

    operations = [
        migrations.CreateModel(
            name="AccountSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("account_id", models.UUIDField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "db_table": "account_session",
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("account_id__isnull", False)),
                        fields=["account_id"],
                        name="account_session_account",
                    )
                ],
            },
        ),
        migrations.RunSQL(CREATE, DROP),
        migrations.RunSQL("DROP TABLE IF EXISTS django_session", migrations.RunSQL.noop),
    ]
