"""Which channel answers under which address."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from openmso.office.access.pages import public
from openmso.project.settings.installed import born

_CHANNELS = {
    "practice/": "openmso.channels.provider_portal.urls",
    "staff/": "openmso.channels.staff_portal.urls",
    "member/": "openmso.channels.member_portal.urls",
    "": "openmso.channels.public_site.urls",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("openmso.project.sign_in_pages")),
    path("language/", public(set_language), name="set_language"),
    *(path(place, include(urls)) for place, urls in _CHANNELS.items() if born(urls)),
]

# Fixed pages, without a look at the database or the person.
handler400 = "openmso.channels.ui.errors.bad_request"
handler403 = "openmso.channels.ui.errors.not_allowed"
handler404 = "openmso.channels.ui.errors.not_found"
handler500 = "openmso.channels.ui.errors.broken"

# The page with the second-factor codes and the clock: only in a folder that carries the mark.
if hasattr(settings, "DEMO_DATA_DIR") and born("openmso.project.demo.urls"):
    urlpatterns.insert(0, path("demo/", include("openmso.project.demo.urls")))
