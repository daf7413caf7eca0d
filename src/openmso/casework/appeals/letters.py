"""The letters of an appeal: which one a move owes the member, what it says, ordered with the move.

The practice reads the state of an appeal in its portal; its own letter is the authorization that an
overturned no becomes.
"""

from datetime import date, datetime

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.lengths import extension_of
from openmso.casework.prior_auth.letters.refusal import professional
from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.remedies_named import (
    as_a_letter_names_them,
    remedies_after_extension,
)
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.letter_catalog import NotInCatalog, entry_for
from openmso.rulebook.answers import Answer

from .clock_keeping import compute_clocks
from .domain.deadlines import DECIDE, SEND_ON, governing
from .domain.filing import window_of
from .domain.states import State
from .domain.types import AppealType, Authority
from .models import Appeal, AppealAnswer
from .ways_on import ways_on

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: f.Ground.NOT_NECESSARY,
    Ground.NOT_COVERED: f.Ground.NOT_COVERED,
}


def order_acknowledgement(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the appeal is here and by when it is answered."""
    due = governing(compute_clocks(appeal), DECIDE)
    teller = _teller(appeal)
    expedited = appeal.urgency == "expedited"
    fields = f.AppealReceivedFields(
        case=teller.case(),
        appeal_number=appeal.number,
        filed_by=appeal.filed_by_name,
        filed_on=teller.office.local(appeal.received_at).date(),
        expedited=expedited,
        decide_by=due.due_at if due else None,
        contact=professional(teller, "", at),
        paper_awaited=appeal.authority == Authority.PENDING,
        last_day=_last_day(appeal) if appeal.late else None,
        regulator=expedited and appeal.type == AppealType.GRIEVANCE,
    )
    _order(appeal, Kind.APPEAL_RECEIVED, fields, by=by, at=at)


def order_extension(
    appeal: Appeal,
    *,
    rule: Answer,
    why: str,
    first_due: datetime,
    new_due: datetime,
    by: Actor,
    at: datetime,
) -> None:
    """Tell the member that more time is taken, why, and how to object."""
    fields = f.AppealExtensionFields(
        case=_teller(appeal).case(),
        appeal_number=appeal.number,
        reason=f.Wording(text=why.strip()),
        first_due=first_due,
        new_due=new_due,
        longer_by=extension_of(rule),
        remedies=remedies_after_extension(appeal.request, at=at),
    )
    _order(appeal, Kind.APPEAL_EXTENSION, fields, by=by, at=at)


def order_overturned(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the no was taken back and what is approved."""
    appeal.request.refresh_from_db()
    fields = f.AppealOverturnedFields(
        case=_teller(appeal).case(),
        appeal_number=appeal.number,
        approval=_approval(appeal),
    )
    _order(appeal, Kind.APPEAL_OVERTURNED, fields, by=by, at=at)


def order_upheld(appeal: Appeal, answer: AppealAnswer, *, by: Actor, at: datetime) -> None:
    """Tell the member that the no stands, why, and every way that is open to this member."""
    teller = _teller(appeal)
    sent = governing(compute_clocks(appeal), SEND_ON)
    fields = f.AppealUpheldFields(
        case=teller.case(),
        appeal_number=appeal.number,
        refusal=_refusal(appeal, answer, teller, at),
        approval=_approval(appeal) if appeal.state == State.PARTLY_UPHELD else None,
        goes_on=appeal.sends_on,
        file_by=sent.due_at if appeal.sends_on and sent else None,
    )
    _order(appeal, Kind.APPEAL_UPHELD, fields, by=by, at=at)


def order_closed(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the appeal ended without an answer."""
    withdrawn = appeal.state == State.WITHDRAWN
    late = not withdrawn and appeal.late and appeal.late_accepted_at is None
    end = f.AppealEnd.LATE if late else f.AppealEnd.NO_AUTHORITY
    fields = f.AppealClosedFields(
        case=_teller(appeal).case(),
        appeal_number=appeal.number,
        end=f.AppealEnd.WITHDRAWN if withdrawn else end,
        ended_on=office_calendar(appeal.tenant_id).local(at).date(),
        by=appeal.closed_why if withdrawn else "",
        last_day=_last_day(appeal) if late else None,
    )
    _order(appeal, Kind.APPEAL_CLOSED, fields, by=by, at=at)


def _refusal(appeal: Appeal, answer: AppealAnswer, teller: Teller, at: datetime) -> f.Refusal:
    spanish = teller.language == "es" and answer.plain_reason_es
    plain = answer.plain_reason_es if spanish else answer.plain_reason
    return f.Refusal(
        ground=_GROUNDS[Ground(answer.ground)],
        reason=f.Wording(text=plain, language="es" if spanish else "en"),
        clinical_reason=f.Wording(text=answer.clinical_reason),
        rule=_rule_used(answer, teller.language),
        decided_on=answer.answered_on,
        remedies=as_a_letter_names_them(ways_on(appeal, answer, at=at)),
        responsible=professional(teller, answer.signed_by_name, at),
        alternative=_alternative(appeal),
    )


def _alternative(appeal: Appeal) -> f.Wording | None:
    """Return the treatment to try first, where that was the point of the first no."""
    said = appeal.decision.alternative if appeal.decision else ""
    return f.Wording(text=said) if said else None


def _rule_used(answer: AppealAnswer, language: str) -> f.RuleUsed:
    section, edition = answer.benefit_section, answer.criteria_edition
    if section is not None:
        title = section.title_es if language == "es" and section.title_es else section.title
        return f.RuleUsed(name=title, edition=str(section.year), section=section.section)
    if edition is None:
        raise ValueError("an answer under which a no stands names its rule")
    return f.RuleUsed(
        name=edition.title_es if language == "es" else edition.title, edition=edition.edition
    )


def _approval(appeal: Appeal) -> f.Approval:
    return _teller(appeal).approval(rulebook().rule(appeal.request.validity_rule))


def _last_day(appeal: Appeal) -> date | None:
    """Return the last day, inclusive, on which this appeal could be filed."""
    office = office_calendar(appeal.tenant_id)
    window = window_of(
        appeal.line_of_business, told_on=appeal.told_on, book=rulebook(), office=office
    )
    return office.local(window.until).date() if window.until else None


def _teller(appeal: Appeal) -> Teller:
    return Teller(appeal.request, appeal.member.language)


def _order(appeal: Appeal, kind: Kind, fields: f.Fields, *, by: Actor, at: datetime) -> None:
    """Order one letter to the member; a line of business whose law is not written has none."""
    try:
        entry_for(kind, Reader.MEMBER, appeal.line_of_business)
    except NotInCatalog:
        return
    order_letter(
        appeal,
        kind=kind,
        reader=Reader.MEMBER,
        fields=fields,
        about_member_id=appeal.member_id,
        receiver_id=appeal.member_id,
        plan_id=appeal.plan_id,
        by=by,
        at=at,
    )
