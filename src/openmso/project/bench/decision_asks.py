"""What everybody asks of the published decisions: a search, with as many loaded as there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from urllib.parse import urlencode

from django.urls import reverse

from openmso.casework.external_review.published_decisions.actions.load_decisions import (
    load_decisions,
)
from openmso.casework.external_review.published_decisions.domain.decision import (
    Kind,
    Outcome,
    PublishedDecision,
)
from openmso.casework.external_review.published_decisions.groups import (
    diagnosis_groups,
    treatment_groups,
)
from openmso.office.access.actor import Actor

from .browser import Browser, nobody
from .sample_office import SampleOffice

MOST_DECISIONS = 20_000
_YEARS = range(2001, 2021)
_LOOKED_FOR: tuple[dict[str, str], ...] = (
    {"words": "back pain scan"},
    {"words": "therapy", "outcome": Outcome.OVERTURNED.value},
    {"diagnosis": "cancer", "year": "2014"},
    {"words": "brace", "kind": Kind.MEDICAL_NECESSITY.value},
    {},
)
_DETAILS = ("back pain scan", "physical therapy", "leg brace", "home nursing", "new drug")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAsks:
    """Searches as ready bytes, for any client's n-th turn; nobody signs in for them."""

    visitor: Browser

    def search(self, client: int, n: int) -> bytes:
        looked_for = _LOOKED_FOR[(client + n) % len(_LOOKED_FOR)]
        return self.visitor.get(
            f"{reverse('public:what_reviewers_decide')}?{urlencode(looked_for)}"
        )


def decision_asks(office: SampleOffice, *, decisions: int, at: datetime) -> DecisionAsks:
    """Load so many invented decisions, at most MOST_DECISIONS, and return the searches."""
    by = Actor.system("Bench", office.tenant.id)
    many = min(decisions, MOST_DECISIONS)
    load_decisions(list(_invented(many)), digest="invented", by=by, at=at)
    return DecisionAsks(visitor=nobody())


def _invented(many: int) -> Iterator[PublishedDecision]:
    """Yield decisions that differ in everything one can search by, the same ones every time."""
    spread = list(product(diagnosis_groups(), treatment_groups(), Kind, Outcome))
    for number in range(many):
        diagnosis, treatment, kind, outcome = spread[(number * 7) % len(spread)]
        year = _YEARS[number % len(_YEARS)]
        yield PublishedDecision(
            reference=f"MN{year % 100:02d}-{number:05d}",
            year=year,
            kind=kind,
            outcome=outcome,
            diagnosis_group=diagnosis,
            diagnosis=diagnosis_groups()[diagnosis].en,
            treatment_group=treatment,
            treatment=treatment_groups()[treatment].en,
            treatment_detail=_DETAILS[number % len(_DETAILS)],
        )
