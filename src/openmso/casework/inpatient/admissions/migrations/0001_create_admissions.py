import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("criteria", "0001_create_criteria"),
        ("eligibility", "0002_fewer_indexes"),
        ("inpatient", "0002_guard_disagreements"),
        ("members", "0001_create_members"),
        ("plans", "0001_create_plans"),
        ("prior_auth", "0001_create_prior_auth"),
        ("providers", "0003_create_hospitalists"),
        ("tenants", "0002_add_earlier_portal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Admission",
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
                ("client_key", models.CharField(max_length=80)),
                ("fingerprint", models.CharField(max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("in_house", "in house"),
                            ("discharged", "discharged"),
                            ("not_ours", "not ours"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("page", "page"), ("phone", "phone"), ("fax", "fax")],
                        max_length=10,
                    ),
                ),
                ("notified_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("notified_late", models.BooleanField(default=False)),
                ("caller", models.CharField(blank=True, max_length=120)),
                ("call_back", models.CharField(blank=True, max_length=40)),
                ("told_name", models.CharField(max_length=160)),
                ("told_birth_date", models.DateField(blank=True, null=True)),
                ("told_number", models.CharField(blank=True, max_length=40)),
                ("told_authorization", models.CharField(blank=True, max_length=40)),
                ("told_receipt", models.CharField(blank=True, max_length=40)),
                (
                    "way",
                    models.CharField(
                        choices=[("planned", "planned"), ("unplanned", "unplanned")], max_length=10
                    ),
                ),
                ("admitted_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("attending", models.CharField(blank=True, max_length=120)),
                ("line_of_business", models.CharField(blank=True, max_length=20)),
                ("identified_at", models.DateTimeField(blank=True, null=True)),
                (
                    "review_desk",
                    models.CharField(
                        choices=[("nurse", "nurse"), ("physician", "physician")],
                        default="nurse",
                        max_length=10,
                    ),
                ),
                ("approved_until_on", models.DateField(blank=True, null=True)),
                ("next_review_on", models.DateField(blank=True, null=True)),
                ("discharge_planned_at", models.DateTimeField(blank=True, null=True)),
                ("qio_told_at", models.DateTimeField(blank=True, null=True)),
                ("discharged_at", models.DateTimeField(blank=True, null=True)),
                (
                    "discharged_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("home", "home"),
                            ("home_health", "home health"),
                            ("nursing_facility", "nursing facility"),
                            ("rehabilitation", "rehabilitation"),
                            ("hospice", "hospice"),
                            ("other_hospital", "other hospital"),
                            ("against_advice", "against advice"),
                            ("died", "died"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "instructions",
                    models.TextField(blank=True, help_text="what the member was told to do"),
                ),
                ("follow_up_with", models.CharField(blank=True, max_length=160)),
                ("follow_up_on", models.DateField(blank=True, null=True)),
                (
                    "authorization",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="prior_auth.authorizationrequest",
                    ),
                ),
                (
                    "coverage",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="eligibility.coveragespan",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.hospital",
                    ),
                ),
                (
                    "ipa",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.ipa",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                    ),
                ),
                (
                    "night",
                    models.OneToOneField(
                        blank=True,
                        help_text="the request of the night that this unplanned stay began with",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inpatient.poststabilization",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.healthplan",
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
                "db_table": "admission",
                "indexes": [
                    models.Index(
                        fields=["tenant", "state", "ipa", "-admitted_at", "id"],
                        name="admission_census",
                    ),
                    models.Index(
                        fields=["tenant", "hospital", "-notified_at"], name="admission_of_hospital"
                    ),
                    models.Index(
                        fields=["tenant", "member", "-admitted_at"], name="admission_of_member"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "number"), name="admission_number_once"
                    ),
                    models.UniqueConstraint(
                        fields=("tenant", "client_key"), name="admission_key_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["in_house", "discharged", "not_ours"])),
                        name="admission_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("notified_at__lte", models.F("recorded_at"))),
                        name="admission_told_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("discharged_at__gt", models.F("admitted_at")),
                                ("state", "discharged"),
                            ),
                            models.Q(
                                models.Q(("state", "discharged"), _negated=True),
                                ("discharged_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="admission_discharged_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("night", None), ("way", "unplanned"), _connector="OR"),
                        name="admission_night_unplanned",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcurrentReview",
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
                    "outcome",
                    models.CharField(
                        choices=[("approved", "approved"), ("refused", "refused")], max_length=10
                    ),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                (
                    "words",
                    models.TextField(
                        help_text="why the days are approved, or the clinical reason of a no"
                    ),
                ),
                (
                    "plain_reason",
                    models.TextField(blank=True, help_text="the reason of a no for the member"),
                ),
                ("plain_reason_es", models.TextField(blank=True)),
                ("signed_by_name", models.CharField(max_length=120)),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_on",
                    models.DateField(help_text="the day of the answer in the office's time zone"),
                ),
                (
                    "admission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="admissions.admission",
                    ),
                ),
                (
                    "criteria_edition",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="criteria.criteriaedition",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "db_table": "admission_review",
                "indexes": [
                    models.Index(
                        fields=["tenant", "admission", "-decided_at"],
                        name="admission_review_newest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "approved"), ("until_on__gt", models.F("from_on"))
                            ),
                            models.Q(
                                ("criteria_edition__isnull", False),
                                ("outcome", "refused"),
                                ("until_on", None),
                                models.Q(("words", ""), _negated=True),
                                models.Q(("plain_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="admission_review_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DailyStatus",
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
                ("on", models.DateField()),
                (
                    "condition",
                    models.CharField(
                        choices=[
                            ("as_expected", "as expected"),
                            ("better", "better"),
                            ("worse", "worse"),
                            ("ready_to_leave", "ready to leave"),
                            ("hospital_not_reached", "hospital not reached"),
                        ],
                        max_length=30,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "plan",
                    models.CharField(
                        blank=True, help_text="what is needed to go home", max_length=300
                    ),
                ),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("late", models.BooleanField(help_text="written after the day was over")),
                (
                    "admission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statuses",
                        to="admissions.admission",
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
                "db_table": "admission_status",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "admission", "on"), name="admission_status_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeGiven",
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
                ("notice_id", models.CharField(help_text="its id in the rulebook", max_length=40)),
                ("given_at", models.DateTimeField()),
                ("given_by", models.CharField(max_length=120)),
                (
                    "signed",
                    models.CharField(
                        choices=[
                            ("signed", "Signed and dated"),
                            ("refused", "Signature refused; noted on the form"),
                            ("not_needed", "No signature is asked for"),
                        ],
                        max_length=12,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "admission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="admissions.admission",
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
                "db_table": "admission_notice",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "admission", "notice_id"), name="admission_notice_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("given_by", ""), _negated=True),
                        name="admission_notice_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StayMove",
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
                ("happened_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("enter", "enter"),
                            ("leave", "leave"),
                            ("return", "return"),
                            ("discharge", "discharge"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("observation", "observation"),
                            ("medical_surgical", "medical surgical"),
                            ("telemetry", "telemetry"),
                            ("step_down", "step down"),
                            ("intensive_care", "intensive care"),
                            ("maternity", "maternity"),
                            ("behavioral", "behavioral"),
                            ("rehabilitation", "rehabilitation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                ("struck_why", models.CharField(blank=True, max_length=300)),
                (
                    "admission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="admissions.admission",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.hospital",
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
                "db_table": "admission_move",
                "indexes": [
                    models.Index(fields=["tenant", "happened_at"], name="admission_move_when"),
                    models.Index(
                        fields=["tenant", "kind", "happened_at"], name="admission_move_of_kind"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)),
                        fields=("tenant", "admission", "happened_at"),
                        name="admission_move_one_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("hospital__isnull", False),
                                ("kind", "enter"),
                                models.Q(("level", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "enter"), _negated=True),
                                ("hospital", None),
                                ("level", ""),
                            ),
                            _connector="OR",
                        ),
                        name="admission_move_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="admission_move_happened_first",
                    ),
                ],
            },
        ),
    ]
