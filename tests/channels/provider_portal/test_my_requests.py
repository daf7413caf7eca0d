"""What a practice sees of its requests, and what it can do about them."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from factories.access import make_account
from factories.decided import CLINICAL_REASON, make_denied
from factories.prior_auth import NOTE, RECEIVED_AT, World, make_request
from openmso.casework.prior_auth.actions.ask_for_information import ask_for_information
from openmso.casework.prior_auth.actions.talk_to_peer import offer_talk
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.casework.prior_auth.models import AuthorizationRequest, CaseMessage, PeerToPeer
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from page_checks import assert_ids_resolve, assert_nothing_inline

from .filling_in import NEW, filled_in, note
from .pages_read import form_of, words_of


@pytest.fixture
def nurse(world: World) -> Actor:
    return make_account(Role.NURSE, world.tenant).as_actor()


def _page(case: AuthorizationRequest, rest: str = "") -> str:
    return f"/practice/requests/{case.id}/{rest}"


def _words(practice: Client, case: AuthorizationRequest) -> str:
    page = practice.get(_page(case))
    assert page.status_code == 200
    assert_ids_resolve(page.content.decode())
    assert_nothing_inline(page.content.decode())
    return words_of(page)


@pytest.mark.requirement("S003-07")
def test_the_page_says_where_it_is_who_has_it_and_when_it_is_due(
    world: World, practice: Client
) -> None:
    words = _words(practice, make_request(world))

    assert "In review" in words
    assert "A nurse has it now." in words
    assert "When must we decide?" in words
    assert "42 CFR 422.568" in words


@pytest.mark.requirement("S003-07", "S003-13", "S003-15")
def test_an_approval_shows_number_days_and_why_and_promises_no_payment(
    world: World, practice: Client
) -> None:
    practice.post(NEW, filled_in(practice))
    case = AuthorizationRequest.objects.get()

    words = _words(practice, case)

    assert case.authorization_number in words
    assert case.validity_why in words
    assert "It does not guarantee payment." in words
    assert "Letters to you" in words


@pytest.mark.requirement("S003-07")
def test_what_we_asked_for_stands_first_and_can_be_sent(
    world: World, practice: Client, nurse: Actor
) -> None:
    case = make_request(world, files=(), clinical_summary="")
    ask_for_information(
        case.id, missing=["Clinical notes."], words="From October.", by=nurse, at=clock.now()
    )

    words = _words(practice, case)
    answer = practice.post(_page(case, "add/"), {"papers": note(), "words": "Here they are."})

    case.refresh_from_db()
    assert "What we need from you" in words
    assert "From October." in words
    assert answer.status_code == 302
    assert case.state == "in_review"
    assert Document.objects.filter(title="note.txt", source="portal").exists()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Add a file, a diagnosis or a few words first."),
        ({"diagnosis": "M54", "words": "Kept."}, "is no complete ICD-10 code"),
        ({"papers": note("x.pdf", b"%PDF-1.4 no"), "words": "Kept."}, "cannot be read as one"),
        ({"papers": note("x.pdf", b""), "words": "Kept."}, "is empty"),
    ],
)
def test_a_mistake_when_adding_gets_its_sentence(
    world: World, practice: Client, sent: dict[str, Any], sentence: str
) -> None:
    page = practice.post(_page(make_request(world), "add/"), sent)

    assert page.status_code == 422
    assert sentence in words_of(page)
    assert form_of(page)["words"] == sent.get("words", "")
    assert_ids_resolve(page.content.decode())


def test_adding_to_an_answered_request_says_that_it_is_answered(
    world: World, practice: Client
) -> None:
    practice.post(NEW, filled_in(practice))
    case = AuthorizationRequest.objects.get()

    page = practice.post(_page(case, "add/"), {"words": "One more thing."})

    assert page.status_code == 409
    assert "approved" in words_of(page)
    assert form_of(page)["words"] == "One more thing."


def test_messages_go_both_ways_on_the_case(world: World, practice: Client, nurse: Actor) -> None:
    case = make_request(world)
    write_message(case.id, text="Which side is it?", by=nurse, at=clock.now())

    practice.post(_page(case, "message/"), {"text": "The left one."})

    words = _words(practice, case)
    assert "Which side is it?" in words
    assert "The left one." in words
    assert CaseMessage.objects.get(from_practice=True).author_name == "Paula Practice"


def test_an_empty_message_is_not_sent(world: World, practice: Client) -> None:
    page = practice.post(_page(make_request(world), "message/"), {"text": "  "})

    assert page.status_code == 422
    assert "Fill this in." in words_of(page)


def test_a_time_for_the_talk_is_chosen(world: World, practice: Client, nurse: Actor) -> None:
    case, now = make_request(world), clock.now()
    slots = [now + timedelta(hours=hours) for hours in (20, 40)]
    talk = offer_talk(case.id, slots=slots, by=nurse, at=now)

    words = _words(practice, case)
    answer = practice.post(_page(case, f"talk/{talk.id}/"), {"slot": slots[1].isoformat()})

    talk.refresh_from_db()
    assert "Our physician offers a talk" in words
    assert answer.status_code == 302
    assert (talk.state, talk.chosen_at) == (PeerToPeer.State.ACCEPTED, slots[1])


@pytest.mark.parametrize("slot", ["2026-01-01T00:00:00+00:00", "tomorrow", "2026-01-01T00:00:00"])
def test_a_time_that_was_not_offered_is_refused(
    world: World, practice: Client, nurse: Actor, slot: str
) -> None:
    case, now = make_request(world), clock.now()
    talk = offer_talk(case.id, slots=[now + timedelta(hours=20)], by=nurse, at=now)

    page = practice.post(_page(case, f"talk/{talk.id}/"), {"slot": slot})

    assert page.status_code == 409
    assert "That time is no longer on offer." in words_of(page)


def test_withdrawing_says_what_follows_and_then_does_it(world: World, practice: Client) -> None:
    case = make_request(world)

    asked = words_of(practice.get(_page(case, "withdraw/")))
    practice.post(_page(case, "withdraw/"), {"why": "Not needed any more."})
    again = practice.post(_page(case, "withdraw/"), {"why": "Twice."})

    case.refresh_from_db()
    assert "We stop working on it and decide nothing." in asked
    assert case.state == "withdrawn"
    assert again.status_code == 409


def test_the_list_filters_by_state_and_pages_without_doubles(
    world: World, practice: Client
) -> None:
    for number in range(27):
        make_request(
            world,
            received_at=RECEIVED_AT - timedelta(minutes=number // 2),
            service_from_on=RECEIVED_AT.date() + timedelta(days=number),
            files=() if number % 3 == 0 else (NOTE,),
            clinical_summary="",
        )
    seen: list[str] = []
    address = "/practice/requests/"
    while address:
        page = practice.get(address).context["list"]
        seen += [row.text for row in page.table.rows]
        address = page.pages.next_href

    assert len(seen) == len(set(seen)) == 27
    received = practice.get("/practice/requests/", {"state": "received"}).context["list"]
    assert len(received.table.rows) == 9
    assert practice.get("/practice/requests/", {"state": "nonsense"}).status_code == 200
    assert practice.get("/practice/requests/", {"after": "nonsense_x"}).status_code == 200


def test_the_first_page_shows_what_waits_for_us(
    world: World, practice: Client, nurse: Actor
) -> None:
    asked, talked, written = (
        make_request(world, service_from_on=RECEIVED_AT.date() + timedelta(days=days))
        for days in (10, 30, 50)
    )
    now = clock.now()
    ask_for_information(asked.id, missing=["Notes."], words="", by=nurse, at=now)
    offer_talk(talked.id, slots=[now + timedelta(hours=20)], by=nurse, at=now)
    write_message(written.id, text="Left or right?", by=nurse, at=now)

    page = practice.get("/practice/")

    assert [group.title for group in page.context["waiting"]] == [
        "We asked you for information",
        "Our physician offers a talk",
        "You have a message",
    ]
    assert_ids_resolve(page.content.decode())


def test_the_status_is_said_once_and_then_only_when_it_changes(
    world: World, practice: Client
) -> None:
    case = make_request(world)
    first = practice.get(_page(case, "status/"))
    tag = first.headers["ETag"]

    same = practice.get(_page(case, "status/"), headers={"If-None-Match": tag})
    practice.post(_page(case, "withdraw/"), {"why": ""})
    changed = practice.get(_page(case, "status/"), headers={"If-None-Match": tag})

    assert first.json()["words"] == "In review"
    assert (same.status_code, same.content) == (304, b"")
    assert changed.json()["state"] == "withdrawn"


def test_the_status_comes_as_a_part_of_the_page_too(world: World, practice: Client) -> None:
    case = make_request(world)

    part = practice.get(_page(case, "status/"), headers={"HX-Request": "true"})

    assert "A nurse has it now." in words_of(part)
    assert "<html" not in part.content.decode()


def test_a_paper_is_handed_out_as_a_download(world: World, practice: Client) -> None:
    practice.post(NEW, filled_in(practice, "72148", papers=note()))
    case, document = AuthorizationRequest.objects.get(), Document.objects.get()

    answer = practice.get(_page(case, f"papers/{document.id}/"))

    assert answer.content.startswith(b"Six weeks")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert practice.get(_page(case, f"papers/{uuid4()}/")).status_code == 404


def test_a_denial_shows_its_reason_criteria_and_signer(world: World, practice: Client) -> None:
    case = make_denied(world)

    words = _words(practice, case)

    assert "A physician denied this request." in words
    assert CLINICAL_REASON in words
    assert "MRI of the low back, edition 2026-1" in words
    assert "Phil Physician" in words
