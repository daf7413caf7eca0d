"""The treatment to try first is named in Spanish too, for a member who reads Spanish."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prior_auth", "0008_add_asked_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="alternative_es",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
