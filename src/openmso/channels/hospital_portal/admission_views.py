"""A hospital tells us of an admission: it sees what is complete, sends, and gets a receipt.

The way in is the one of the night: number, one-time code, no account.
"""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.inpatient.admissions.actions.notify import notify
from openmso.casework.inpatient.admissions.domain.completeness import may_be_sent
from openmso.casework.inpatient.admissions.domain.notification import (
    Channel,
    Notification,
    NotPossible,
    is_late,
    notification_clocks,
)
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import (
    StayNotFound,
    stay_of_hospital,
    told_by_hospital,
)
from openmso.casework.inpatient.post_stabilization.domain.codes import VISIT_LASTS
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.presenters.stay import completeness_lines, shared_stay
from openmso.office.access.pages import public
from openmso.office.documents.store import FileLost
from openmso.office.law import office_calendar, rulebook
from openmso.office.tenants.whose_rows import of_tenant

from .forms import TellForm
from .kept_files import CLINICALS, FACE_SHEET, KeptFile, of_part, read_signed, signed, taken
from .letters import letters_here
from .office import arrived, office_here
from .page import office_of, page, speaks
from .visit import Visit, visit_of

_LOST = gettext_lazy("We could not keep the files. Choose them again.")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """Take the notice of an admission in two steps: what is complete is shown before sending."""
    at = arrived(request)
    visit = visit_of(request, at=at)
    if visit is None:
        return redirect("hospital:start")
    office = office_of(visit, office_here(request))
    if request.method != "POST":
        form = TellForm(zone=office.zone, at=at, initial={"client_key": str(uuid4())})
        return page(request, office, "tell", _context(visit, form, [], at=at))
    form = TellForm(request.POST, files=request.FILES, zone=office.zone, at=at)
    kept = _files(request, form, visit)
    context = _context(visit, form, kept, at=at)
    if not form.is_valid():
        return page(request, office, "tell", context, status=form.status)
    findings = form.findings(
        face_sheets=len(of_part(kept, FACE_SHEET)), clinicals=len(of_part(kept, CLINICALS))
    )
    context |= {
        "complete": completeness_lines(findings),
        "may_be_sent": may_be_sent(findings),
        "late": _late(visit, form, at=at),
    }
    if "send" in request.POST:
        if may_be_sent(findings):
            answer = _sent(form, kept, visit, at=at)
            if answer is not None:
                return answer
        else:
            form.add_error("face_sheet", _("Add the face sheet: a photo of it is enough."))
    return page(request, office, "tell", context, status=form.status)


@public
@require_safe
def stay(request: HttpRequest, stay_receipt: str) -> HttpResponse:
    """Show where the stay stands, in the lines that our desk reads too."""
    at = arrived(request)
    visit = visit_of(request, at=at)
    if visit is None:
        return redirect("hospital:start")
    office = office_of(visit, office_here(request))
    with of_tenant(visit.tenant_id):
        try:
            found = stay_of_hospital(visit.tenant_id, visit.hospital_id, stay_receipt)
        except StayNotFound:
            raise Http404 from None
        shared = shared_stay(found, at=at, zone=office.zone, for_hospital=True)
        letters = letters_here(visit, found.id, office.zone)
    context = {"stay": found, "shared": shared, "letters": letters}
    return page(request, office, "stay", context)


def _context(visit: Visit, form: TellForm, kept: list[KeptFile], *, at: datetime) -> dict[str, Any]:
    with of_tenant(visit.tenant_id):
        earlier: list[Admission] = told_by_hospital(
            visit.tenant_id, visit.hospital_id, since=at - VISIT_LASTS
        )
    # Looked over without it, sent only with it: the label says so, the look does not stop at it.
    form.fields["face_sheet"].required = not of_part(kept, FACE_SHEET)
    return {
        "form": form,
        "kept": kept,
        "signed": signed(kept, visit) if kept else "",
        "earlier": earlier,
    }


def _files(request: HttpRequest, form: TellForm, visit: Visit) -> list[KeptFile]:
    """Return what was chosen before and now; what is refused is said beside its field."""
    kept = read_signed(request.POST.get("kept", ""), visit)
    form.full_clean()
    for part in (FACE_SHEET, CLINICALS):
        new, refused = taken(part, form.cleaned_data.get(part) or ())
        kept += new
        for sentence in refused:
            form.add_error(part, sentence)
    return kept


def _late(visit: Visit, form: TellForm, *, at: datetime) -> bool:
    clocks = notification_clocks(form.admitted_at, "", rulebook(), office_calendar(visit.tenant_id))
    return is_late(at, clocks)


def _sent(
    form: TellForm, kept: list[KeptFile], visit: Visit, *, at: datetime
) -> HttpResponse | None:
    """Send the notice; None when the form has to be looked at again."""
    said = form.cleaned_data
    told = Notification(
        client_key=f"page-{visit.hospital_id}-{said['client_key']}"[:80],
        channel=Channel.PAGE,
        notified_at=at,
        hospital_id=visit.hospital_id,
        caller=said["caller"],
        call_back=said["call_back"],
        patient_name=said["patient_name"],
        birth_date=said["birth_date"],
        plan_number=said["plan_number"],
        admitted=form.admitted(),
    )
    try:
        sheet = of_part(kept, FACE_SHEET)[0].reopened()
        clinicals = [
            *(one.reopened() for one in of_part(kept, FACE_SHEET)[1:]),
            *(one.reopened() for one in of_part(kept, CLINICALS)),
        ]
        with of_tenant(visit.tenant_id):
            done = notify(
                told, face_sheet=sheet, clinicals=clinicals, by=speaks(visit.tenant_id), at=at
            )
    except FileLost:
        form.add_error("face_sheet", _LOST)
    except SameKeyOtherContent as refusal:
        form.add_error(None, str(refusal))
    except NotPossible as refusal:
        for name, sentence in refusal.problems.items():
            form.add_error(name if name in form.fields else None, sentence)
    else:
        return redirect("hospital:stay", stay_receipt=done.number)
    return None
