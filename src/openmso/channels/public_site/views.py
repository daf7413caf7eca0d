"""The public pages. Each works without signing in and shows nothing about a person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from openmso.channels.ui.frame import office_of
from openmso.office.access.pages import public, requires
from openmso.office.access.permissions import Permission

from .doors import open_doors
from .language_lines import language_lines
from .office import language_help_line, lines_today, shown
from .outside_hosts import allowed_host


@public
@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    lines = lines_today(request)
    return render(
        request,
        "public_site/front_page.html",
        {"lines": shown(lines), "doors": open_doors(), "earlier_portal": _earlier_portal(request)},
    )


@public
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/contact.html", {"lines": shown(lines_today(request))})


@public
@require_safe
def language_help(request: HttpRequest) -> HttpResponse:
    lines = lines_today(request)
    promises = language_lines(lambda language: language_help_line(lines, language))
    return render(request, "public_site/language_help.html", {"promises": promises})


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/accessibility.html", {"lines": shown(lines_today(request))})


@public
@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/site_map.html", {"doors": open_doors()})


@public
@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """Show where a link leads before it leaves this site."""
    address = request.GET.get("to", "")
    host = allowed_host(address, also=_earlier_portal(request))
    if host is None:
        raise Http404
    return render(request, "public_site/leaving.html", {"address": address, "host": host})


def _earlier_portal(request: HttpRequest) -> str:
    """Return the address of the portal that practices used before; empty when it is closed."""
    office = office_of(request)
    return office.earlier_portal if office else ""


@requires(Permission.SIGNED_IN)
@require_POST
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Answer nothing: that the request came is what keeps the session."""
    return HttpResponse(status=204)


@public
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Tell a load balancer that the server answers. Says nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")
