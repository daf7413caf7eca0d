"""What an office publishes with days: numbers to call, and bodies outside that people can go to."""

from django.db import models

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class ContactLine(models.Model):
    """One line to call, write or fax. `until_on` is the first day on which it is no longer true.

    `language` empty means any language; a plan may have a line of its own, and the number may
    differ by language within one plan.
    """

    class Purpose(models.TextChoices):
        MEMBER_SERVICES = "member_services", "Member services"
        UTILIZATION_MANAGEMENT = "utilization_management", "Utilization management"
        UM_FAX = "um_fax", "Utilization management fax"
        PORTAL_ACCOUNTS = "portal_accounts", "Portal accounts for practices"
        LANGUAGE_HELP = "language_help", "Language help"
        GRIEVANCES = "grievances", "Complaints and appeals"
        AFTER_HOURS = "after_hours", "After-hours nurse"
        REGULATOR = "regulator", "The regulator"
        STATE_HEARING = "state_hearing", "State Hearing office"
        OUTSIDE_HELP = "outside_help", "Free help from outside"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=30, choices=Purpose.choices)
    plan_id = models.UUIDField(null=True, blank=True)
    language = models.CharField(max_length=10, blank=True)
    label = models.CharField(max_length=120)
    label_es = models.CharField(max_length=120)
    voice = models.CharField(max_length=20)
    toll_free = models.CharField(max_length=20, blank=True)
    tty = models.CharField(max_length=20, default="711")
    hours = models.CharField(max_length=120, blank=True)
    hours_es = models.CharField(max_length=120, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "contact_line"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "purpose", "plan_id", "language", "from_on"],
                nulls_distinct=False,
                name="contact_line_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.voice}"


class OutsideOrganization(models.Model):
    """A body outside this office: who decides, who helps; where to write to it and from when.

    `program` is the line of business it serves and `region` the place ("CA", "Los Angeles County");
    empty means any. `until_on` is the first day on which the row is no longer true. `address` has
    a line of its own for each line of an envelope.
    """

    class Purpose(models.TextChoices):
        REGULATOR = "regulator", "The regulator of health plans"
        HEARING_OFFICE = "hearing_office", "The State Hearing office"
        MEDICARE_ENTITY = "medicare_entity", "The Medicare independent entity"
        BENEFICIARY_HELP = "beneficiary_help", "Free help with appeals"
        QUALITY_ORGANIZATION = "quality_organization", "The quality improvement organization"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    purpose = models.CharField(max_length=30, choices=Purpose.choices)
    program = models.CharField(max_length=20, blank=True)
    region = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=120)
    name_es = models.CharField(max_length=120)
    address = models.CharField(max_length=300, blank=True)
    voice = models.CharField(max_length=20, blank=True)
    tty = models.CharField(max_length=20, default="711")
    fax = models.CharField(max_length=20, blank=True)
    website = models.CharField(max_length=120, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "outside_organization"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "purpose", "program", "region", "name", "from_on"],
                name="outside_organization_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """Return the name in Spanish or else in English."""
        return self.name_es if language == "es" else self.name
