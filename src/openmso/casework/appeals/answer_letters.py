"""The letters with the answer to an appeal: to the member in every case, to the practice for a no.

A no that was taken back reaches the practice as the authorization that it becomes.
"""

from datetime import datetime

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.letters_owed import Receiver
from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.remedies_named import as_a_letter_names_them
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.office.letters.letter import Kind
from openmso.rulebook.duty_clocks import governing

from .claim_teller import ClaimTeller
from .clock_keeping import compute_clocks
from .domain.claim import PayTo
from .domain.clock_facts import PAY, SEND_ON
from .domain.letters_owed import Step, letters_owed
from .domain.states import State
from .models import Appeal, AppealAnswer, PaymentOrder
from .telling import order as order_one
from .telling import professional_of, tell, teller_of
from .ways_on import ways_on

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: f.Ground.NOT_NECESSARY,
    Ground.NOT_COVERED: f.Ground.NOT_COVERED,
}


def order_overturned(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    """Tell the member that the no was taken back and what is approved."""
    appeal.of_request().refresh_from_db()
    fields = f.AppealOverturnedFields(
        case=teller_of(appeal).case(),
        appeal_number=appeal.number,
        approval=_approval(appeal, appeal.member.language),
    )
    tell(appeal, Step.TAKEN_BACK, fields, by=by, at=at)


def order_payment(appeal: Appeal, order: PaymentOrder, *, by: Actor, at: datetime) -> None:
    """Tell the member that the claim is paid after all."""
    fields = f.PaymentOrderedFields(
        case=teller_of(appeal).case(),
        appeal_number=appeal.number,
        payment=_payment(appeal, order),
    )
    tell(appeal, Step.TAKEN_BACK, fields, by=by, at=at)


def order_upheld(
    appeal: Appeal,
    answer: AppealAnswer,
    *,
    order: PaymentOrder | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Tell member and practice that the no stands, why, and every way that is open to this member.

    `order` pays a part of a claim.
    """
    for owed in letters_owed(Step.STANDS, about_payment=appeal.about_payment):
        to_member = owed.to is Receiver.MEMBER
        teller = teller_of(appeal) if to_member else Teller(appeal.of_request(), "en")
        told = _upheld(appeal, answer, teller, order, at)
        order_one(appeal, Kind(owed.kind), told, to=owed.to, by=by, at=at)


def _upheld(
    appeal: Appeal,
    answer: AppealAnswer,
    teller: Teller | ClaimTeller,
    order: PaymentOrder | None,
    at: datetime,
) -> f.AppealUpheldFields:
    sent = governing(compute_clocks(appeal), SEND_ON)
    in_part = appeal.state == State.PARTLY_UPHELD
    return f.AppealUpheldFields(
        case=teller.case(),
        appeal_number=appeal.number,
        refusal=_refusal(appeal, answer, teller.language, at),
        approval=_approval(appeal, teller.language) if in_part and appeal.request else None,
        payment=_payment(appeal, order) if order else None,
        goes_on=appeal.sends_on,
        file_by=sent.due_at if appeal.sends_on and sent else None,
    )


def _refusal(appeal: Appeal, answer: AppealAnswer, language: str, at: datetime) -> f.Refusal:
    return f.Refusal(
        ground=_GROUNDS[Ground(answer.ground)],
        reason=f.worded_for(answer.plain_reason, answer.plain_reason_es, language),
        clinical_reason=f.Wording(text=answer.clinical_reason),
        rule=_rule_used(answer, language),
        decided_on=answer.answered_on,
        remedies=as_a_letter_names_them(ways_on(appeal, answer, at=at)),
        responsible=professional_of(appeal, answer.signed_by_name, language=language, at=at),
        alternative=_alternative(appeal, language),
    )


def _alternative(appeal: Appeal, language: str) -> f.Wording | None:
    """Return the treatment to try first, where that was the point of the first no."""
    first = appeal.decision
    if first is None or not first.is_alternative_first:
        return None
    return f.worded_for(first.alternative, first.alternative_es, language)


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


def _approval(appeal: Appeal, language: str) -> f.Approval:
    request = appeal.of_request()
    return Teller(request, language).approval(rulebook().rule(request.validity_rule))


def _payment(appeal: Appeal, order: PaymentOrder) -> f.PaymentOrder:
    claim = appeal.of_payment()
    due = governing(compute_clocks(appeal), PAY)
    to_member = order.pay_to == PayTo.MEMBER
    office = office_calendar(appeal.tenant_id)
    return f.PaymentOrder(
        amount=f"${order.amount:,.2f}",
        pay_to=claim.member.full_name if to_member else claim.provider_name,
        decided_on=office.local(order.notice_received_at).date(),
        pay_by=due.due_at if due else None,
        from_outside=order.ordered_by != RuledBy.PLAN,
    )
