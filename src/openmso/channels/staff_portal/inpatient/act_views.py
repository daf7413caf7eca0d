"""A page for each act: the form, what is in the way, and back to the stay."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.inpatient.admissions.actions.write_status import StatusNotPossible
from openmso.casework.inpatient.admissions.domain.concurrent_review import DaysNotPossible
from openmso.casework.inpatient.admissions.domain.stay import StayNotPossible
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import stay_for
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.decision import NotQualifiedToDeny
from openmso.casework.prior_auth.domain.physician_signature import SignatureNotInForce
from openmso.casework.prior_auth.domain.states import MoveNotAllowed
from openmso.casework.prior_auth.steps.locking import ChangedMeanwhile
from openmso.office.access.pages import requires

from ..staff_request import StaffRequest, zone_of
from .acts import Act
from .found import StayView, found_stay
from .leaving import DischargePatient, GiveNotice, PlanDischarge, RecordDispute
from .moving import JoinNight, RecordMove
from .reviewing import ApproveDays, RefuseDays, SendToPhysician

ACTS: tuple[type[Act], ...] = (
    ApproveDays,
    SendToPhysician,
    RefuseDays,
    RecordMove,
    JoinNight,
    PlanDischarge,
    GiveNotice,
    RecordDispute,
    DischargePatient,
)


def _act_page(form_class: type[Act]) -> StayView:
    """Return the page of one act, open to those who hold its permission."""

    @requires(form_class.permission)
    @require_http_methods(["GET", "POST"])
    @found_stay
    def page(request: StaffRequest, admission_id: UUID) -> HttpResponse:
        stay = stay_for(request.actor, admission_id)
        return _answer(request, form_class, stay)

    return page


def _answer(request: StaffRequest, form_class: type[Act], stay: Admission) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = form_class(
        data, stay=stay, viewer=request.actor, zone=zone_of(request), at=request.arrived_at
    )
    status, reasons = form.status, _closed(form_class, stay)
    if reasons:
        status = 409
    elif request.method == "POST" and form.is_valid():
        try:
            done = form.carry_out(by=request.actor, at=request.arrived_at)
        except (NotQualifiedToDeny, SignatureNotInForce) as refusal:
            status, reasons = 403, refusal.reasons
        except (MoveNotAllowed, ChangedMeanwhile) as refusal:
            status, reasons = 409, (str(refusal),)
        except (
            StayNotPossible,
            DaysNotPossible,
            StatusNotPossible,
            CriterionNotInForce,
        ) as refusal:
            form.add_error(None, str(refusal))
            status = form.status
        else:
            messages.success(request, done)
            return redirect("staff:admission", admission_id=stay.id)
    context = {"stay": stay, "form": form, "reasons": reasons}
    return render(request, "staff_portal/inpatient/act.html", context, status=status)


def _closed(form_class: type[Act], stay: Admission) -> tuple[str, ...]:
    if form_class.is_open_for(stay):
        return ()
    if stay.member_id is None:
        return ("Identify the patient first: the plan is not known yet.",)
    return (f"{form_class.title}: not as the stay stands now.",)


approve = _act_page(ApproveDays)
physician = _act_page(SendToPhysician)
refuse = _act_page(RefuseDays)
move = _act_page(RecordMove)
join = _act_page(JoinNight)
plan = _act_page(PlanDischarge)
notice = _act_page(GiveNotice)
dispute = _act_page(RecordDispute)
leave = _act_page(DischargePatient)
