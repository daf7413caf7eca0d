"""Practices, practitioners, where they work, the IPAs whose network they belong to; hospitals."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import Ipa
from openmso.standards.identifiers.row_id import new_id


class Practice(models.Model):
    """An office where patients are seen. `source` is its id in the file it was loaded from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    npi = models.CharField(max_length=10, blank=True)
    address_line = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    fax = models.CharField(max_length=20, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "practice"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "source"], name="practice_source_once", condition=~Q(source="")
            ),
        ]
        indexes = [models.Index(fields=["tenant", "name"], name="practice_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def case_kind(self) -> str:
        return "practice"


class Practitioner(models.Model):
    """A person who treats members. `specialty_code` is the provider taxonomy code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    npi = models.CharField(max_length=10)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    title = models.CharField(max_length=20, blank=True)
    sort_key = models.CharField(max_length=170)
    search_name = models.CharField(max_length=80)
    specialty_code = models.CharField(max_length=10, blank=True)
    specialty = models.CharField(max_length=120, blank=True)
    licence_state = models.CharField(max_length=2, blank=True)
    licence_number = models.CharField(max_length=30, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Privacy:
        protected = ("licence_number",)

    class Meta:
        db_table = "practitioner"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "npi"], name="practitioner_npi_once"),
            models.UniqueConstraint(
                fields=["tenant", "source"],
                name="practitioner_source_once",
                condition=~Q(source=""),
            ),
            models.CheckConstraint(
                condition=Q(npi__regex=r"^[12][0-9]{9}$"), name="practitioner_npi_shape"
            ),
        ]
        indexes = [
            models.Index(
                F("tenant"),
                OpClass("search_name", name="text_pattern_ops"),
                F("sort_key"),
                name="practitioner_by_name",
            ),
            models.Index(fields=["tenant", "specialty_code"], name="practitioner_by_specialty"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def case_kind(self) -> str:
        return "practitioner"

    @property
    def full_name(self) -> str:
        """Given name, family name and title, as printed."""
        name = f"{self.given_name} {self.family_name}".strip()
        return f"{name}, {self.title}" if self.title else name


class Placement(models.Model):
    """A practitioner works at a practice from `from_on`; `until_on` is the first day without."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="placements"
    )
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="placements")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "placement"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "practitioner", "practice", "from_on"], name="placement_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="placement_span"
            ),
        ]
        indexes = [models.Index(fields=["tenant", "practice"], name="placement_of_practice")]

    def __str__(self) -> str:
        return f"{self.practitioner_id} at {self.practice_id} from {self.from_on}"


class NetworkMembership(models.Model):
    """A practitioner belongs to an IPA's network from `from_on`; `until_on` is the first day out.

    `primary_care` tells whether members may choose this practitioner as their own doctor there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="networks"
    )
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="network")
    primary_care = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "network_membership"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "practitioner", "ipa", "from_on"], name="network_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="network_span"
            ),
        ]
        indexes = [models.Index(fields=["tenant", "ipa"], name="network_of_ipa")]

    def __str__(self) -> str:
        return f"{self.practitioner_id} in {self.ipa_id} from {self.from_on}"


class Hospital(models.Model):
    """A hospital that may ask us about a patient, with a contract or without one.

    `number` is what it gives on our page instead of an account; empty: it can only call or fax.
    One-time codes go to `contact_email` and nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    npi = models.CharField(max_length=10, blank=True)
    number = models.CharField(max_length=20, blank=True)
    contact_email = models.EmailField(blank=True)
    address_line = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    fax = models.CharField(max_length=40, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "hospital"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "number"], name="hospital_number_once", condition=~Q(number="")
            ),
            models.UniqueConstraint(
                fields=["tenant", "npi"], name="hospital_npi_once", condition=~Q(npi="")
            ),
        ]
        indexes = [models.Index(fields=["tenant", "name"], name="hospital_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def case_kind(self) -> str:
        return "hospital"

    @property
    def answers_on_our_page(self) -> bool:
        """Whether it can use the page: it has a number, and a contact for the codes."""
        return bool(self.number and self.contact_email)


class Hospitalist(models.Model):
    """A physician who looks after an IPA's members at one hospital, in the PCP's place.

    From `from_on`; `until_on` is the first day without. `phone` reaches them in the hospital.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    hospital = models.ForeignKey(
        Hospital, on_delete=models.PROTECT, related_name="hospitalists", db_index=False
    )
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", db_index=False)
    phone = models.CharField(max_length=40)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "hospitalist"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "hospital", "ipa", "practitioner", "from_on"],
                name="hospitalist_once",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="hospitalist_span"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner_id} at {self.hospital_id} from {self.from_on}"
