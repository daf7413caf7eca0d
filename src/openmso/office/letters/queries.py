"""The letters of a case, and those that wait for a person."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.outbound.models import Dispatch
from openmso.office.statement import is_any, statement

from .letter import OfficialText
from .models import LoadedWording, OrderedLetter
from .page_token import typed


@statement
def letters_of(tenant_id: UUID, case_id: UUID) -> QuerySet[OrderedLetter]:
    """Return the letters about one case, in the order in which they were ordered."""
    return (
        OrderedLetter.objects.filter(tenant_id=tenant_id, case_id=case_id)
        .select_related("document")
        .defer("content")
        .order_by("ordered_at", "id")
    )


@statement
def letters_about(tenant_id: UUID, case_ids: list[UUID]) -> QuerySet[OrderedLetter]:
    """Return the letters about several cases with what they say, in the order of ordering."""
    return (
        OrderedLetter.objects.filter(is_any("case_id", case_ids), tenant_id=tenant_id)
        .select_related("document")
        .order_by("ordered_at", "id")
    )


def letter_called(letter_id: UUID, *, viewer: Actor) -> OrderedLetter:
    """Return one letter of the viewer's office; raise OrderedLetter.DoesNotExist for another's."""
    return OrderedLetter.objects.select_related("document").get(
        tenant_id=viewer.tenant_id, id=letter_id
    )


def letter_by_token(token: str, *, viewer: Actor) -> OrderedLetter:
    """Return the letter of the viewer's office with this word on its paper.

    Raises OrderedLetter.DoesNotExist; copies to practices carry none and are never found.
    """
    return OrderedLetter.objects.defer("content").get(
        tenant_id=viewer.tenant_id, page_token=typed(token) or "-"
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


def waiting_for_wording(tenant_id: UUID, slots: Collection[str]) -> list[OrderedLetter]:
    """Return printed letters that nobody was sent because one of these wordings was missing."""
    sent = Dispatch.objects.filter(tenant_id=OuterRef("tenant_id"), letter_id=OuterRef("pk"))
    letters = OrderedLetter.objects.filter(
        ~Exists(sent), tenant_id=tenant_id, state=OrderedLetter.State.PRINTED
    ).exclude(official_missing=[])
    return [
        letter
        for letter in letters.defer("content").order_by("ordered_at", "id")
        if set(letter.official_missing) & set(slots)
    ]


def every_wording(tenant_id: UUID) -> list[LoadedWording]:
    """Return every official text this office has loaded, each slot's newest edition first."""
    return list(
        LoadedWording.objects.filter(tenant_id=tenant_id).order_by("slot", "language", "-from_on")
    )


def loaded_wordings(tenant_id: UUID, on: date) -> tuple[OfficialText, ...]:
    """Return the official wording in force on a day."""
    return tuple(
        OfficialText(slot=row.slot, language=row.language, edition=row.edition, text=row.text)
        for row in _loaded(tenant_id, on)
    )


@statement
def _loaded(tenant_id: UUID, on: date) -> QuerySet[LoadedWording]:
    return LoadedWording.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on), tenant_id=tenant_id, from_on__lte=on
    ).order_by("slot", "language", "from_on")
