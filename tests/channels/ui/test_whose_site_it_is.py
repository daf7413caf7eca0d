"""White label: every page, and the app on the phone, carries the name of one's own office."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.roster import make_practice, make_tenant
from openmso.office.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-44")]

PASSWORD = "seven geese over the lake"


def test_two_offices_of_one_installation_have_each_their_own_name_on_their_pages() -> None:
    names = ("Quayside Health", "Mesa Verde Doctors")
    for own, other in (names, names[::-1]):
        office = make_tenant(name=own, legal_name=f"{own}, Inc.")
        practice = make_practice(office)
        client = sign_in(Client(), make_account(Role.PRACTICE, office, practice_id=practice.id))

        page = client.get("/practice/").content.decode()

        assert f"<title>Home | {own}</title>" in page
        assert f"{own}, Inc." in page
        assert other not in page
        assert "OpenMSO" not in page


def test_the_app_on_the_phone_shows_the_office_s_name() -> None:
    office = make_tenant(name="Quayside Health")
    nurse = make_account(Role.NURSE, office, password=PASSWORD)
    client = Client()
    client.post("/account/login/", {"login": nurse.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    page = client.get("/account/second-factor/totp/activate/")

    asked = parse_qs(urlsplit(page.context["totp_url"]).query)
    assert asked["issuer"] == ["Quayside Health"]
