"""Requests that another site makes a browser send, and what our answers let a browser do."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from factories.access import sign_in
from hostile.addresses import Page, Whose, pages, values_for
from hostile.two_offices import TwoOffices
from openmso.office.access.pages import PUBLIC
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role

CHANGING = ("POST", "PUT", "PATCH", "DELETE")
EVIL = "https://evil.example"


def somebody_who_may(page: Page) -> Role:
    """Return a role that may open the page; the one of its own portal where there are several."""
    if page.rule == PUBLIC:
        return Role.NURSE
    able = [role for role in Role if Permission(str(page.rule)) in ROLES[role].permissions]
    own = {"practice": Role.PRACTICE, "member": Role.MEMBER}.get(page.name.split(":")[0])
    return own if own in able else able[0]


@pytest.fixture(scope="module")
def knocks(offices: TwoOffices) -> "Knocks":
    return Knocks(offices)


class Knocks:
    """Every page with an address and a browser of somebody who may open it."""

    def __init__(self, offices: TwoOffices) -> None:
        self.offices = offices
        self.sessions = {
            role: sign_in(Client(), offices.person(role)).cookies["sessionid"].value
            for role in Role
        }

    def all(self, **browser: Any) -> Iterator[tuple[Page, str, Client]]:
        for page in pages():
            role = somebody_who_may(page)
            client = Client(raise_request_exception=False, **browser)
            client.cookies["sessionid"] = self.sessions[role]
            yield page, page.address(values_for(self.offices, role, Whose.OWN)), client


def undone(client: Client, method: str, address: str, **more: Any) -> Any:
    with transaction.atomic():
        answer: Any = client.generic(method, address, **more)
        transaction.set_rollback(True)
    return answer


def test_no_address_takes_a_change_without_the_ticket_of_our_own_form(
    knocks: Knocks, quiet_logs: None
) -> None:
    taken = [
        f"{method} {page.name} -> {answer.status_code}"
        for page, address, client in knocks.all(enforce_csrf_checks=True)
        for method in CHANGING
        if (answer := undone(client, method, address)).status_code != 403
    ]

    assert not taken


def test_a_ticket_in_the_hands_of_another_site_is_worth_nothing(
    knocks: Knocks, quiet_logs: None
) -> None:
    ticket = "a" * 32
    taken = []
    for page, address, client in knocks.all(enforce_csrf_checks=True):
        client.cookies["csrftoken"] = ticket
        answer = undone(client, "POST", address, headers={"Origin": EVIL, "X-CSRFToken": ticket})
        if answer.status_code != 403:
            taken.append(f"{page.name} -> {answer.status_code}")

    assert not taken


def test_every_answer_tells_the_browser_to_be_careful(knocks: Knocks, quiet_logs: None) -> None:
    careless: list[str] = []
    for page, address, client in knocks.all():
        answer = undone(client, "GET", address, headers={"Origin": EVIL})
        careless += [f"{page.name}: {fault}" for fault in carelessness(answer)]

    assert not careless


def carelessness(answer: HttpResponse) -> Iterator[str]:
    policy = answer.headers.get("Content-Security-Policy", "")
    if "default-src" not in policy or "unsafe" in policy or "*" in policy:
        yield f"content policy {policy!r}"
    if "frame-ancestors 'none'" not in policy and "sandbox" not in policy:
        yield "may be framed"
    if answer.headers.get("X-Frame-Options") != "DENY":
        yield "may be framed by old browsers"
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        yield "its type may be guessed"
    if answer.headers.get("Referrer-Policy") != "same-origin":
        yield "tells other sites its address"
    if "no-store" not in answer.headers.get("Cache-Control", ""):
        yield "may be stored"
    if any(name.lower().startswith("access-control-") for name in answer.headers):
        yield "opens itself to other sites"
    if answer.headers.get("Content-Type", "").startswith(("application/pdf", "image/")) and (
        not answer.headers.get("Content-Disposition", "").startswith("attachment")
    ):
        yield "a paper opens inside our pages"


def test_files_from_outside_are_handed_out_and_never_opened_in_our_pages(
    offices: TwoOffices,
) -> None:
    client = sign_in(Client(), offices.person(Role.NURSE))
    case, paper = offices.ours.open_case.id, offices.ours.document_id

    answer = client.get(f"/staff/prior-auth/{case}/documents/{paper}/")

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil"])
def test_another_host_name_is_refused(offices: TwoOffices, host: str, quiet_logs: None) -> None:
    client = sign_in(Client(raise_request_exception=False), offices.person(Role.NURSE))

    answer = client.get("/staff/worklist/nurse/", headers={"Host": host})

    assert answer.status_code == 400
    assert "Quintero" not in answer.content.decode()


def test_a_forwarded_host_name_is_not_believed(offices: TwoOffices) -> None:
    answer = Client().post(
        "/account/password/reset/",
        {"email": offices.person(Role.NURSE).email},
        headers={"X-Forwarded-Host": "evil.example"},
    )

    assert "evil" not in answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "ending", ["style.css", ";style.css", "%2Fstyle.css", "..%2Fstyle.css", "%0A.css"]
)
def test_no_page_pretends_to_be_a_file_that_a_cache_would_keep(
    offices: TwoOffices, ending: str, quiet_logs: None
) -> None:
    client = sign_in(Client(raise_request_exception=False), offices.person(Role.NURSE))

    answer = client.get(f"/staff/worklist/nurse/{ending}")

    assert "Quintero" not in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "there",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        "\t//evil.example",
        "/%09/evil.example",
    ],
)
def test_no_address_of_ours_leads_to_another_site(offices: TwoOffices, there: str) -> None:
    nurse = sign_in(Client(), offices.person(Role.NURSE))
    item = offices.ours.item_id
    with transaction.atomic():
        answers = [
            nurse.get(reverse("account_login"), {"next": there}),
            nurse.post(f"/staff/worklist/take/{item}/", {"back": there}),
            nurse.post(reverse("set_language"), {"language": "es", "next": there}),
            Client().get(reverse("public:leaving"), {"to": there}),
            nurse.post(reverse("account_logout"), {"next": there}),
        ]
        transaction.set_rollback(True)

    for answer in answers:
        where = answer.headers.get("Location", "/")
        assert where.startswith("/"), where
        assert not where.startswith(("//", "/\\")), where


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_cookies_are_for_our_pages_alone(offices: TwoOffices) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "x@office.example", "password": "x"})

    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key
        assert cookie["secure"], cookie.key
