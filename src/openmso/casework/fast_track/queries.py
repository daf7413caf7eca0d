"""Reads for pages; each takes the viewer and returns only what that viewer may see.

A case of another office, IPA or member is not found, never forbidden. A practice sees none.
"""

from uuid import UUID

from django.db.models import QuerySet

from openmso.casework.appeals.appealable import may_be_filed
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.domain.states import REFUSED
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import visible as requests
from openmso.office.access.actor import Actor
from openmso.office.access.reach import in_reach
from openmso.office.newest_first import Place, newest_first

from .domain.states import OPEN
from .models import FastTrackCase, QioDecision

ROWS = 25
WITH = ("member", "plan", "ipa", "admission", "request", "came_from")


class CaseNotFound(LookupError):
    """There is no such case for this viewer."""


def visible(viewer: Actor) -> QuerySet[FastTrackCase]:
    """Narrow to what `viewer` may see: tenant first, then member or IPA."""
    return in_reach(FastTrackCase.objects.all(), viewer)


def case_for(viewer: Actor, case_id: UUID) -> FastTrackCase:
    """Return one case with its people. Raises CaseNotFound."""
    case = visible(viewer).select_related(*WITH).filter(id=case_id).first()
    if case is None:
        raise CaseNotFound("There is no such case.")
    return case


def cases_page(viewer: Actor, *, after: Place | None = None) -> list[FastTrackCase]:
    """Return the newest cases, one row more than a page holds when there are older ones."""
    cases = visible(viewer).select_related("member", "plan")
    return list(newest_first(cases, "recorded_at", after=after, ids="-id")[: ROWS + 1])


def cases_of_member(viewer: Actor, member_id: UUID) -> list[FastTrackCase]:
    """Return what `viewer` may see of one member, the newest first."""
    found = visible(viewer).filter(member_id=member_id)
    return list(found.order_by("-recorded_at", "-id")[:ROWS])


def case_of_stay(tenant_id: UUID, admission_id: UUID) -> FastTrackCase | None:
    """Return the open case about the discharge of this stay, if there is one."""
    return FastTrackCase.objects.filter(
        tenant_id=tenant_id, admission_id=admission_id, state__in=OPEN
    ).first()


def decisions_of(case: FastTrackCase) -> list[QioDecision]:
    """Return what the QIO decided, the first look before the second."""
    found = QioDecision.objects.filter(tenant_id=case.tenant_id, case_id=case.id)
    return list(found.order_by("told_at", "id"))


def requests_to_appeal(viewer: Actor, case: FastTrackCase) -> list[AuthorizationRequest]:
    """Return the member's requests with a no that an appeal can be filed against today."""
    found = requests(viewer).filter(member_id=case.member_id, state__in=sorted(REFUSED))
    refused = list(found.order_by("-decided_at")[:ROWS])
    appeals = list(
        Appeal.objects.filter(tenant_id=case.tenant_id, request_id__in=[one.id for one in refused])
    )
    return [
        one
        for one in refused
        if may_be_filed(one, [each for each in appeals if each.request_id == one.id])
    ]
