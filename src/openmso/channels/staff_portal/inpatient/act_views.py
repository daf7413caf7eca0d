"""A page for each act: the form, what is in the way, and back to the stay."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from openmso.casework.inpatient.admissions.actions.write_status import StatusNotPossible
from openmso.casework.inpatient.admissions.domain.concurrent_review import DaysNotPossible
from openmso.casework.inpatient.admissions.domain.stay import StayNotPossible
from openmso.casework.inpatient.admissions.queries import stay_for
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.decision import NotQualifiedToDeny
from openmso.casework.prior_auth.domain.physician_signature import SignatureNotInForce
from openmso.office.access.pages import requires

from ..acting.page import ActPage
from ..staff_request import StaffRequest
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


_ACT_PAGE = ActPage(
    template="staff_portal/inpatient/act.html",
    may_not=(NotQualifiedToDeny, SignatureNotInForce),
    to_correct=(StayNotPossible, DaysNotPossible, StatusNotPossible, CriterionNotInForce),
)


def _act_page(form_class: type[Act]) -> StayView:
    """Return the page of one act, open to those who hold its permission."""

    @requires(form_class.permission)
    @require_http_methods(["GET", "POST"])
    @found_stay
    def page(request: StaffRequest, admission_id: UUID) -> HttpResponse:
        return _ACT_PAGE.answer(request, form_class, stay_for(request.actor, admission_id))

    return page


approve = _act_page(ApproveDays)
physician = _act_page(SendToPhysician)
refuse = _act_page(RefuseDays)
move = _act_page(RecordMove)
join = _act_page(JoinNight)
plan = _act_page(PlanDischarge)
notice = _act_page(GiveNotice)
dispute = _act_page(RecordDispute)
leave = _act_page(DischargePatient)
