"""Text is shown as text, and what stands in an address chooses only from fixed lists."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.test import Client

from factories.access import make_account, sign_in
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import make_world
from hostile.addresses import Page, Whose, pages, values_for
from hostile.poison import MARK, SCRIPTS, injections
from hostile.test_forged_requests import somebody_who_may
from hostile.two_offices import TwoOffices, letters_may_leave
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.talk_to_peer import note_talk, offer_talk
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.pages import PUBLIC
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect
from openmso.office.letters import jobs as printing
from openmso.office.letters.models import OrderedLetter

QUERY_NAMES = (
    "q", "state", "after", "before", "whose", "ipa", "urgency", "show", "code", "on", "plan",
    "receipt", "to", "next", "order_by", "_sort", "fields", "page", "id__gt", "member__family_name",
)  # fmt: skip
NAMES_OF_BOXES = (
    "family_name", "given_name", "member_number", "number", "code", "description", "quantity",
    "clinical_summary", "servicing_name", "urgency_reason", "words", "text", "why", "birth_date",
    "service_from_on", "for_date", "client_key", "receipt", "kept", "questions_for", "login",
    "point_1", "practitioner", "asked_by", "received_on", "received_time", "code_1",
)  # fmt: skip
DATABASE_WORDS = ("syntax error", "psycopg", "ProgrammingError", "SELECT ", "argon2", "Traceback")


# --- addresses -------------------------------------------------------------------------------


def lists(offices: TwoOffices) -> Iterator[tuple[Page, str, Role]]:
    for page in pages():
        if page.rule != PUBLIC or page.name.startswith("public:"):
            role = somebody_who_may(page)
            yield page, page.address(values_for(offices, role, Whose.OWN)), role


def test_five_hundred_injections_into_every_query_break_nothing_and_show_nothing(
    offices: TwoOffices, quiet_logs: None
) -> None:
    browsers = {
        role: sign_in(Client(raise_request_exception=False), offices.person(role)) for role in Role
    }
    rounds = cycle(
        [(page, address, role) for page, address, role in lists(offices) if not page.guarded_ids]
    )
    tables = _row_counts()
    broken = []
    for number, text in enumerate(injections()):
        page, address, role = next(rounds)
        asked = dict.fromkeys(QUERY_NAMES[number % 2 :: 2], text)
        query = urlencode(asked, errors="surrogatepass")
        with transaction.atomic():
            answer = browsers[role].get(f"{address}?{query}")
            transaction.set_rollback(True)
        seen = answer.content.decode(errors="replace")
        told = [word for word in DATABASE_WORDS if word in seen and word not in text]
        if answer.status_code >= 500 or told:
            broken.append(f"{page.name}: {text[:60]!r} -> {answer.status_code}")
        assert "stolen" not in str(answer.cookies.get("sessionid", ""))

    assert not broken, "\n".join(broken[:30])
    assert _row_counts() == tables


def test_what_a_list_is_asked_to_sort_or_filter_by_is_not_obeyed(offices: TwoOffices) -> None:
    client = sign_in(Client(), offices.person(Role.NURSE))
    usual = _rows(client.get("/staff/worklist/physician/").content.decode())

    for query in ("order_by=-id", "_sort=due_at", "tenant=x", "tenant_id=x", "fields=password",
                  "case_number__startswith=PA", "limit=1000000"):  # fmt: skip
        asked = _rows(client.get(f"/staff/worklist/physician/?{query}").content.decode())
        assert asked == usual


def _rows(html: str) -> list[str]:
    return re.findall(r"/staff/prior-auth/([0-9a-f-]{36})/", html)


def _row_counts() -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        return [
            (table, _count(table))
            for table in connection.introspection.table_names(cursor)
            if table != "account_session"
        ]


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


# --- text ------------------------------------------------------------------------------------


class Seen(HTMLParser):
    """Finds tags, attributes and addresses that came out of somebody's text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if MARK in tag:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            runs = name.startswith("on") or (
                name in {"href", "src", "action", "srcdoc", "formaction"}
                and (MARK in text and text.strip().lower().startswith(("javascript", "<")))
            )
            if MARK in name or (runs and MARK in text):
                self.found.append(f"<{tag} {name}={text[:40]}>")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and MARK in data:
            self.found.append(f"script: {data[:40]}")


def run_by_a_browser(html: str) -> list[str]:
    seen = Seen()
    seen.feed(html)
    seen.close()
    return seen.found


def test_the_reader_of_these_tests_sees_an_attack() -> None:
    for text in (SCRIPTS[0], SCRIPTS[1], SCRIPTS[2], SCRIPTS[6], SCRIPTS[7]):
        assert run_by_a_browser(f"<p>{text}</p>"), text
    assert run_by_a_browser(f'<input value="{SCRIPTS[4]}">')


