"""The letters of a grievance: which one a move owes the member, what it says, ordered with it."""

from datetime import datetime

from openmso.casework.appeals.domain.extension import MoreTime
from openmso.casework.prior_auth.lengths import extension_of
from openmso.casework.prior_auth.remedies_named import as_a_letter_names_them
from openmso.office.access.actor import Actor
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.law import office_calendar
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind as LetterKind
from openmso.office.letters.letter import Reader
from openmso.office.letters.letter_catalog import UNCOVERED, NotInCatalog, entry_for
from openmso.office.tenants.queries import tenant_by_id
from openmso.rulebook.duty_clocks import governing

from .clock_keeping import compute_clocks
from .domain.deadlines import ANSWER
from .domain.states import State
from .domain.types import Kind, LineRow, categories, line_row
from .models import Grievance, GrievanceAnswer
from .review_group import review_group
from .ways_on import ways_on

_LINE = "grievances"


def order_acknowledgement(grievance: Grievance, *, by: Actor, at: datetime) -> None:
    """Tell the member that it is here and by when it is answered; none for an exempt one."""
    if grievance.kind == Kind.EXEMPT:
        return
    due = governing(compute_clocks(grievance), ANSWER)
    expedited = grievance.kind == Kind.EXPEDITED
    fields = f.GrievanceReceivedFields(
        case=_case(grievance),
        filed_by=grievance.filed_by_name,
        expedited=expedited,
        answer_by=due.due_at if due else None,
        contact=_contact(grievance, at),
        paper_awaited=grievance.authority == "pending",
        regulator=_line(grievance).regulator_told,
        about_a_decision=grievance.about_a_decision,
    )
    _order(grievance, LetterKind.GRIEVANCE_RECEIVED, fields, by=by, at=at)


def order_answer(grievance: Grievance, answer: GrievanceAnswer, *, by: Actor, at: datetime) -> None:
    """Tell the member what we found, what we do, and every way that stays open."""
    outside = grievance.quality_of_care and _line(grievance).quality_organization
    fields = f.GrievanceAnsweredFields(
        case=_case(grievance),
        answered_on=answer.answered_on,
        finding=f.GrievanceFinding(answer.finding),
        answer=f.worded_for(answer.plain, answer.plain_es, _language(grievance)),
        responsible=_contact(grievance, at),
        review_group=review_group(grievance, at=at) if outside else None,
        quality_of_care=outside,
        remedies=as_a_letter_names_them(ways_on(grievance, at=at)),
    )
    _order(grievance, LetterKind.GRIEVANCE_ANSWERED, fields, by=by, at=at)


def order_extension(
    grievance: Grievance, more: MoreTime, *, new_due: datetime, by: Actor, at: datetime
) -> None:
    """Tell the member that more time is taken, why, and until when."""
    fields = f.GrievanceExtensionFields(
        case=_case(grievance),
        reason=f.Wording(text=more.why),
        first_due=more.first_due,
        new_due=new_due,
        longer_by=extension_of(more.rule),
        contact=_contact(grievance, at),
    )
    _order(grievance, LetterKind.GRIEVANCE_EXTENSION, fields, by=by, at=at)


def order_closed(grievance: Grievance, *, by: Actor, at: datetime) -> None:
    """Tell the member that it ended without an answer."""
    withdrawn = grievance.state == State.WITHDRAWN
    fields = f.GrievanceClosedFields(
        case=_case(grievance),
        end=f.GrievanceEnd.WITHDRAWN if withdrawn else f.GrievanceEnd.NO_AUTHORITY,
        ended_on=office_calendar(grievance.tenant_id).local(at).date(),
        by=grievance.closed_why if withdrawn else "",
    )
    _order(grievance, LetterKind.GRIEVANCE_CLOSED, fields, by=by, at=at)


def _line(grievance: Grievance) -> LineRow:
    return line_row(grievance.line_of_business)


def _language(grievance: Grievance) -> str:
    return grievance.member.language.partition("-")[0]


def _case(grievance: Grievance) -> f.CaseFacts:
    """The concern as merge fields; `asked` names what it is about, in the member's language."""
    category = categories()[grievance.category]
    spanish = _language(grievance) == "es"
    return f.CaseFacts(
        request_number=grievance.number,
        member_name=grievance.member.full_name,
        member_number=grievance.member_number,
        plan_name=grievance.plan.name if grievance.plan else "",
        line_of_business=grievance.line_of_business or UNCOVERED,
        received_on=office_calendar(grievance.tenant_id).local(grievance.received_at).date(),
        requested_by=grievance.filed_by_name,
        asked=f.Wording(
            text=category.es if spanish else category.en, language="es" if spanish else "en"
        ),
        services=(),
        time_zone=tenant_by_id(grievance.tenant_id).time_zone,
    )


def _contact(grievance: Grievance, at: datetime) -> f.Professional:
    """Return who is to be asked about it: whoever works on it, at the line for complaints."""
    on = office_calendar(grievance.tenant_id).local(at).date()
    lines = contact_lines(grievance.tenant_id, on, _LINE, grievance.plan_id)
    line = line_for(lines, _LINE, plan_id=grievance.plan_id)
    spanish = _language(grievance) == "es"
    desk = "Mesa de quejas" if spanish else "Complaints desk"
    return f.Professional(
        name=grievance.handler.name if grievance.handler else "",
        title=desk,
        phone=line.voice if line else "",
    )


def _order(
    grievance: Grievance, kind: LetterKind, fields: f.Fields, *, by: Actor, at: datetime
) -> None:
    """Order one letter to the member; a line of business whose law is not written has none."""
    try:
        entry_for(kind, Reader.MEMBER, fields.case.line_of_business)
    except NotInCatalog:
        return
    order_letter(
        grievance,
        kind=kind,
        reader=Reader.MEMBER,
        fields=fields,
        about_member_id=grievance.member_id,
        receiver_id=grievance.member_id,
        plan_id=grievance.plan_id,
        by=by,
        at=at,
    )
