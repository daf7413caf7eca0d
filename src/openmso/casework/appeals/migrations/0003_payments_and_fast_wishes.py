"""Appeals about payments, with the orders to pay; and wishes for a fast answer with their refusal."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import openmso.casework.appeals.domain.speed
import openmso.casework.prior_auth.domain.request
import openmso.casework.prior_auth.domain.ruling
import openmso.standards.identifiers.row_id


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0002_guard_answers"),
        ("documents", "0005_add_email_and_member"),
        ("members", "0001_create_members"),
        ("plans", "0001_create_plans"),
        ("prior_auth", "0008_add_asked_by"),
        ("tenants", "0002_add_earlier_portal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DeniedPayment",
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
                ("claim_number", models.CharField(max_length=40)),
                ("line_of_business", models.CharField(max_length=20)),
                ("member_number", models.CharField(blank=True, max_length=40)),
                ("provider_name", models.CharField(max_length=160)),
                ("service", models.CharField(max_length=200)),
                ("served_on", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                ("told_on", models.DateField()),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("MEDICAL-NECESSITY", "MEDICAL-NECESSITY"),
                            ("NOT-COVERED", "NOT-COVERED"),
                            ("EMERGENCY-PAYMENT", "EMERGENCY-PAYMENT"),
                        ],
                        max_length=20,
                    ),
                ),
                ("decided_by_name", models.CharField(blank=True, max_length=120)),
                ("recorded_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ipa",
                    models.ForeignKey(
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
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
                "db_table": "denied_payment",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "member", "claim_number"), name="denied_payment_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="denied_payment_amount"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", ""),
                    ("asked", "asked"),
                    ("physician", "physician"),
                    ("first_request", "first request"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refusal_told_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refusal_told_how",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refused_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refused_by",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refused_why",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="appeal",
            name="fast_refused_why_es",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AlterField(
            model_name="appeal",
            name="filed_by",
            field=models.CharField(
                choices=[
                    ("member", "member"),
                    ("representative", "representative"),
                    ("treating_physician", "treating physician"),
                    ("noncontract_provider", "noncontract provider"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="appeal",
            name="request",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appeals",
                to="prior_auth.authorizationrequest",
            ),
        ),
        migrations.AlterField(
            model_name="appeal",
            name="type",
            field=models.CharField(
                choices=[
                    ("reconsideration", "reconsideration"),
                    ("part_b_drug", "part b drug"),
                    ("plan_appeal", "plan appeal"),
                    ("grievance", "grievance"),
                    ("payment", "payment"),
                    ("without_a_rule", "without a rule"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="payment",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appeals",
                to="appeals.deniedpayment",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["open", "with_reviewer"])),
                fields=("tenant", "payment"),
                name="appeal_one_open_a_payment",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("payment", None), ("request__isnull", False)),
                    models.Q(("decision", None), ("payment__isnull", False), ("request", None)),
                    _connector="OR",
                ),
                name="appeal_about_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("fast_by", openmso.casework.appeals.domain.speed.FastBy["PHYSICIAN"]),
                        _negated=True,
                    ),
                    ("urgency", openmso.casework.prior_auth.domain.request.Urgency["EXPEDITED"]),
                    _connector="OR",
                ),
                name="appeal_physicians_word_is_fast",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("payment", None),
                    models.Q(
                        ("fast_refused_at", None),
                        ("urgency", openmso.casework.prior_auth.domain.request.Urgency["STANDARD"]),
                    ),
                    _connector="OR",
                ),
                name="appeal_payment_never_fast",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fast_refused_at", None),
                    models.Q(
                        models.Q(("fast_refused_by", ""), _negated=True),
                        models.Q(("fast_refused_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="appeal_fast_refused_why",
            ),
        ),
        migrations.CreateModel(
            name="PaymentOrder",
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
                    "ordered_by",
                    models.CharField(
                        choices=[
                            ("plan", "plan"),
                            ("independent_entity", "independent entity"),
                            ("judge", "judge"),
                            ("council", "council"),
                            ("imr", "imr"),
                            ("state_hearing", "state hearing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "pay_to",
                    models.CharField(
                        choices=[("provider", "provider"), ("member", "member")], max_length=10
                    ),
                ),
                ("notice_received_at", models.DateTimeField()),
                ("signed_by_name", models.CharField(blank=True, max_length=120)),
                ("paid_on", models.DateField(blank=True, null=True)),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_orders",
                        to="appeals.appeal",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
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
                "db_table": "appeal_payment_order",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "appeal", "ordered_by"), name="payment_order_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="payment_order_amount"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_on", None), ("proof", None)),
                            models.Q(("paid_on__isnull", False), ("proof__isnull", False)),
                            _connector="OR",
                        ),
                        name="payment_order_paid_with_proof",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ordered_by",
                                openmso.casework.prior_auth.domain.ruling.RuledBy["PLAN"],
                            ),
                            ("notice__isnull", False),
                            _connector="OR",
                        ),
                        name="payment_order_from_outside_shown",
                    ),
                ],
            },
        ),
    ]
