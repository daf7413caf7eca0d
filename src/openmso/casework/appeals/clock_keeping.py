"""The clocks of an appeal kept in step with its facts: computed, stored, shown on its queue."""

from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, replace_deadlines
from openmso.office.worklists.items import refresh_item
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.duty_clocks import DutyClock, governing

from .domain.clock_facts import DECIDE, ClockFacts
from .domain.deadlines import clocks
from .domain.deciding import Result
from .domain.states import ANSWERED
from .domain.types import Authority, FiledBy
from .models import Appeal, PaymentOrder
from .subject import is_drug


def clock_facts(appeal: Appeal) -> ClockFacts:
    """Gather what the clocks depend on; reads the request's row where it is not there yet."""
    answered = appeal.state in ANSWERED
    order = order_to_carry_out(appeal)
    return ClockFacts(
        line_of_business=appeal.line_of_business,
        urgency=Urgency(appeal.urgency),
        is_drug=is_drug(appeal),
        filed_by=FiledBy(appeal.filed_by),
        authority=Authority(appeal.authority),
        received_at=appeal.received_at,
        about_payment=appeal.about_payment,
        authority_shown_at=appeal.authority_shown_at,
        fast_asked_at=appeal.fast_asked_at,
        fast_refused_at=appeal.fast_refused_at,
        extension_taken_at=appeal.extended_at,
        answered_at=appeal.closed_at if answered else None,
        result=Result(appeal.state) if answered else None,
        late_at=appeal.silence_at if appeal.state == "sent_on" else None,
        ordered_at=order.notice_received_at if order else None,
        ordered_by=RuledBy(order.ordered_by) if order else None,
    )


def order_to_carry_out(appeal: Appeal) -> PaymentOrder | None:
    """Return the newest order to pay that nobody has carried out; a query only for a payment."""
    if not appeal.about_payment:
        return None
    orders = PaymentOrder.objects.filter(tenant_id=appeal.tenant_id, appeal_id=appeal.id)
    return orders.filter(paid_on=None).order_by("-notice_received_at").first()


def compute_clocks(appeal: Appeal, book: Rulebook | None = None) -> tuple[DutyClock, ...]:
    """Compute every clock of the appeal anew. Raises ConflictingAnswers."""
    return clocks(clock_facts(appeal), book or rulebook(), office_calendar(appeal.tenant_id))


def keep_clocks(appeal: Appeal, *, at: datetime) -> DutyClock | None:
    """Recompute and store every clock; return the one that governs the answer."""
    found = compute_clocks(appeal)
    replace_deadlines(appeal, computed(found, edition=rulebook().edition), at=at)
    to_decide = governing(found, DECIDE)
    if to_decide is not None:
        refresh_item(
            appeal,
            due_at=to_decide.due_at,
            due_rule=to_decide.rule.id,
            urgency=appeal.urgency,
        )
    return to_decide


def rules_of_the_answer(appeal: Appeal) -> tuple[Answer, ...]:
    """Return the rules that give the answer its time, the governing one first."""
    return tuple(clock.rule for clock in compute_clocks(appeal) if clock.purpose == DECIDE)
