"""Incentive programs, and what was signed about them before they begin."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenants", "0002_add_earlier_portal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IncentiveProgram",
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
                ("name", models.CharField(max_length=120)),
                (
                    "whom",
                    models.CharField(
                        choices=[
                            ("doctors", "Doctors or practices"),
                            ("ipas", "IPAs or medical groups"),
                            ("staff", "Our own staff"),
                            ("members", "Members"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reward", models.CharField(help_text="what they get", max_length=300)),
                (
                    "goal",
                    models.CharField(
                        help_text="what they get it for, and how it is counted", max_length=300
                    ),
                ),
                ("from_on", models.DateField()),
                ("answers", models.JSONField(default=dict)),
                ("explanation", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("registered", "registered"),
                            ("active", "active"),
                            ("refused", "refused"),
                            ("ended", "ended"),
                        ],
                        default="registered",
                        max_length=12,
                    ),
                ),
                ("registered_at", models.DateTimeField()),
                ("registered_by_name", models.CharField(max_length=120)),
                ("activated_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
            options={
                "db_table": "incentive_program",
                "constraints": [
                    models.UniqueConstraint(fields=("tenant", "name"), name="incentive_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state",
                                    openmso.office.incentives.domain.screening.State["ACTIVE"],
                                ),
                                _negated=True,
                            ),
                            ("activated_at__isnull", False),
                            _connector="OR",
                        ),
                        name="incentive_active_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("activated_at", None),
                            ("activated_at__gte", models.F("registered_at")),
                            _connector="OR",
                        ),
                        name="incentive_screened_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IncentiveReview",
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
                (
                    "side",
                    models.CharField(
                        choices=[("medical", "medical"), ("compliance", "compliance")],
                        max_length=12,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[("may_begin", "may begin"), ("must_not", "must not")],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("signed_by_name", models.CharField(max_length=120)),
                ("signed_at", models.DateTimeField()),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="incentives.incentiveprogram",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
            options={
                "db_table": "incentive_review",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("program", "side"), name="incentive_signed_once"
                    ),
                    models.UniqueConstraint(
                        fields=("program", "signed_by"), name="incentive_two_people_sign"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="incentive_signed_with_words",
                    ),
                ],
            },
        ),
    ]
