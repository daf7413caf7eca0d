"""Somebody on call is asked for: the first in line is called at once."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import Recorded, action, record

from .. import events
from ..domain.duty_role import DutyRole
from ..domain.states import PageState
from ..models import Page
from ..steps.calling import call_next
from ..steps.numbers import readable_number

_LONGEST_REASON = 300


@action
def page(
    case: Recorded, role: DutyRole, *, reason: str, by: Actor, at: datetime, number: str = ""
) -> Page:
    """Page whoever is on duty for `role`, about `case`; return the page, whatever its state.

    The page waits for the first in line, or is unanswered at once when nobody is on duty. A page
    for the same case and role that still waits, or that was asked for at this very `at`, is
    returned again and no second one is started.
    """
    new = Page(
        tenant_id=case.tenant_id,
        number=number or readable_number("OC", case.tenant_id, at),
        about_kind=case.case_kind,
        about_id=case.id,
        role=role.value,
        reason=reason[:_LONGEST_REASON],
        state=PageState.WAITING.value,
        asked_at=at,
        asked_by_name=by.name,
        call_next_at=at,
    )
    if (asked := _asked_already(new) or _written(new)) is not None:
        record(asked, events.PAGE_ASKED_AGAIN, by=by, at=at)
        return asked
    record(new, events.PAGE_ASKED, by=by, at=at, role=role.value)
    call_next(new, by=by, at=at)
    return new


def _asked_already(new: Page) -> Page | None:
    return (
        Page.objects.select_for_update()
        .filter(tenant_id=new.tenant_id, about_id=new.about_id, role=new.role)
        .filter(Q(state=PageState.WAITING.value) | Q(asked_at=new.asked_at))
        .order_by("-asked_at")
        .first()
    )


def _written(new: Page) -> Page | None:
    """Store the page. Of two that ask at once the second is given the page of the first."""
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        asked = _asked_already(new)
        if asked is None:
            raise
        return asked
    return None
