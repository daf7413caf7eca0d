"""The ordered letter that a job or an action works on."""

from uuid import UUID

from django.db.models import QuerySet

from openmso.office.statement import statement

from .models import OrderedLetter


def letter_ordered(letter_id: UUID) -> OrderedLetter:
    """Return one letter of the office whose rows are shown. Raises OrderedLetter.DoesNotExist."""
    return _only(_ordered(letter_id), letter_id)


def letter_locked(tenant_id: UUID, letter_id: UUID) -> OrderedLetter:
    """Return one letter under a row lock until the action ends. Raises as `letter_ordered`."""
    return _only(_locked(tenant_id, letter_id), letter_id)


def letter_printed(tenant_id: UUID, letter_id: UUID) -> OrderedLetter:
    """Return one printed letter with its paper. Raises as `letter_ordered`, also when it is not
    printed."""
    return _only(_printed(tenant_id, letter_id), letter_id)


def _only(found: list[OrderedLetter], letter_id: UUID) -> OrderedLetter:
    if not found:
        raise OrderedLetter.DoesNotExist(f"no such letter: {letter_id}")
    return found[0]


@statement
def _ordered(letter_id: UUID) -> QuerySet[OrderedLetter]:
    return OrderedLetter.objects.filter(id=letter_id)


@statement
def _locked(tenant_id: UUID, letter_id: UUID) -> QuerySet[OrderedLetter]:
    return OrderedLetter.objects.filter(tenant_id=tenant_id, id=letter_id).select_for_update()


@statement
def _printed(tenant_id: UUID, letter_id: UUID) -> QuerySet[OrderedLetter]:
    return OrderedLetter.objects.filter(
        tenant_id=tenant_id, id=letter_id, state=OrderedLetter.State.PRINTED
    ).select_related("document")
