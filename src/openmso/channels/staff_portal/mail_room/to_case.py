"""A paper belongs to a case that is here: find the case, look at it, put the paper on it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.actions.index_paper import index_paper
from openmso.casework.prior_auth.domain.states import OPEN
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import RequestNotFound, visible
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.mail_room.domain.outcome import OutcomeNotPossible
from openmso.office.mail_room.queries import paper_for
from openmso.office.moves import MoveNotAllowed
from openmso.roster.eligibility.finding import find_members
from openmso.roster.members.domain.search import MemberSearch

from ..prior_auth.words.states import STATES
from ..staff_request import StaffRequest, zone_of
from .forms import AttachForm, FindForm
from .views import FOLDER, on_a_paper

ATTACH = "case"
_MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One case that may be meant: whose, what, where it stands."""

    id: UUID
    number: str
    member: str
    born: str
    service: str
    received: str
    state: StatusTag


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_paper
def to_case_page(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """Look for the case by its number or the member's, then put the paper on the one chosen."""
    paper = paper_for(request.actor, mail_id)
    find = FindForm(request.POST if request.method == "POST" else None)
    candidates: list[Candidate] = []
    status = 200
    if request.method == "POST" and ATTACH in request.POST:
        find, status = FindForm(), 409
        refusal = _put_on_case(request, mail_id)
        if not refusal:
            messages.success(request, f"{paper.number} is on the case.")
            return redirect("staff:mail_room")
        messages.error(request, refusal)
    elif find.is_bound and find.is_valid():
        candidates = _candidates(request, find.cleaned_data["about"])
        if not candidates:
            find.add_error(
                "about",
                "No open case has this number, and no member with it has an open case. Key the "
                "paper as a new request, or hand it on.",
            )
    context = {"paper": paper, "form": find, "candidates": candidates}
    return render(
        request,
        f"{FOLDER}/to_case.html",
        context,
        status=find.status if status == 200 else status,
    )


def _put_on_case(request: StaffRequest, mail_id: UUID) -> str:
    """Put the paper on the case chosen; return why not, empty when it is done."""
    form = AttachForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        index_paper(mail_id, form.cleaned_data["case"], by=request.actor, at=request.arrived_at)
    except RequestNotFound:
        raise Http404 from None
    except (OutcomeNotPossible, MoveNotAllowed) as refusal:
        return str(refusal)
    return ""


def _candidates(request: StaffRequest, about: str) -> list[Candidate]:
    """Return the open cases that a number may mean, the newest first. Three queries."""
    viewer, zone = request.actor, zone_of(request)
    today = office_calendar(viewer.tenant_id).local(request.arrived_at).date()
    search = MemberSearch(number=about)
    members = (
        [row.member_id for row in find_members(viewer, search, on=today)]
        if search.names_a_record
        else []
    )
    cases = (
        visible(viewer)
        .filter(Q(number=about.strip().upper()) | Q(member_id__in=members), state__in=OPEN)
        .select_related("member")
        .prefetch_related("services")
        .order_by("-received_at", "id")[:_MOST]
    )
    return [
        Candidate(
            id=case.id,
            number=case.number,
            member=f"{case.member.family_name}, {case.member.given_name}",
            born=staff_date(case.member.birth_date),
            service=_first_service(case),
            received=staff_time(case.received_at, zone),
            state=STATES[case.state],
        )
        for case in cases
    ]


def _first_service(case: AuthorizationRequest) -> str:
    lines = sorted(case.services.all(), key=lambda one: one.line)
    return lines[0].description if lines else ""
