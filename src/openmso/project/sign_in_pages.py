"""The sign-in pages we offer, out of all that allauth brings.

A page without a rule in `office.access.pages.OUTSIDE_PAGES` keeps its address, which other
pages of allauth look up, and answers *not found*: no sign-up by oneself, no change of e-mail.
A page that a new version of allauth adds is therefore closed until someone opens it.
"""

from allauth.account.urls import urlpatterns as account_pages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from openmso.office.access.pages import OUTSIDE_PAGES, public
from openmso.project.second_factor import activate_app, add_key


@public
def not_offered(request: HttpRequest, **_: str) -> HttpResponse:
    """Answer as if the page did not exist."""
    raise Http404


def _offered(page: URLPattern) -> URLPattern:
    if page.name in OUTSIDE_PAGES:
        return page
    return URLPattern(page.pattern, not_offered, name=page.name)


urlpatterns: list[URLPattern | URLResolver] = [
    *(_offered(page) for page in account_pages),
    path("second-factor/totp/activate/", activate_app, name="mfa_activate_totp"),
    path("second-factor/webauthn/add/", add_key, name="mfa_add_webauthn"),
    path("second-factor/", include("allauth.mfa.urls")),
]
