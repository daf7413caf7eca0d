"""Papers as they reach us, each with its outcome."""

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
            name="ArrivedPaper",
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
                ("source_key", models.CharField(max_length=80)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("new_request", "new request"),
                            ("on_case", "on case"),
                            ("handed_on", "handed on"),
                            ("rejected", "rejected"),
                        ],
                        default="waiting",
                        max_length=20,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("fax", "fax"), ("mail", "mail"), ("email", "email")],
                        max_length=10,
                    ),
                ),
                ("sender", models.CharField(blank=True, max_length=160)),
                ("title", models.CharField(max_length=120)),
                ("size", models.PositiveBigIntegerField(help_text="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                ("pages_said", models.PositiveIntegerField(blank=True, null=True)),
                ("received_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("trouble", models.CharField(blank=True, max_length=300)),
                (
                    "case_kind_of",
                    models.CharField(blank=True, help_text="the case it belongs to", max_length=40),
                ),
                ("case_id_of", models.UUIDField(blank=True, null=True)),
                ("case_number_of", models.CharField(blank=True, max_length=20)),
                (
                    "desk",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("appeals", "appeals"),
                            ("claims", "claims"),
                            ("member_services", "member services"),
                            ("records", "records"),
                            ("health_plan", "health plan"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unreadable", "unreadable"),
                            ("damaged", "damaged"),
                            ("empty", "empty"),
                            ("nobody_named", "nobody named"),
                            ("not_ours", "not ours"),
                            ("twice", "twice"),
                            ("no_business", "no business"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "told",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fax", "fax"),
                            ("mail", "mail"),
                            ("phone", "phone"),
                            ("not_told", "not told"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True, help_text="what the sender, or the other desk, was told"
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mail_room.arrivedpaper",
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
                "db_table": "arrived_paper",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["tenant", "received_at", "id"],
                        name="arrived_paper_waiting",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state", openmso.office.mail_room.domain.outcome.State["WAITING"]),
                            _negated=True,
                        ),
                        fields=["tenant", "-settled_at", "id"],
                        name="arrived_paper_settled",
                    ),
                    models.Index(fields=["tenant", "sha256"], name="arrived_paper_by_hash"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "number"), name="arrived_paper_number_once"
                    ),
                    models.UniqueConstraint(
                        fields=("tenant", "source_key"), name="arrived_paper_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "waiting"), ("settled_at", None)),
                            models.Q(
                                models.Q(
                                    (
                                        "state",
                                        openmso.office.mail_room.domain.outcome.State["WAITING"],
                                    ),
                                    _negated=True,
                                ),
                                ("settled_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="arrived_paper_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    [
                                        openmso.office.mail_room.domain.outcome.State[
                                            "NEW_REQUEST"
                                        ],
                                        openmso.office.mail_room.domain.outcome.State["ON_CASE"],
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(("case_id_of__isnull", False), ("trouble", "")),
                            _connector="OR",
                        ),
                        name="arrived_paper_on_a_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state",
                                    openmso.office.mail_room.domain.outcome.State["REJECTED"],
                                ),
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("told", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "state",
                                        openmso.office.mail_room.domain.outcome.State["REJECTED"],
                                    ),
                                    _negated=True,
                                ),
                                ("reason", ""),
                                ("told", ""),
                            ),
                            _connector="OR",
                        ),
                        name="arrived_paper_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_at__lte", models.F("recorded_at"))),
                        name="arrived_paper_received_first",
                    ),
                ],
            },
        ),
    ]
