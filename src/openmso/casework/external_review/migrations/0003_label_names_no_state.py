"""The words of a label are data of the house; the column knows its key alone. No SQL."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("external_review", "0002_guard_rulings")]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="externalreview",
            name="label",
            field=models.CharField(
                choices=[("confidential", "private and confidential")],
                default="confidential",
                max_length=20,
            ),
        ),
    ]
