"""The letters on the way of an appeal: which one a move owes the member, ordered with the move.

Those with the answer stand in answer_letters.py.
"""

from datetime import date, datetime

from openmso.casework.prior_auth.lengths import extension_of
from openmso.casework.prior_auth.remedies_named import fast_grievance
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.office.letters.letter import Kind
from openmso.rulebook.duty_clocks import governing

from .clock_keeping import compute_clocks
from .domain.clock_facts import DECIDE
from .domain.extension import MoreTime
from .domain.filing import window_of
from .domain.letters_owed import Step
from .domain.states import State
from .domain.types import AppealType, Authority, FiledBy
from .models import Appeal
from .telling import order, professional_of, tell, teller_of


def order_acknowledgement(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the appeal is here and by when it is answered."""
    due = governing(compute_clocks(appeal), DECIDE)
    teller = teller_of(appeal)
    expedited = appeal.urgency == "expedited"
    awaited = appeal.authority == Authority.PENDING
    waiver = appeal.filed_by == FiledBy.NONCONTRACT_PROVIDER
    fields = f.AppealReceivedFields(
        case=teller.case(),
        appeal_number=appeal.number,
        filed_by=appeal.filed_by_name,
        filed_on=teller.office.local(appeal.received_at).date(),
        expedited=expedited,
        decide_by=due.due_at if due else None,
        contact=professional_of(appeal, "", language=teller.language, at=at),
        paper_awaited=awaited and not waiver,
        waiver_awaited=awaited and waiver,
        last_day=_last_day(appeal) if appeal.late else None,
        regulator=expedited and appeal.type == AppealType.GRIEVANCE,
    )
    tell(appeal, Step.TAKEN_IN, fields, by=by, at=at)


def order_extension(
    appeal: Appeal, more: MoreTime, *, new_due: datetime, by: Actor, at: datetime
) -> None:
    """Tell the member that more time is taken, why, and how to object."""
    fields = f.AppealExtensionFields(
        case=teller_of(appeal).case(),
        appeal_number=appeal.number,
        reason=f.Wording(text=more.why),
        first_due=more.first_due,
        new_due=new_due,
        longer_by=extension_of(more.rule),
        remedies=fast_grievance(appeal.tenant_id, appeal.line_of_business, at=at),
    )
    order(appeal, Kind.APPEAL_EXTENSION, fields, by=by, at=at)


def order_not_fast(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the appeal takes its usual time, why, and how to make it fast."""
    due = governing(compute_clocks(appeal), DECIDE)
    teller = teller_of(appeal)
    fields = f.AppealNotFastFields(
        case=teller.case(),
        appeal_number=appeal.number,
        reason=f.worded_for(appeal.fast_refused_why, appeal.fast_refused_why_es, teller.language),
        refused_on=teller.office.local(at).date(),
        decide_by=due.due_at if due else None,
        remedies=fast_grievance(appeal.tenant_id, appeal.line_of_business, at=at),
    )
    tell(appeal, Step.FAST_REFUSED, fields, by=by, at=at)


def order_closed(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the appeal ended without an answer."""
    withdrawn = appeal.state == State.WITHDRAWN
    late = not withdrawn and appeal.late and appeal.late_accepted_at is None
    fields = f.AppealClosedFields(
        case=teller_of(appeal).case(),
        appeal_number=appeal.number,
        end=f.AppealEnd.WITHDRAWN if withdrawn else _form(appeal, late=late),
        ended_on=office_calendar(appeal.tenant_id).local(at).date(),
        by=appeal.closed_why if withdrawn else "",
        last_day=_last_day(appeal) if late else None,
    )
    tell(appeal, Step.ENDED, fields, by=by, at=at)


def _form(appeal: Appeal, *, late: bool) -> f.AppealEnd:
    """Return the reason of form for which it was dismissed."""
    if late:
        return f.AppealEnd.LATE
    by_provider = appeal.filed_by == FiledBy.NONCONTRACT_PROVIDER
    return f.AppealEnd.NO_WAIVER if by_provider else f.AppealEnd.NO_AUTHORITY


def _last_day(appeal: Appeal) -> date | None:
    """Return the last day, inclusive, on which this appeal could be filed."""
    office = office_calendar(appeal.tenant_id)
    window = window_of(
        appeal.line_of_business, told_on=appeal.told_on, book=rulebook(), office=office
    )
    return office.local(window.until).date() if window.until else None
