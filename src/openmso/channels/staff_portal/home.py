"""The way from /staff/ to the first page of the person's own work."""

from django.http import HttpResponse
from django.shortcuts import redirect

from openmso.casework.prior_auth.worklist import INTAKE, NURSE, PHYSICIAN
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role

from .staff_request import StaffRequest

_FIRST_QUEUE = (
    (Role.PHYSICIAN, PHYSICIAN),
    (Role.NURSE, NURSE),
    (Role.SUPERVISOR, NURSE),
    (Role.INTAKE, INTAKE),
)


@requires(Permission.SIGNED_IN)
def home(request: StaffRequest) -> HttpResponse:
    """Send everybody to where their work lies."""
    if Role.CASE_MANAGER in request.actor.roles:
        return redirect("staff:care_caseload")
    if request.actor.may(Permission.WORKLIST_READ):
        return redirect("staff:worklist", queue=first_queue(request.actor))
    if request.actor.may(Permission.JOB_SHELF):
        return redirect("staff:job_shelf")
    if request.actor.may(Permission.EMERGENCY_REVIEW):
        return redirect("staff:emergency_reviews")
    if request.actor.may(Permission.ON_CALL_TAKE_CALL):
        return redirect("staff:on_call_calls")
    return redirect("/")


def first_queue(actor: Actor) -> str:
    """Return the queue this person works on."""
    return next((queue for role, queue in _FIRST_QUEUE if role in actor.roles), INTAKE)
