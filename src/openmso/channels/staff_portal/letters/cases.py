"""The cases that letters are about: who may see which, by the kind of case."""

from collections.abc import Callable

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from openmso.care.case_management.case_kind import CARE_CASE
from openmso.care.case_management.queries import visible as care_cases
from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.queries import visible as appeals
from openmso.casework.external_review.case_kind import EXTERNAL_REVIEW
from openmso.casework.external_review.queries import visible as outside_reviews
from openmso.casework.fast_track.case_kind import FAST_TRACK
from openmso.casework.fast_track.queries import visible as endings
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.grievances.queries import visible as grievances
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.inpatient.admissions.queries import visible as stays
from openmso.casework.inpatient.post_stabilization.case_kind import POST_STABILIZATION
from openmso.casework.inpatient.post_stabilization.queries import visible as nights
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.casework.prior_auth.queries import visible as requests
from openmso.office.access.actor import Actor
from openmso.office.letters.models import OrderedLetter

_VISIBLE: dict[str, Callable[[Actor], QuerySet[Model]]] = {
    PRIOR_AUTH: requests,
    POST_STABILIZATION: nights,
    ADMISSION: stays,
    APPEAL: appeals,
    GRIEVANCE: grievances,
    EXTERNAL_REVIEW: outside_reviews,
    FAST_TRACK: endings,
    CARE_CASE: care_cases,
}


def about_cases_of(viewer: Actor) -> Q:
    """Return the condition of letters about cases that `viewer` may see."""
    seen = Q()
    for visible in _VISIBLE.values():
        seen |= Q(case_id__in=visible(viewer).values("id"))
    return seen


def is_seen(letter: OrderedLetter, viewer: Actor) -> bool:
    """Tell whether `viewer` may see the case that a letter is about."""
    visible = _VISIBLE.get(letter.case_kind)
    return visible is not None and visible(viewer).filter(id=letter.case_id).exists()


def with_case_number(letters: QuerySet[OrderedLetter], viewer: Actor) -> QuerySet[OrderedLetter]:
    """Add `case_number` to each letter, "" for a case that `viewer` may not see. No query more."""
    numbers = [
        Subquery(visible(viewer).filter(id=OuterRef("case_id")).values("number")[:1])
        for visible in _VISIBLE.values()
    ]
    return letters.annotate(case_number=Coalesce(*numbers, Value("")))
