"""The facts the guard weighs: who would sign, and what this appeal demands."""

from datetime import datetime

from openmso.casework.prior_auth.models import Decision
from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.models import CaseEvent

from ..domain.deciding import Matter, Reviewer
from ..domain.independence import FirstReview, why_not_independent
from ..domain.types import Authority
from ..models import Appeal, AppealAnswer
from ..queries import opened_by, papers_of, reporting_lines
from ..subject import specialties_asked_for


def first_review(appeal: Appeal) -> FirstReview:
    """Return who had a hand in what is appealed. Three queries.

    Signers of any decision or earlier answer on the request; and everybody who stands on its
    timeline before the appeal came, whatever they did there. Of a claim: who said that it is not
    paid, and who answered an earlier appeal about it.
    """
    if appeal.request_id is None:
        return _first_review_of_claim(appeal)
    of_request = {"tenant_id": appeal.tenant_id, "request_id": appeal.request_id}
    signed = Decision.objects.filter(**of_request, decided_at__lt=appeal.recorded_at)
    answered = AppealAnswer.objects.filter(
        tenant_id=appeal.tenant_id, appeal__request_id=appeal.request_id
    )
    events = CaseEvent.objects.filter(
        tenant_id=appeal.tenant_id, case_id=appeal.request_id, recorded_at__lte=appeal.recorded_at
    )
    signers = {*signed.values_list("signed_by_id", flat=True)}
    signers |= {*answered.values_list("signed_by_id", flat=True)}
    took_part = events.order_by().values_list("actor_id", flat=True).distinct()
    return FirstReview(
        signed_by=frozenset(one for one in signers if one is not None),
        took_part=frozenset(one for one in took_part if one is not None),
    )


def _first_review_of_claim(appeal: Appeal) -> FirstReview:
    answered = AppealAnswer.objects.filter(
        tenant_id=appeal.tenant_id, appeal__payment_id=appeal.payment_id
    )
    signers = {*answered.values_list("signed_by_id", flat=True), appeal.of_payment().decided_by_id}
    found = frozenset(one for one in signers if one is not None)
    return FirstReview(signed_by=found, took_part=found)


def reviewer_facts(appeal: Appeal, by: Actor, *, at: datetime) -> Reviewer:
    """Gather what the guard must know of the person who would sign at `at`."""
    if by.id is None or not by.is_person:
        return Reviewer(
            is_person=False,
            may_decide=False,
            is_chosen=False,
            licensed_in=frozenset(),
            specialties=frozenset(),
            attested=False,
            not_independent=(),
            opened_papers=frozenset(),
        )
    on = office_calendar(appeal.tenant_id).local(at).date()
    credentials = credentials_of(appeal.tenant_id, by.id, on=on)
    return Reviewer(
        is_person=True,
        may_decide=by.may(Permission.APPEAL_ANSWER),
        is_chosen=appeal.reviewer_id == by.id,
        licensed_in=credentials.physician_licensed_in,
        specialties=credentials.specialties,
        attested=credentials.has_current_attestation,
        not_independent=why_not_independent(
            by.id, first_review(appeal), reporting_lines(appeal.tenant_id)
        ),
        opened_papers=opened_by(appeal, by.id),
    )


def matter_of(appeal: Appeal) -> Matter:
    """Gather what the appeal demands of its reviewer."""
    return Matter(
        state=tenant_by_id(appeal.tenant_id).state,
        review_specialties=specialties_asked_for(appeal),
        papers=frozenset(paper.id for paper in papers_of(appeal)),
        late_undecided=appeal.late and appeal.late_accepted_at is None,
        authority_pending=appeal.authority == Authority.PENDING,
    )
