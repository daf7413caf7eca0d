from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_create_invitations")]

    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="invited_by_id",
            field=models.UUIDField(blank=True, null=True),
        )
    ]
