"""The public pages: open to everybody, in two languages, with numbers from dated content."""

from datetime import date, timedelta

import pytest
from django.test import Client

from openmso.office import clock
from openmso.office.content.models import ContactLine
from openmso.office.tenants.models import Tenant
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/contact/",
    "/coverage/",
    "/language-help/",
    "/accessibility/",
    "/site-map/",
    "/what-can-i-do/",
    "/what-reviewers-decide/",
    "/prior-authorization-figures/",
    "/appeal-figures/",
    "/rulebook/",
    "/rulebook/notices/",
)


@pytest.fixture
def office() -> Tenant:
    office = Tenant.objects.create(
        key="harborview",
        name="Harborview Medical Office",
        legal_name="Harborview Medical Office, Inc.",
        state="CA",
        time_zone="America/Los_Angeles",
    )
    for purpose, label, label_es, voice, toll_free in (
        ("member_services", "Members", "Miembros", "+12135550110", "+18005550110"),
        ("language_help", "Language help", "Ayuda con el idioma", "+12135550111", "+18005550111"),
        ("um_fax", "Fax for requests", "Fax para solicitudes", "+12135550112", ""),
    ):
        ContactLine.objects.create(
            tenant=office,
            purpose=purpose,
            label=label,
            label_es=label_es,
            voice=voice,
            toll_free=toll_free,
            from_on=date(2020, 1, 1),
        )
    return office


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.requirement("S004-45", "S000-81")
def test_a_public_page_opens_without_signing_in(
    client: Client, office: Tenant, address: str, language: str
) -> None:
    client.cookies["django_language"] = language

    page = client.get(address)

    html = page.content.decode()
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="ltr">' in html
    assert office.name in html
    assert f"{office.legal_name}" in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_stand_before_any_office_exists(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.requirement("S000-11", "S000-13", "S000-14", "S000-16")
def test_the_contact_page_tells_each_kind_of_relay_caller_what_to_dial(
    client: Client, office: Tenant
) -> None:
    html = client.get("/contact/").content.decode()

    assert "Call 911" in html
    assert "(213) 555-0110" in html
    assert "(800) 555-0110" in html
    assert "711 does not work with these" in html
    assert "Call our number directly" in html
    fax = html[html.index("Fax for requests") :]
    assert "711" not in fax[: fax.index("</li>")]


def test_labels_of_the_lines_are_in_the_language_of_the_page(
    client: Client, office: Tenant
) -> None:
    client.cookies["django_language"] = "es"

    html = client.get("/contact/").content.decode()

    assert "Miembros" in html
    assert "¿Es una emergencia?" in html


def test_language_help_is_promised_free_in_each_language_with_its_own_mark(
    client: Client, office: Tenant
) -> None:
    html = client.get("/language-help/").content.decode()

    assert html.count("(800) 555-0111") >= 22
    assert '<li lang="ar" dir="rtl">' in html
    assert '<li lang="zh-Hant" dir="ltr">' in html


def test_the_language_switch_keeps_the_page(client: Client, office: Tenant) -> None:
    answer = client.post("/language/", {"language": "es", "next": "/contact/"})

    assert answer.status_code == 302
    assert answer["Location"] == "/contact/"
    assert "Comuníquese" in client.get("/contact/").content.decode()


@pytest.mark.requirement("S000-79", "S000-80", "S001-195")
def test_leaving_the_site_shows_where_to_and_can_be_cancelled(
    client: Client, office: Tenant
) -> None:
    html = client.get("/leaving/", {"to": "https://www.cms.gov/appeals"}).content.decode()

    assert 'href="https://www.cms.gov/appeals"' in html
    assert "you understand that you are leaving" in html
    assert ">Cancel</a>" in html
    assert client.get("/leaving/", {"to": "https://evil.example/"}).status_code == 404
    assert client.get("/leaving/").status_code == 404


@pytest.mark.requirement("S004-46")
def test_the_site_map_and_breadcrumbs_lead_to_pages_that_exist(
    client: Client, office: Tenant
) -> None:
    html = client.get("/site-map/").content.decode()

    assert "usa-breadcrumb" in html
    for address in PAGES:
        assert f'href="{address}"' in html


def test_the_pulse_of_the_server_says_nothing_else(client: Client) -> None:
    answer = client.get("/healthz")

    assert answer.content == b"ok\n"


def test_staying_signed_in_needs_somebody_who_is_signed_in(client: Client) -> None:
    assert client.post("/session/stay/").status_code == 302


def test_a_wrong_way_of_asking_is_refused(client: Client) -> None:
    assert client.post("/contact/").status_code == 405


@pytest.mark.requirement("S003-12")
def test_a_number_is_content_with_its_days_and_never_code(client: Client, office: Tenant) -> None:
    today = clock.now().astimezone(office.zone).date()  # the day of the office, not of UTC
    old = ContactLine.objects.get(purpose="um_fax")
    ContactLine.objects.filter(id=old.id).update(until_on=today)
    new = {"purpose": "um_fax", "label": "Fax for requests", "label_es": "Fax para solicitudes"}
    ContactLine.objects.create(
        tenant=office, voice="+12135550199", from_on=today - timedelta(days=1), **new
    )

    html = client.get("/contact/").content.decode()

    assert "(213) 555-0199" in html
    assert "(213) 555-0112" not in html


@pytest.mark.requirement("S003-09")
def test_a_practice_without_an_account_finds_whom_to_call(client: Client, office: Tenant) -> None:
    ContactLine.objects.create(
        tenant=office,
        purpose="portal_accounts",
        label="Portal accounts for practices",
        label_es="Cuentas del portal",
        voice="+12135550118",
        from_on=date(2020, 1, 1),
    )

    html = client.get("/contact/").content.decode()

    assert "Portal accounts for practices" in html
    assert "(213) 555-0118" in html


@pytest.mark.requirement("S003-08")
def test_the_earlier_portal_stands_beside_ours_as_long_as_its_address_is_configured(
    client: Client, office: Tenant
) -> None:
    earlier = "https://portal.harborview.example/general/index.php"
    without = client.get("/").content.decode()
    assert client.get("/leaving/", {"to": earlier}).status_code == 404
    Tenant.objects.filter(id=office.id).update(earlier_portal=earlier)

    beside = client.get("/").content.decode()
    leaving = client.get("/leaving/", {"to": earlier})
    elsewhere = client.get("/leaving/", {"to": "https://portal.harborview.example/else"})

    assert "Our earlier portal" not in without
    assert f'data-address="{earlier}"' in beside
    assert f'href="{earlier}"' in leaving.content.decode()
    assert elsewhere.status_code == 404