@pytest.fixture(scope="module", params=(0, 1, 3, 4, 5, 10))
def poisoned(
    request: pytest.FixtureRequest, committed_rows: None
) -> tuple[str, list[AuthorizationRequest], dict[Role, Account]]:
    """Two cases in which every text that anybody could write is the poison."""
    text = SCRIPTS[request.param].replace("\u0000", "")
    world = make_world(
        given_name=text[:80], family_name=text[:80], address_line_1=text[:80], city=text[:60]
    )
    for row, names in (
        (world.tenant, ("name", "letterhead_address")),
        (world.plan, ("name",)),
        (world.ipa, ("name",)),
        (world.practice, ("name", "city")),
        (world.practitioner, ("given_name", "family_name")),
        (world.edition, ("title",)),
    ):
        for name in names:
            setattr(row, name, text[:60])
        row.save()
    physician = physician_of(world, name=text[:100])
    given: dict[str, Any] = {
        "clinical_summary": text,
        "urgency_reason": text[:200],
        "marked_urgent": True,
        "servicing_name": text[:120],
        "files": ((text[:120], inspect(b"Six weeks of therapy.")),),
    }
    cases = []
    for decided in (False, True):
        case = with_physician(world, physician, **given)
        by: dict[str, Any] = {"by": physician, "at": DECIDED_AT}
        talk = offer_talk(case.id, slots=[DECIDED_AT + timedelta(days=30)], **by)
        note_talk(case.id, talk.id, reached=True, note=text, **by)
        write_message(case.id, text=text, **by)
        case.refresh_from_db()
        if decided:
            denial = a_denial(
                world, clinical_reason=text, plain_reason=text, alternative=text[:300]
            )
            deny(case.id, denial=denial, version=case.version, **by)
            with letters_may_leave():
                for letter in OrderedLetter.objects.filter(case_id=case.id):
                    printing.render(str(letter.id))
        cases.append(case)
    people = {
        role: make_account(
            role,
            world.tenant,
            name=text[:100],
            practice_id=world.practice.id if role is Role.PRACTICE else None,
            member_id=world.member.id if role is Role.MEMBER else None,
        )
        for role in (Role.NURSE, Role.PHYSICIAN, Role.PRACTICE, Role.MEMBER)
    }
    return text, cases, people


def test_every_text_is_shown_as_text_on_every_page_of_the_case(
    poisoned: tuple[str, list[AuthorizationRequest], dict[Role, Account]], quiet_logs: None
) -> None:
    text, cases, people = poisoned
    shown = 0
    for role, address in _pages_of(cases):
        client = sign_in(Client(raise_request_exception=False), people[role])
        answer = client.get(address)
        assert answer.status_code < 500, address
        html = answer.content.decode(errors="replace")
        assert run_by_a_browser(html) == [], address
        assert "49{%" not in html, "a template was run"
        shown += MARK in html

    assert shown > 8, "the poison was not even on the pages"
    assert text


def _pages_of(cases: list[AuthorizationRequest]) -> Iterator[tuple[Role, str]]:
    yield from (
        (Role.NURSE, address)
        for address in ("/staff/worklist/physician/", "/staff/letters/", "/staff/request-form/")
    )
    yield Role.NURSE, f"/staff/members/{cases[0].member_id}/"
    yield Role.PRACTICE, "/practice/"
    yield Role.PRACTICE, "/practice/requests/"
    yield Role.MEMBER, "/member/"
    yield Role.MEMBER, "/member/letters/"
    for case in cases:
        for ending in ("", "talk/", "add/", "join/", "ask/", "extend/", "urgency/"):
            yield Role.NURSE, f"/staff/prior-auth/{case.id}/{ending}"
        yield Role.PHYSICIAN, f"/staff/prior-auth/{case.id}/decide/"
        yield Role.PRACTICE, f"/practice/requests/{case.id}/"
        yield Role.PRACTICE, f"/practice/requests/{case.id}/sent/"
        yield Role.MEMBER, f"/member/requests/{case.id}/"
        for letter in OrderedLetter.objects.filter(case_id=case.id):
            yield Role.NURSE, f"/staff/letters/{letter.id}/"
            if letter.reader == "member":
                yield Role.MEMBER, f"/member/letters/{letter.id}/"


@pytest.mark.parametrize("text", SCRIPTS)
def test_what_was_typed_comes_back_in_the_form_as_text(
    offices: TwoOffices, text: str, quiet_logs: None
) -> None:
    practice = sign_in(Client(raise_request_exception=False), offices.ours.practice)
    nurse = sign_in(Client(raise_request_exception=False), offices.person(Role.NURSE))
    case = offices.ours.open_case.id
    everywhere = dict.fromkeys(NAMES_OF_BOXES, text)
    for client, address in (
        (practice, "/practice/requests/new/"),
        (practice, "/practice/requests/new/check/"),
        (practice, "/practice/eligibility/"),
        (nurse, "/staff/key-in/"),
        (nurse, "/staff/members/"),
        (nurse, f"/staff/prior-auth/{case}/add/"),
        (nurse, f"/staff/prior-auth/{case}/urgency/"),
        (Client(), "/account/login/"),
    ):
        answer = client.post(address, everywhere)
        assert answer.status_code < 500, address
        assert run_by_a_browser(answer.content.decode(errors="replace")) == [], address
