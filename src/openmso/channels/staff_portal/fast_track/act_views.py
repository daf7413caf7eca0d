"""What the desk of care that ends does: announce an end, and carry out an act."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.appeals.actions.file_appeal import AppealedAlready, NothingToAppeal
from openmso.casework.appeals.domain.filing import NotPossible as FilingNotPossible
from openmso.casework.fast_track.domain.asking import NoFastTrack
from openmso.casework.fast_track.domain.notice import NotPossible
from openmso.casework.fast_track.queries import case_for
from openmso.casework.fast_track.steps.opening import AnnouncedAlready
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import ChangedMeanwhile

from ..acting.page import ActPage
from ..endings_of_member import endings_in_short
from ..members.views import member_seen
from ..staff_request import StaffRequest
from .acts import ACTS
from .found import found_ending
from .opening import AnnounceForm

_TEMPLATES = "staff_portal/fast_track"
_ACT_PAGE = ActPage(
    template=f"{_TEMPLATES}/act.html",
    closed=(MoveNotAllowed, ChangedMeanwhile, AppealedAlready, NothingToAppeal),
    to_correct=(NotPossible, FilingNotPossible),
)


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@found_ending
def act(request: StaffRequest, ending_id: UUID, ending_act: str) -> HttpResponse:
    """Show the form of one act, and carry it out."""
    if ending_act not in ACTS:
        raise Http404
    found = case_for(request.actor, ending_id)
    return _ACT_PAGE.answer(request, ACTS[ending_act], found)


@requires(Permission.OUTSIDE_REVIEW_WORK)
@require_http_methods(["GET", "POST"])
@found_ending
def begin(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Announce the end of a member's care; what is announced already stands above the form."""
    member = member_seen(request, member_id)
    data = request.POST if request.method == "POST" else None
    form = AnnounceForm(data, member=member, viewer=request.actor)
    status, reasons = form.status, list[str]()
    if form.is_bound and form.is_valid():
        try:
            opened = form.announce(by=request.actor, at=request.arrived_at)
        except AnnouncedAlready as there:
            return redirect("staff:fast_track_case", ending_id=there.case_id)
        except (NoFastTrack, MoveNotAllowed) as refusal:
            status, reasons = 409, [str(refusal)]
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
            status = form.status
        else:
            messages.success(request, f"{opened.number} is open. See that the notice is given.")
            return redirect("staff:fast_track_case", ending_id=opened.id)
    context = {
        "member": member,
        "form": form,
        "reasons": reasons,
        "before": endings_in_short(form.earlier),
    }
    return render(request, f"{_TEMPLATES}/begin.html", context, status=status)
