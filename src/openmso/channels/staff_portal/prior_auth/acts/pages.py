"""The page of each thing that can be done with a case: one form, one action, back to the case."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.actions.approve import NoCriterionNamed
from openmso.casework.prior_auth.actions.ask_for_information import NothingAsked
from openmso.casework.prior_auth.actions.set_urgency import ReasonNeeded
from openmso.casework.prior_auth.criteria_change import NothingToRenew
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.casework.prior_auth.domain.reopening import TooLateToReopen
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.pages import requires
from openmso.office.moves import MoveNotAllowed

from ...acting.page import act_form
from ...staff_request import StaffRequest
from ..refusals import OVERTAKEN, Typed, on_a_case, overtaken, typed_in
from .approve import Approve
from .ask_for_information import AskForInformation
from .extend import Extend
from .form import ActForm
from .not_duplicates import DuplicatesAfterAll, NotDuplicates
from .renew_criteria import RenewCriteria
from .reopen import Reopen
from .send_to_physician import SendToPhysician
from .set_urgency import SetUrgency
from .start_review import StartReview
from .withdraw import Withdraw

MISTAKES = (
    NoCriterionNamed,
    NothingAsked,
    NothingToRenew,
    NotExtendable,
    ReasonNeeded,
    TooLateToReopen,
)
CasePage = Callable[[StaffRequest, UUID], HttpResponse]


def act_page(form_class: type[ActForm]) -> CasePage:
    """Return the page of one act, open to those who hold its permission."""

    @requires(form_class.permission)
    @require_http_methods(["GET", "POST"])
    @on_a_case
    def page(request: StaffRequest, request_id: UUID) -> HttpResponse:
        case = request_for(request.actor, request_id)
        form = act_form(request, form_class, case)
        if not form.is_open_for(case):
            refusal = MoveNotAllowed(form.in_the_way())
            return overtaken(request, request_id, refusal, _typed(form))
        if form.is_valid():
            try:
                done = form.carry_out(by=request.actor, at=request.arrived_at)
            except MISTAKES as mistake:
                form.add_error(None, str(mistake))
            except OVERTAKEN as refusal:
                return overtaken(request, request_id, refusal, typed_in(form))
            else:
                messages.success(request, done)
                return redirect(form.back, case.id)
        context = {"case": case, "form": form}
        return render(request, "staff_portal/prior_auth/act.html", context, status=form.status)

    return page


def _typed(form: ActForm) -> list[Typed]:
    return typed_in(form) if form.is_bound else []


start_review = act_page(StartReview)
approve = act_page(Approve)
send_to_physician = act_page(SendToPhysician)
ask_for_information = act_page(AskForInformation)
extend = act_page(Extend)
set_urgency = act_page(SetUrgency)
withdraw = act_page(Withdraw)
reopen = act_page(Reopen)
not_duplicates = act_page(NotDuplicates)
duplicates_after_all = act_page(DuplicatesAfterAll)
renew_criteria = act_page(RenewCriteria)
