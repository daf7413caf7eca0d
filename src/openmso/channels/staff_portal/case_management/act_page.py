"""The page of one act in a care case: the same for all of them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from openmso.care.case_management.actions.close_case import TasksAreOpen
from openmso.care.case_management.actions.end_task import TaskEnded
from openmso.care.case_management.actions.flag_complex import FlagStands
from openmso.care.case_management.actions.hand_over import NotACaseManager
from openmso.care.case_management.actions.set_goal import GoalSettled
from openmso.care.case_management.domain.complex_condition import NotUnlocked
from openmso.care.case_management.domain.daily_status import DayNotWatched
from openmso.care.case_management.domain.states import NotOpen, OutcomeMissing
from openmso.care.case_management.queries import CareCaseNotFound, case_for, words_of
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..acting.page import ActPage
from ..foreign import like_absent
from ..staff_request import StaffRequest
from .every_act import ACTS, ENDS

_ACT_PAGE = ActPage(
    template="staff_portal/case_management/act.html",
    closed=(NotOpen, TaskEnded, GoalSettled, FlagStands, NotUnlocked),
    to_correct=(DayNotWatched, OutcomeMissing, NotACaseManager, TasksAreOpen),
)
found = like_absent(CareCaseNotFound)


@requires(Permission.CARE_CASE_WORK)
@require_http_methods(["GET", "POST"])
@found
def act(request: StaffRequest, care_id: UUID, act: str) -> HttpResponse:
    """Show or carry out one act in a case."""
    case = case_for(request.actor, care_id)
    if act not in ACTS:
        raise Http404
    return _ACT_PAGE.answer(request, ACTS[act], case)


@requires(Permission.CARE_CASE_WORK)
@require_http_methods(["GET", "POST"])
@found
def end(request: StaffRequest, care_id: UUID, ending: str, thing_id: UUID) -> HttpResponse:
    """Show or carry out the end of one task, goal or treatment."""
    case = case_for(request.actor, care_id)
    if ending not in ENDS:
        raise Http404
    form_class = ENDS[ending]
    about = words_of(case, form_class.thing, thing_id)
    return _ACT_PAGE.answer(request, form_class, case, about=about, thing_id=thing_id)
