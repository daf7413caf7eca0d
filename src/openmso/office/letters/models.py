"""Letters that were ordered, and official wording that the installation has loaded.

A letter keeps what it was to say (`content`, with its fingerprint) and the printed paper. It is
printed once; sending it again sends the same file.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class OrderedLetter(models.Model):
    """One letter to one reader about one case.

    `language` is the reader's own. `translation_owed` and `format_owed` name what people must
    still make; `official_missing` the official papers without which it may not be mailed.
    `page_token` leads a member from the paper to the page; copies to practices have none.
    """

    class State(models.TextChoices):
        ORDERED = "ordered", "Ordered"
        PRINTED = "printed", "Printed"
        FAILED = "failed", "Could not be printed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    kind = models.CharField(max_length=40)
    reader = models.CharField(max_length=10)
    receiver_kind = models.CharField(max_length=20)
    receiver_id = models.UUIDField()
    about_member_id = models.UUIDField()
    language = models.CharField(max_length=20)
    letter_format = models.CharField(max_length=20)
    page_token = models.CharField(max_length=20, blank=True)
    catalog_edition = models.CharField(max_length=20)
    content = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ORDERED)
    ordered_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    problem = models.CharField(max_length=500, blank=True)
    translation_owed = models.CharField(max_length=20, blank=True)
    format_owed = models.CharField(max_length=20, blank=True)
    official_missing = models.JSONField(default=list)

    class Privacy:
        protected = ("content", "content_sha256", "problem")

    class Meta:
        db_table = "letter"
        indexes = [
            models.Index(fields=["tenant", "case_id", "ordered_at"], name="letter_of_case"),
            models.Index(
                fields=["tenant", "ordered_at"],
                condition=~Q(state="printed"),
                name="letter_not_printed",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="printed")
                | (Q(printed_at__isnull=False) & Q(document__isnull=False)),
                name="letter_printed_with_document",
            ),
            models.UniqueConstraint(
                fields=["page_token"], condition=~Q(page_token=""), name="letter_page_token_once"
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.kind} to a {self.reader}, {self.state}"


class LoadedWording(models.Model):
    """The text of an official form or statement, taken over from its authority word for word.

    In force from `from_on` until a newer edition is, or until `until_on`, the first day on which it
    no longer holds. `checked_by` compared it with its `source` on `checked_on`, `loaded_by` took it
    over at `loaded_at`; these are empty only for what was here before anybody asked for them.
    """

    case_kind: ClassVar[str] = "official_wording"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    slot = models.CharField(max_length=40)
    language = models.CharField(max_length=20)
    edition = models.CharField(max_length=80)
    text = models.TextField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    checked_by = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    loaded_by = models.CharField(max_length=120, blank=True)
    loaded_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "loaded_wording"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "slot", "language", "from_on"], name="loaded_wording_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=models.F("from_on")),
                name="loaded_wording_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot} ({self.language}), {self.edition}"
