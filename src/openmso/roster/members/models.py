"""Members and the numbers they are known by.

Two records of what may be one person are never merged by themselves: only the numbers below are
unique, names and birth dates are not.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class LetterFormat(models.TextChoices):
    """How a person wants to receive what we write."""

    STANDARD = "standard", "Standard print"
    LARGE_PRINT = "large_print", "Large print"
    BRAILLE = "braille", "Braille"
    AUDIO = "audio", "Audio"
    ELECTRONIC = "electronic", "Accessible electronic file"


class Need(models.TextChoices):
    """What a person needs from us beside a language and a format."""

    INTERPRETER = "interpreter", "Interpreter"
    SIGN_LANGUAGE = "sign_language", "Sign language interpreter"
    RELAY = "relay", "Calls through a relay service"
    WHEELCHAIR = "wheelchair", "Wheelchair access"
    LOW_VISION = "low_vision", "Low vision"
    HARD_OF_HEARING = "hard_of_hearing", "Hard of hearing"


class Member(models.Model):
    """A person whose care this office looks after.

    `language` is the language of letters and `spoken_language` the one to be called in, both as
    BCP 47 tags; any tag may be asked for. `search_family` and `search_given` are the names without
    accents and marks, in small letters, for prefix search; `sort_key` orders lists.
    """

    class Sex(models.TextChoices):
        FEMALE = "female", "Female"
        MALE = "male", "Male"
        UNKNOWN = "unknown", "Not stated"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number_in_office = models.CharField(max_length=20)
    given_name = models.CharField(max_length=80)
    middle_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80)
    name_suffix = models.CharField(max_length=20, blank=True)
    sort_key = models.CharField(max_length=170)
    search_family = models.CharField(max_length=80)
    search_given = models.CharField(max_length=80)
    birth_date = models.DateField()
    sex = models.CharField(max_length=10, choices=Sex.choices, default=Sex.UNKNOWN)
    deceased_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=20, default="en")
    spoken_language = models.CharField(max_length=20, default="en")
    letter_format = models.CharField(
        max_length=20, choices=LetterFormat.choices, default=LetterFormat.STANDARD
    )
    needs = ArrayField(
        models.CharField(max_length=30, choices=Need.choices), default=list, blank=True
    )
    address_line_1 = models.CharField(max_length=120, blank=True)
    address_line_2 = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    email_ok = models.BooleanField(default=False)

    class Privacy:
        protected = (
            *("number_in_office", "given_name", "middle_name", "family_name", "name_suffix"),
            *("sort_key", "search_family", "search_given", "birth_date", "sex", "deceased_on"),
            *("language", "spoken_language", "letter_format", "needs", "address_line_1"),
            *("address_line_2", "city", "state", "postal_code", "phone", "email", "email_ok"),
        )

    class Meta:
        db_table = "member"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "number_in_office"], name="member_number_once"
            ),
            models.CheckConstraint(
                condition=Q(deceased_on=None) | Q(deceased_on__gte=F("birth_date")),
                name="member_dies_after_birth",
            ),
        ]
        indexes = [
            models.Index(
                F("tenant"),
                OpClass("search_family", name="text_pattern_ops"),
                OpClass("search_given", name="text_pattern_ops"),
                F("birth_date"),
                name="member_by_name",
            ),
            models.Index(fields=["tenant", "birth_date"], name="member_by_birth_date"),
        ]

    def __str__(self) -> str:
        return f"member {self.id}"

    @property
    def case_kind(self) -> str:
        return "member"

    @property
    def full_name(self) -> str:
        """The whole name in the order in which it is written on an envelope."""
        parts = (self.given_name, self.middle_name, self.family_name, self.name_suffix)
        return " ".join(part for part in parts if part)

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The lines of the postal address that are filled in, for the window of a letter."""
        place = f"{self.city}, {self.state} {self.postal_code}".strip(" ,")
        return tuple(line for line in (self.address_line_1, self.address_line_2, place) if line)


class MemberIdentifier(models.Model):
    """A number somebody else knows a member by. One number names one record of an office.

    `system` says whose number it is (a plan's key, a file's system address), empty where the kind
    alone does.
    """

    class Kind(models.TextChoices):
        MBI = "mbi", "Medicare number"
        CIN = "cin", "Medi-Cal number"
        SOURCE = "source", "Id in the file it was loaded from"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    system = models.CharField(max_length=120, blank=True)
    value = models.CharField(max_length=120)

    class Privacy:
        protected = ("value",)

    class Meta:
        db_table = "member_identifier"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "value", "kind", "system"], name="member_identifier_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of member {self.member_id}"
