import django.db.models.deletion
from django.db import migrations, models

import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_create_plans"),
        ("providers", "0002_create_hospital"),
        ("tenants", "0002_add_earlier_portal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hospitalist",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=openmso.standards.identifiers.row_id.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("phone", models.CharField(max_length=40)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                (
                    "hospital",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hospitalists",
                        to="providers.hospital",
                    ),
                ),
                (
                    "ipa",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.ipa",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.practitioner",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
            options={
                "db_table": "hospitalist",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "hospital", "ipa", "practitioner", "from_on"),
                        name="hospitalist_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gt", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="hospitalist_span",
                    ),
                ],
            },
        ),
    ]
