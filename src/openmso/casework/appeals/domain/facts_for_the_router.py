"""What the remedy router must know besides the first no: a claim, and how the appeal went."""

from dataclasses import dataclass, replace
from datetime import date

from openmso.casework.prior_auth.domain.facts_of_a_no import No, facts_of
from openmso.casework.remedies.facts import Facts

from .claim import Basis
from .deciding import Result

_RESULTS = {
    Result.UPHELD: "upheld",
    Result.PARTLY_UPHELD: "partly upheld",
    Result.OVERTURNED: "overturned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far an appeal has come; days are the office's. `answered_on` None: no answer yet."""

    filed_on: date
    fast: bool
    answered_on: date | None = None
    result: Result | None = None
    is_open: bool = True


def facts_of_claim(no: No, basis: Basis) -> Facts:
    """Return the facts of care that was given and not paid."""
    link = "URGENT-RECEIVED" if basis is Basis.EMERGENCY_PAYMENT else "RECOMMENDED"
    return replace(facts_of(no), basis=basis.value, provider_link=link)


def after(facts: Facts, course: Course) -> Facts:
    """Return the facts as they stand with this appeal."""
    facts = replace(
        facts,
        grievance_filed_at=course.filed_on,
        grievance_expedited=course.fast,
        urgent=course.fast,
    )
    if course.answered_on is not None and course.result is not None:
        return replace(
            facts,
            grievance="answered",
            grievance_answered_at=course.answered_on,
            grievance_result=_RESULTS[course.result],
        )
    return replace(facts, grievance="filed") if course.is_open else facts
