"""What the remedy router predicts for an application, and what the order of two ways means.

The regulator is the judge of who qualifies. Nothing here refuses an application: the prediction
tells a person what to look at, and stays on the case beside what the regulator said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import REVIEW
from openmso.casework.remedies.states import State as WayIs

from .forum import Forum
from .states import OPEN, State

HEARING = "state_hearing"
_ADVERSE = frozenset({State.STANDS, State.CLOSED, State.TO_CARRY_OUT, State.CARRIED_OUT})


class Basis(StrEnum):
    """What the no rests on, in the router's words."""

    MEDICAL_NECESSITY = "MEDICAL-NECESSITY"
    EXPERIMENTAL = "EXPERIMENTAL"
    EMERGENCY_PAYMENT = "EMERGENCY-PAYMENT"
    NOT_COVERED = "NOT-COVERED"
    MIXED = "MIXED"

    @property
    def in_the_rulebook(self) -> str:
        """The rulebook's word for the same."""
        return self.value.casefold().replace("-", "_")


class Order(StrEnum):
    """What asking for a review and for a hearing about the same care do to each other."""

    FREE = "free"
    REVIEW_FIRST = "review_first"
    LIKELY_BARRED = "likely_barred"
    HEARING_HAD = "hearing_had"

    @property
    def sentence(self) -> str:
        """What it means, for the person at the desk."""
        return _ORDER_SAYS[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCase:
    """Another review of the same no: which body, and how far it has come."""

    forum: Forum
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """The grievance or appeal that came before. `result` is the router's word, "" while open."""

    filed_on: date
    expedited: bool
    answered_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What the table predicts; `answer` is its word and `rows` are the rows that decided."""

    answer: str
    why: str
    why_es: str
    opens_on: date | None
    last_day: date | None
    rows: tuple[str, ...]
    needs_a_person: bool
    missing: tuple[str, ...]

    def as_values(self) -> dict[str, object]:
        """Return it as JSON values, to be kept as it was on that day."""
        return {
            "answer": self.answer,
            "why": self.why,
            "why_es": self.why_es,
            "opens_on": self.opens_on.isoformat() if self.opens_on else None,
            "last_day": self.last_day.isoformat() if self.last_day else None,
            "rows": list(self.rows),
            "needs_a_person": self.needs_a_person,
            "missing": list(self.missing),
        }


def hearing_step(others: Iterable[OtherCase]) -> str:
    """Return the router's word for how far a State Hearing about the same care has come."""
    hearings = [one.state for one in others if one.forum is Forum.STATE_HEARING]
    if any(state in _ADVERSE for state in hearings):
        return "decided"
    return "asked" if any(state in OPEN for state in hearings) else "none"


def order_rule(hearing: str, *, may_be_reviewed: bool) -> Order:
    """Return what the order of the two ways means. Source: HSC 1374.30(f); seed page of the
    regulator. Sources differ on whether asking or being heard closes the review."""
    if not may_be_reviewed:
        return Order.FREE
    return {
        "none": Order.REVIEW_FIRST,
        "asked": Order.LIKELY_BARRED,
        "heard": Order.HEARING_HAD,
        "decided": Order.HEARING_HAD,
    }[hearing]


def facts_for_review(
    base: Facts,
    *,
    basis: Basis | None,
    urgent: bool,
    first_step: FirstStep | None,
    hearing: str,
    applied_on: date,
    papers: frozenset[str] = frozenset(),
) -> Facts:
    """Return the facts of the no with all that happened since, for the router.

    `first_step` is told by hand where the appeal or grievance is not a case of ours.
    """
    facts = replace(
        base,
        basis=basis.value if basis else base.basis,
        urgent=urgent,
        state_hearing=hearing,
        applied_at=applied_on,
        papers=papers,
    )
    if first_step is None:
        return facts
    answered = bool(first_step.result)
    return replace(
        facts,
        grievance="answered" if answered else "filed",
        grievance_filed_at=first_step.filed_on,
        grievance_expedited=first_step.expedited,
        grievance_answered_at=first_step.answered_on,
        grievance_result=first_step.result or None,
    )


def predicted(routed: Routed) -> Prediction:
    """Return what the router says about review; a line without review predicts its coverage row."""
    case, way = routed.case, routed.named(REVIEW)
    row = case.deciding
    words = case.table.words[row.why]
    return Prediction(
        answer=row.prediction.value,
        why=words.in_language("en"),
        why_es=words.in_language("es"),
        opens_on=way.opens_on if way else None,
        last_day=way.last_day if way else None,
        rows=tuple(one.id for one in (case.coverage, case.dispute) if one is not None),
        needs_a_person=case.coverage.human_review
        or row.human_review
        or (way is not None and way.state is WayIs.PERSON),
        missing=way.missing_documents if way else (),
    )


_ORDER_SAYS: Mapping[Order, str] = {
    Order.FREE: "No other way is touched by this one.",
    Order.REVIEW_FIRST: (
        "Independent Medical Review first: a State Hearing stays open afterwards, but asking for"
        " the hearing first can close the review. Tell the member before they choose, and tell"
        " them that the hearing has its own, shorter last day."
    ),
    Order.LIKELY_BARRED: (
        "A State Hearing was asked for. Sources differ on whether asking or only being heard"
        " closes the review. A person looks; the member may apply, and the regulator decides."
    ),
    Order.HEARING_HAD: (
        "The State Hearing was held. All sources say that the review is closed then; the member"
        " may still ask the regulator, who decides."
    ),
}
