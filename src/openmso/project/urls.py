"""Which channel answers under which address."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from openmso.channels.member_portal.my_letters.views import from_paper
from openmso.channels.staff_portal.on_call.page_views import from_pager
from openmso.channels.ui.language_switch import switch_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("openmso.project.sign_in_pages")),
    path("language/", switch_language, name="set_language"),
    path("hospital/", include("openmso.channels.hospital_portal.urls")),
    path("practice/", include("openmso.channels.provider_portal.urls")),
    path("staff/", include("openmso.channels.staff_portal.urls")),
    path("member/", include("openmso.channels.member_portal.urls")),
    path("l/<str:token>/", from_paper, name="letter_on_paper"),  # short: people type it
    path("p/<str:page_code>/", from_pager, name="page_on_pager"),  # short: it goes by text
    path("", include("openmso.channels.public_site.urls")),
]

# Fixed pages, without a look at the database or the person.
handler400 = "openmso.channels.ui.errors.bad_request"
handler403 = "openmso.channels.ui.errors.not_allowed"
handler404 = "openmso.channels.ui.errors.not_found"
handler500 = "openmso.channels.ui.errors.broken"

# The page with the second-factor codes and the clock: only in a folder that carries the mark.
if hasattr(settings, "DEMO_DATA_DIR"):
    urlpatterns.insert(0, path("demo/", include("openmso.project.demo.urls")))
