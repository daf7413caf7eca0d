"""Wishes for another primary care doctor."""

import django.db.models.deletion
from django.db import migrations, models

import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("eligibility", "0002_fewer_indexes"),
        ("members", "0001_create_members"),
        ("plans", "0001_create_plans"),
        ("providers", "0003_create_hospitalists"),
        ("tenants", "0002_add_earlier_portal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PcpChange",
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
                ("number", models.CharField(max_length=20)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("passed_on", "passed on"),
                            ("changed", "changed"),
                            ("other_doctor", "other doctor"),
                            ("coverage_ended", "coverage ended"),
                        ],
                        default="asked",
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("passed_on_at", models.DateTimeField(blank=True, null=True)),
                ("proof", models.CharField(blank=True, max_length=120)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "before",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.practitioner",
                    ),
                ),
                (
                    "coverage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="eligibility.coveragespan",
                    ),
                ),
                (
                    "got",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.practitioner",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.healthplan",
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
                (
                    "wanted",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.practitioner",
                    ),
                ),
            ],
            options={
                "db_table": "pcp_change",
                "indexes": [
                    models.Index(fields=["tenant", "-asked_at", "id"], name="pcp_change_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "number"), name="pcp_change_number_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "asked",
                                    openmso.roster.pcp_changes.domain.answer.State["PASSED_ON"],
                                ],
                            )
                        ),
                        fields=("tenant", "member"),
                        name="pcp_change_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    [
                                        openmso.roster.pcp_changes.domain.answer.State["ASKED"],
                                        openmso.roster.pcp_changes.domain.answer.State["PASSED_ON"],
                                    ],
                                ),
                                ("answered_at", None),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "state__in",
                                        [
                                            openmso.roster.pcp_changes.domain.answer.State["ASKED"],
                                            openmso.roster.pcp_changes.domain.answer.State[
                                                "PASSED_ON"
                                            ],
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pcp_change_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", openmso.roster.pcp_changes.domain.answer.State["ASKED"]),
                            models.Q(("proof", ""), _negated=True),
                            ("answered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="pcp_change_passed_on_with_proof",
                    ),
                ],
            },
        ),
    ]
