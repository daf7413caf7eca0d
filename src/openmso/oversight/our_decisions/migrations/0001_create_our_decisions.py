"""The public list of our decisions, without names."""

import django.db.models.deletion
from django.db import migrations, models

import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenants", "0002_add_earlier_portal"),
    ]

    operations = [
        migrations.CreateModel(
            name="OurDecision",
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
                ("case_kind_of", models.CharField(max_length=40)),
                ("case_id_of", models.UUIDField()),
                ("year", models.PositiveSmallIntegerField()),
                ("decided_by", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=20)),
                ("line_of_business", models.CharField(max_length=20)),
                ("category", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("released_by_name", models.CharField(max_length=120)),
                ("released_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_by_name", models.CharField(blank=True, max_length=120)),
                ("taken_back_why", models.CharField(blank=True, max_length=300)),
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
                "db_table": "our_decision",
                "indexes": [
                    models.Index(fields=["tenant", "-year", "-id"], name="our_decision_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("tenant", "case_id_of"),
                        name="our_decision_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "decided_by__in",
                                [
                                    "us",
                                    "independent_medical_review",
                                    "state_hearing",
                                    "medicare_independent_entity",
                                    "regulator_complaint",
                                ],
                            )
                        ),
                        name="our_decision_decided_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["upheld", "overturned", "overturned_in_part"])
                        ),
                        name="our_decision_outcome",
                    ),
                ],
            },
        ),
    ]
