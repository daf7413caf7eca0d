"""The administrator's desk: accounts, invitations, switching off and on, roles."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.channels.ui.invitations import (
    INVITED,
    link_holds_for,
    send_again_page,
    site_of,
    withdraw_page,
)
from openmso.office.access.actor import NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.change_role import change_role
from openmso.office.accounts.actions.invite import AlreadyHere, AlreadyInvited, invite
from openmso.office.accounts.actions.switch_account import NothingToSwitch, switch_off, switch_on
from openmso.office.accounts.domain.reach import roles_beside
from openmso.office.accounts.queries import AccountNotFound, account_for
from openmso.roster.plans.actions.limit_to_ipas import limit_to_ipas
from openmso.roster.plans.queries import ipas_of
from openmso.roster.providers.actions.invite_practice import invite_practice

from ..staff_request import StaffRequest, zone_of
from .forms import FindForm, InviteForm, ReachForm, RoleForm
from .listing import account_page, accounts_page

_FOLDER = "staff_portal/accounts"


@requires(Permission.ACCOUNT_MANAGE)
@require_http_methods(["GET", "POST"])
def accounts(request: StaffRequest) -> HttpResponse:
    """Show invitations and accounts; a search is sent by POST."""
    form = FindForm(request.POST if request.method == "POST" else None)
    text = form.cleaned_data["text"] if form.is_bound and form.is_valid() else ""
    page = accounts_page(request.actor, text, at=request.arrived_at, zone=zone_of(request))
    context = {"page": page, "form": form, "text": text}
    return render(request, f"{_FOLDER}/list.html", context, status=form.status)


@requires(Permission.ACCOUNT_MANAGE)
@require_http_methods(["GET", "POST"])
def invitation(request: StaffRequest) -> HttpResponse:
    """Invite a colleague, or somebody of a practice of the roster."""
    form = InviteForm(request.POST if request.method == "POST" else None, by=request.actor)
    if form.is_bound and form.is_valid():
        try:
            _invite(request, form)
        except (AlreadyInvited, AlreadyHere) as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, INVITED)
            return redirect("staff:accounts")
    return render(request, f"{_FOLDER}/invite.html", {"form": form}, status=form.status)


@requires(Permission.ACCOUNT_MANAGE)
@require_POST
def send_again(request: StaffRequest, invitation_id: UUID) -> HttpResponse:
    """Send a new link; the earlier one stops working."""
    by, at = request.actor, request.arrived_at
    return send_again_page(request, invitation_id, by=by, at=at, back_to="staff:accounts")


@requires(Permission.ACCOUNT_MANAGE)
@require_POST
def withdraw(request: StaffRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    by, at = request.actor, request.arrived_at
    return withdraw_page(request, invitation_id, by=by, at=at, back_to="staff:accounts")


@requires(Permission.ACCOUNT_MANAGE)
@require_GET
def account(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Show one account with its history."""
    return _page(request, _account(request, account_id))


@requires(Permission.ACCOUNT_MANAGE)
@require_POST
def role(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Give an account another role."""
    found = _account(request, account_id)
    form = _role_form(found, request)
    if not form.is_valid():
        return _page(request, found, role=form)
    try:
        change_role(
            found.id, role=Role(form.cleaned_data["role"]), by=request.actor, at=request.arrived_at
        )
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, role=form)
    messages.success(request, "Changed. The person signs in anew.")
    return redirect("staff:account", account_id=found.id)


@requires(Permission.ACCOUNT_MANAGE)
@require_POST
def reach(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Say of which IPAs a colleague sees the cases."""
    found = _account(request, account_id)
    form = _reach_form(found, request)
    if not form.is_valid():
        return _page(request, found, reach=form)
    try:
        limit_to_ipas(found.id, ipa_ids=form.chosen(), by=request.actor, at=request.arrived_at)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, reach=form)
    messages.success(request, "Changed. It counts from the person's next click.")
    return redirect("staff:account", account_id=found.id)


@requires(Permission.ACCOUNT_MANAGE)
@require_http_methods(["GET", "POST"])
def switching_off(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Ask once more, then switch the account off."""
    found = _account(request, account_id)
    refusal = ""
    if request.method == "POST":
        try:
            switch_off(found.id, by=request.actor, at=request.arrived_at)
        except (NotAllowed, NothingToSwitch) as told:
            refusal = str(told)
        else:
            messages.success(request, "Switched off. Whoever was signed in with it is out.")
            return redirect("staff:account", account_id=found.id)
    context = {"account": found, "refusal": refusal}
    status = 409 if refusal else 200
    return render(request, f"{_FOLDER}/switch_off.html", context, status=status)


@requires(Permission.ACCOUNT_MANAGE)
@require_POST
def switching_on(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Switch an account on again."""
    found = _account(request, account_id)
    try:
        switch_on(found.id, by=request.actor, at=request.arrived_at)
    except (NotAllowed, NothingToSwitch) as told:
        messages.error(request, str(told))
    else:
        messages.success(request, "Switched on. The person can sign in again.")
    return redirect("staff:account", account_id=found.id)


def _invite(request: StaffRequest, form: InviteForm) -> None:
    email, practice_id = form.cleaned_data["email"], form.practice_id()
    holds_for, site = link_holds_for(), site_of(request)
    by, at, role = request.actor, request.arrived_at, form.chosen_role()
    if practice_id is None:
        invite(email, role=role, practice_id=None, holds_for=holds_for, site=site, by=by, at=at)
    else:
        invite_practice(
            practice_id, email=email, role=role, holds_for=holds_for, site=site, by=by, at=at
        )


def _account(request: StaffRequest, account_id: UUID) -> Account:
    try:
        return account_for(request.actor, account_id)
    except AccountNotFound:
        raise Http404 from None


def _role_form(found: Account, request: StaffRequest | None = None) -> RoleForm:
    roles = roles_beside(found.roles)
    return RoleForm(request.POST if request else None, roles=roles, now=found.roles[0])


def _reach_form(found: Account, request: StaffRequest) -> ReachForm:
    return ReachForm(request.POST, ipas=ipas_of(found.tenant_id), now=found.ipa_ids)


def _page(
    request: StaffRequest,
    found: Account,
    *,
    role: RoleForm | None = None,
    reach: ReachForm | None = None,
) -> HttpResponse:
    """Show the account; `role` or `reach` is the form that was just sent with a mistake."""
    ipas = ipas_of(found.tenant_id)
    page = account_page(found, ipas, viewer=request.actor, zone=zone_of(request))
    sent = role or reach
    context = {
        "page": page,
        "form": role or _role_form(found),
        "reach": reach or ReachForm(ipas=ipas, now=found.ipa_ids),
        "is_staff": found.area == "staff",
    }
    status = sent.status if sent else 200
    return render(request, f"{_FOLDER}/account.html", context, status=status)
