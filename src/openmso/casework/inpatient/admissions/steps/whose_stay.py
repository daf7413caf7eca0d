"""What follows as soon as we know whose stay it is: approval, night, notices, the PCP."""

from datetime import datetime

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.letters.fields import StayNews
from openmso.office.timeline.action import record
from openmso.standards.typed_text import kept

from ..domain.notification import Way
from ..domain.stay import Level
from ..events import Event
from ..models import Admission, StayMove
from ..queries import nights_that_may_belong
from .clock_keeping import keep_notice_clocks, keep_notification_clock
from .locking import keep
from .telling_pcp import tell_pcp


def begin_for_member(stay: Admission, *, by: Actor, at: datetime) -> None:
    """Link a planned stay to its approval and an unplanned one to its night; tell the PCP.

    The stay must be saved and bear its member. What does not fit is left to a person.
    """
    record(stay, Event.IDENTIFIED, by=by, at=at, line_of_business=stay.line_of_business)
    stay.notified_late = keep_notification_clock(stay)
    if stay.way == Way.PLANNED:
        _link(stay, by=by, at=at)
    else:
        _join(stay, by=by, at=at)
    keep(stay, "authorization", "night", "notified_late")
    keep_notice_clocks(stay)
    arrival = (
        StayMove.objects.select_related("hospital")
        .filter(tenant_id=stay.tenant_id, admission=stay, kind="enter", struck_at=None)
        .earliest("happened_at")
    )
    tell_pcp(
        stay,
        StayNews.ADMITTED,
        happened_at=stay.admitted_at,
        hospital=stay.hospital,
        level=Level(arrival.level),
        by=by,
        at=at,
    )


def _link(stay: Admission, *, by: Actor, at: datetime) -> None:
    number = kept(stay.told_authorization).upper()
    approved = AuthorizationRequest.objects.filter(
        tenant_id=stay.tenant_id,
        member=stay.member,
        authorization_number=number,
        state__in=["approved", "partly_approved"],
    ).first()
    if not number or approved is None:
        return
    stay.authorization = approved
    record(stay, Event.LINKED, by=by, at=at, authorization=number)


def _join(stay: Admission, *, by: Actor, at: datetime) -> None:
    nights = nights_that_may_belong(by, stay)
    told = kept(stay.told_receipt).upper()
    named = [night for night in nights if night.number == told]
    chosen = named or (nights if len(nights) == 1 else [])
    if chosen:
        stay.night = chosen[0]
        record(stay, Event.JOINED, by=by, at=at, night=chosen[0].number)
