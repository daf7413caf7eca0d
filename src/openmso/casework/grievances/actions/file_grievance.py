"""Somebody is unhappy: by whichever way and whoever tells us, the clock starts at receipt.

Nothing a sender leaves out keeps a concern from being taken. A representative's or practice's paper
may follow; what should have been an appeal becomes one later, with the clocks of this receipt.
"""

import secrets
from datetime import date, datetime
from uuid import UUID

from openmso.casework.appeals.domain.types import Authority
from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.roster.eligibility.queries import coverage_on

from ..clock_keeping import keep_clocks
from ..domain.filing import Filing, require_possible
from ..domain.kinds import Wish, kind_of
from ..domain.states import State
from ..domain.types import Category, Kind, authority_of, categories
from ..events import Event
from ..letters import order_acknowledgement
from ..models import Grievance, MemberContact
from ..steps.queues import enter_queue

_FILERS = (Permission.GRIEVANCE_FILE, Permission.PRACTICE_CONCERN, Permission.MEMBER_CONCERN)


@action
def file_grievance(
    filing: Filing,
    *,
    contact: MemberContact | None = None,
    appeal_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Grievance:
    """Open a grievance; the same form twice is one grievance.

    `contact` is the call it came from, `appeal_id` the appeal it was taken for at first.
    Raises NotAllowed, NotPossible, SameKeyOtherContent.
    """
    if not any(by.may(one) for one in _FILERS):
        raise NotAllowed(f"{by.name} may not file a grievance.")
    today = office_calendar(by.tenant_id).local(at).date()
    require_possible(filing, at=at, today=today)
    if (before := _sent_before(filing, by=by, at=at)) is not None:
        return before
    grievance = _row(filing, by=by, at=at)
    grievance.contact, grievance.appeal_id = contact, appeal_id
    grievance.save(force_insert=True)
    record(
        grievance,
        Event.FILED,
        by=by,
        at=at,
        happened_at=filing.received_at,
        kind=str(grievance.kind),
        kind_why=grievance.kind_why,
        filed_by=str(grievance.filed_by),
        authority=str(grievance.authority),
        category=grievance.category,
        from_appeal=str(appeal_id or ""),
    )
    if keep_clocks(grievance, at=at) is None:
        line = grievance.line_of_business
        record(grievance, Event.NO_CLOCK, by=by, at=at, line_of_business=line)
    enter_queue(grievance, at=at)
    order_acknowledgement(grievance, by=by, at=at)
    return grievance


def _sent_before(filing: Filing, *, by: Actor, at: datetime) -> Grievance | None:
    found = Grievance.objects.filter(tenant_id=by.tenant_id, client_key=filing.client_key).first()
    if found is None:
        return None
    if found.fingerprint != filing.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {found.number}, with other content. "
            "Open that grievance, or start a new form."
        )
    record(found, Event.SENT_AGAIN, by=by, at=at)
    return found


def _row(filing: Filing, *, by: Actor, at: datetime) -> Grievance:
    office = office_calendar(by.tenant_id)
    on = office.local(filing.received_at).date()
    covered = coverage_on(by.tenant_id, filing.member_id, on)
    line = covered.line_of_business if covered else ""
    category = categories()[filing.category]
    kind, kind_why = kind_of(_wish(filing, category, line, on), rulebook())
    authority = authority_of(line, filing.filed_by, shown=filing.authority_shown)
    return Grievance(
        tenant_id=by.tenant_id,
        number=readable_number("GR", on, secrets.choice),
        client_key=filing.client_key,
        fingerprint=filing.fingerprint(),
        state=State.OPEN,
        kind=kind,
        kind_why=kind_why[:300],
        type_reason=filing.type_reason[:600],
        category=category.key,
        member_id=filing.member_id,
        member_number=covered.member_number if covered else "",
        plan_id=covered.plan_id if covered else None,
        ipa_id=covered.ipa_id if covered else None,
        line_of_business=line,
        channel=filing.channel,
        received_at=filing.received_at,
        recorded_at=at,
        begun_at=filing.received_at,
        happened_on=filing.happened_on,
        filed_by=filing.filed_by,
        filed_by_name=filing.filed_by_name.strip(),
        practice_id=by.practice_id,
        authority=authority,
        authority_shown_at=filing.received_at if authority is Authority.SHOWN else None,
        words=filing.words.strip(),
        about=filing.about.strip(),
        about_account_id=filing.about_account_id,
        request_id=filing.request_id,
        about_a_decision=filing.about_a_decision or category.decision,
        clinical=filing.clinical or category.clinical,
        quality_of_care=category.quality,
        fast_ground=filing.fast if filing.fast and kind is Kind.EXPEDITED else "",
        fast_because=filing.fast_because.strip(),
    )


def _wish(filing: Filing, category: Category, line: str, on: date) -> Wish:
    return Wish(
        line_of_business=line,
        on=on,
        channel=filing.channel,
        clinical=filing.clinical or category.clinical,
        quality_of_care=category.quality,
        about_a_decision=filing.about_a_decision or category.decision,
        at_once=filing.at_once,
        fast=filing.fast,
    )
