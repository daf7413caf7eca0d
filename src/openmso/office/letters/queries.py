"""The letters of a case, and those that wait for a person."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor

from .letter import OfficialText
from .models import LoadedWording, OrderedLetter


def letters_of(tenant_id: UUID, case_id: UUID) -> list[OrderedLetter]:
    """Return the letters about one case, in the order in which they were ordered."""
    return list(
        OrderedLetter.objects.filter(tenant_id=tenant_id, case_id=case_id)
        .select_related("document")
        .defer("content")
        .order_by("ordered_at", "id")
    )


def letter_called(letter_id: UUID, *, viewer: Actor) -> OrderedLetter:
    """Return one letter of the viewer's office; raise OrderedLetter.DoesNotExist for another's."""
    return OrderedLetter.objects.select_related("document").get(
        tenant_id=viewer.tenant_id, id=letter_id
    )


def letters_waiting(*, viewer: Actor, limit: int = 100) -> list[OrderedLetter]:
    """Return letters that need a person: not printed, or something is still owed, oldest first."""
    needs_a_person = (
        ~Q(state=OrderedLetter.State.PRINTED)
        | ~Q(translation_owed="")
        | ~Q(format_owed="")
        | ~Q(official_missing=[])
    )
    return list(
        OrderedLetter.objects.filter(needs_a_person, tenant_id=viewer.tenant_id)
        .defer("content")
        .order_by("ordered_at", "id")[:limit]
    )


def loaded_wordings(tenant_id: UUID, on: date) -> tuple[OfficialText, ...]:
    """Return the official wording in force on a day."""
    rows = LoadedWording.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on), tenant_id=tenant_id, from_on__lte=on
    ).order_by("slot", "language", "from_on")
    return tuple(
        OfficialText(slot=row.slot, language=row.language, edition=row.edition, text=row.text)
        for row in rows
    )
