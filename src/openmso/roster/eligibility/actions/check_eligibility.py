"""Answer whether a member is covered on the day of service, and keep the answer as a receipt."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.new_rows import add_rows
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action_in_one_statement, record
from openmso.roster.members.domain.search import MemberSearch, require_enough
from openmso.standards.typed_text import kept

from ..domain.answer import answer
from ..domain.receipt import SIGNS, SIGNS_NEEDED, receipt_number, receipt_text
from ..events import Event
from ..finding import known_members
from ..models import EligibilityReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityQuestion:
    """Who is asked about, for which day of service, and for which IPA if one is named."""

    search: MemberSearch
    for_date: date
    ipa_id: UUID | None = None


@action_in_one_statement
def check_eligibility(
    question: EligibilityQuestion, *, by: Actor, at: datetime
) -> EligibilityReceipt:
    """Check and write the numbered, dated receipt, whatever the answer is.

    The number's date is the office's day of `at`. Raises NotEnoughToSearch. Two statements.
    """
    search = question.search
    require_enough(search, may_browse=False)
    found = answer(known_members(by, search), for_date=question.for_date, ipa_id=question.ipa_id)
    asked_on = at.astimezone(tenant_by_id(by.tenant_id).zone).date()
    receipt = EligibilityReceipt(
        tenant_id=by.tenant_id,
        number=receipt_number(
            asked_on, [secrets.randbelow(len(SIGNS)) for _ in range(SIGNS_NEEDED)]
        ),
        asked_at=at,
        asked_by=by.id,
        asked_by_name=by.name,
        practice_id=by.practice_id,
        for_date=question.for_date,
        outcome=found.outcome.value,
        member_id=found.member.member_id if found.member else None,
        question=_question_text(question),
        answer=receipt_text(found, for_date=question.for_date),
    )
    add_rows([receipt])
    record(receipt, Event.CHECKED, by=by, at=at, outcome=found.outcome.value, number=receipt.number)
    return receipt


def _question_text(question: EligibilityQuestion) -> dict[str, str]:
    search = question.search
    asked = {
        "member_id": search.member_id,
        "family_name": search.family_name,
        "given_name": search.given_name,
        "birth_date": search.birth_date,
        "number": search.number,
        "ipa_id": question.ipa_id,
    }
    return {name: kept(str(value)) for name, value in asked.items() if value}
