"""The jobs that failed, and trying one again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents import scanning
from openmso.office.documents.queries import held_back
from openmso.office.jobs.shelf import NotOnTheShelf, stuck_jobs, try_again

from ..staff_request import StaffRequest, zone_of

_LARGEST = 2**63 - 1


@requires(Permission.JOB_SHELF)
@require_GET
def job_shelf(request: StaffRequest) -> HttpResponse:
    """Show what is stuck: names of jobs, never what they are about."""
    zone = zone_of(request)
    jobs = [
        {
            "id": job.id,
            "name": job.name,
            "tries": job.tries,
            "failed": staff_time(job.failed_at, zone) if job.failed_at else "not known",
        }
        for job in stuck_jobs(request.actor.tenant_id)
    ]
    context = {"jobs": jobs, "scanner": _scanner_in_words(request.actor.tenant_id)}
    return render(request, "staff_portal/job_shelf/list.html", context)


@requires(Permission.JOB_SHELF)
@require_POST
def retry(request: StaffRequest, job_id: int) -> HttpResponse:
    """Try one job again at once."""
    if job_id > _LARGEST:
        raise Http404
    try:
        name = try_again(request.actor.tenant_id, job_id, at=request.arrived_at)
    except NotOnTheShelf:
        raise Http404 from None
    messages.success(request, f"{name} is tried again.")
    return redirect("staff:job_shelf")


def _scanner_in_words(tenant_id: UUID) -> str:
    waiting = held_back(tenant_id)
    held = f"{waiting:,} file{'' if waiting == 1 else 's'} cannot be opened until it has answered."
    if scanning.wiring.scanner is None:
        none = "No virus scanner is set up: files are marked as not scanned, and only downloaded."
        return f"{none} {held}" if waiting else none
    if waiting:
        return f"The virus scanner is behind, or does not answer: {held}"
    return "A virus scanner looks at every file that arrives; none waits for it."
