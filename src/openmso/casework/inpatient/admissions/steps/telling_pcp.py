"""The patient's own doctor hears of the admission, of a transfer, of the discharge."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.fields import StayNews
from openmso.office.letters.letter import Kind, Reader
from openmso.office.timeline.action import record
from openmso.roster.providers.models import Hospital

from ..domain.stay import Level
from ..events import Event
from ..letters import stay_news
from ..models import Admission
from ..pcp import practice_of_pcp


def tell_pcp(
    admission: Admission,
    news: StayNews,
    *,
    happened_at: datetime,
    hospital: Hospital,
    level: Level | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Order the letter to the PCP's practice, or say on the timeline that no PCP is known.

    Nothing while the patient is not identified: it is made up for when they are.
    """
    if admission.member_id is None or not admission.line_of_business:
        return
    on = office_calendar(admission.tenant_id).local(at).date()
    practice_id = practice_of_pcp(admission, on=on)
    if practice_id is None:
        record(admission, Event.NO_PCP, by=by, at=at, news=str(news))
        return
    letter = order_letter(
        admission,
        kind=Kind.STAY_NEWS,
        reader=Reader.PROVIDER,
        fields=stay_news(admission, news, happened_at=happened_at, hospital=hospital, level=level),
        about_member_id=admission.member_id,
        receiver_id=practice_id,
        plan_id=admission.plan_id,
        by=by,
        at=at,
    )
    record(admission, Event.PCP_TOLD, by=by, at=at, news=str(news), letter=str(letter.id))
