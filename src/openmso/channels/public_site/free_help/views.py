"""Groups that help for free: by the kind of plan and by place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openmso.channels.ui.frame import office_of
from openmso.channels.ui.presenters.contact import ContactLine as ShownLine
from openmso.office.access.pages import public
from openmso.office.content.models import OutsideOrganization
from openmso.office.content.organizations import Purpose, organizations
from openmso.office.tenants.whose_rows import of_tenant

from ..office import office_day
from ..rulebook.names import list_name


@public
@require_safe
def free_help(request: HttpRequest) -> HttpResponse:
    """Show every group in force today, or those for one kind of plan and place."""
    every = _organizations(request)
    program, region = request.GET.get("plan", ""), request.GET.get("place", "")
    shown = [
        one for one in every if one.program in ("", program or one.program) and _is_at(one, region)
    ]
    context = {
        "groups": [_shown(one) for one in shown],
        "programs": _choices({one.program: list_name(one.program) for one in every}, program),
        "places": _choices({one.region: one.region for one in every}, region),
    }
    return render(request, "public_site/free_help.html", context)


def _organizations(request: HttpRequest) -> list[OutsideOrganization]:
    office = office_of(request)
    if office is None:
        return []
    with of_tenant(office.id):
        return organizations(office.id, Purpose.BENEFICIARY_HELP, on=office_day(request, office))


def _is_at(one: OutsideOrganization, region: str) -> bool:
    return one.region in ("", region or one.region)


def _choices(names: dict[str, str], chosen: str) -> list[tuple[str, str, bool]]:
    return [(key, name, key == chosen) for key, name in sorted(names.items()) if key]


def _shown(one: OutsideOrganization) -> dict[str, object]:
    language = (get_language() or "en").split("-")[0]
    line = ShownLine(
        purpose="outside_help", label=one.name_in(language), voice=one.voice, tty=one.tty
    )
    return {
        "name": one.name_in(language),
        "program": list_name(one.program) if one.program else _("For every plan"),
        "region": one.region or _("Everywhere"),
        "line": line if one.voice else None,
        "address": one.address.splitlines(),
        "website": one.website,
    }
