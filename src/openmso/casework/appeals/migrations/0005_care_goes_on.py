"""Care that was to end goes on until the appeal is answered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appeals", "0004_guard_payments")]

    operations = [
        migrations.AddField(
            model_name="appeal",
            name="care_goes_on_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="appeal",
            name="care_was_to_end_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
