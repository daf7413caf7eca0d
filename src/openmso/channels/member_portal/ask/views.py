"""Look for the care by words, hear what is known, ask for an answer."""

import secrets
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openmso.casework.criteria.queries import NoEdition
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.asked_by_member import NoDoctorKnown, Question, request_of
from openmso.casework.prior_auth.standing import standing_of
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.law import office_calendar
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import find_services, service_named
from openmso.standards.typed_text import kept

from ..pages import MemberRequest, member_form, page_language
from .form import URGENT, AskForm
from .told import Told, name_of, told

_LONGEST = 80
_MOST = 12


@member_form
def ask(request: MemberRequest) -> HttpResponse:
    """Show what was found for some words, then one kind of care with its form; or take it."""
    today = office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
    code = request.POST.get("code") or request.GET.get("code", "")
    if not code and request.method != "POST":
        return _search(request, today)
    service = service_named(kept(code))
    if service is None:
        raise Http404
    if request.method != "POST":
        form = AskForm(
            today=today, initial={"code": service.code, "client_key": secrets.token_urlsafe(18)}
        )
        return _form(request, form, service, today)
    form = AskForm(request.POST, today=today)
    if not form.is_valid():
        return _form(request, form, service, today)
    return _take(request, form, service, today)


def _search(request: MemberRequest, today: date) -> HttpResponse:
    words = kept(request.GET.get("q", ""), longest=_LONGEST)
    language = page_language()
    found = [
        (row.code, *name_of(row.description, row.description_es, language))
        for row in find_services(words, on=today)[:_MOST]
    ]
    context = {"words": words, "found": found}
    return render(request, "member_portal/ask_search.html", context)


def _take(request: MemberRequest, form: AskForm, service: ServiceCode, today: date) -> HttpResponse:
    said = form.cleaned_data
    question = Question(
        client_key=said["client_key"],
        service=service,
        from_on=said["care_on"],
        why=said["why"],
        care_from=said["care_from"],
        urgent=said["urgent"] == URGENT,
    )
    try:
        asked = request_of(question, by=request.actor, at=request.arrived_at)
        received = receive(asked, by=request.actor, at=request.arrived_at)
    except NoDoctorKnown:
        form.add_error(None, _("We do not know your doctor. Call us, and we write it down."))
    except NoEdition:
        form.add_error(None, _("We cannot take it here now. Call us, and we write it down."))
    except SameKeyOtherContent:
        form.add_error(None, _("You sent this before. Look at your requests."))
    else:
        return redirect("member:request", request_id=received.request.id)
    return _form(request, form, service, today, status=409)


def _form(
    request: MemberRequest,
    form: AskForm,
    service: ServiceCode,
    today: date,
    *,
    status: int | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "told": _told(request, service, today)}
    return render(request, "member_portal/ask.html", context, status=status or form.status)


def _told(request: MemberRequest, service: ServiceCode, today: date) -> Told | None:
    member_id = request.actor.member_id
    if member_id is None:
        raise Http404
    try:
        standing = standing_of(
            request.actor.tenant_id, member_id, [service.code], on=today, received_on=today
        )
    except NoEdition:
        return None
    return told(service, standing, language=page_language())
