"""The mail desk: a list of what waits, one paper, and every outcome it can have."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.access import signed_in
from factories.keyed_form import FAXED_AT, KEYED_AT, keyed
from factories.mail_room import make_paper
from factories.papers import pdf_of
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import files_of
from openmso.office.timeline.deadlines import of_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-09")]
MAIL = "/staff/mail/"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(KEYED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.INTAKE, world.tenant)


@pytest.fixture
def fax(world: World) -> ArrivedPaper:
    return make_paper(world.tenant, received_at=FAXED_AT, pages_said=2)


def page(name: str, paper: ArrivedPaper, **more: Any) -> str:
    return reverse(f"staff:{name}", args=[paper.id, *more.values()])


SIGN_IN = 1


def queries_of(desk: Client, address: str) -> int:
    """Count the statements of a page beside the sign-in's own."""
    desk.get(address)
    with CaptureQueriesContext(connection) as seen:
        desk.get(address)
    return len(seen.captured_queries) - SIGN_IN


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_shows_what_waits_and_what_was_dealt_with(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    twin = make_paper(world.tenant, pdf_of("same"), sender="213-555-0144")
    make_paper(world.tenant, pdf_of("same"))
    desk.post(page("mail_hand_on", twin), {"desk": "appeals"})

    waiting, done = text_of(desk.get(MAIL)), text_of(desk.get(f"{MAIL}?show=done"))

    assert "Waiting (2)" in waiting
    assert fax.number in waiting
    assert f"The very same file came before as {twin.number}" in waiting
    assert "Appeals and grievances." in done
    assert fax.number not in done


def test_one_paper_shows_its_times_pages_files_and_history(desk: Client, fax: ArrivedPaper) -> None:
    text = text_of(desk.get(page("mail_paper", fax)))

    for part in ("11/20/2026 9:45 AM PST", "213-555-0119", "2 pages", "Paper arrived"):
        assert part in text


def test_a_file_leaves_as_a_download_and_who_opened_it_is_recorded(
    desk: Client, fax: ArrivedPaper
) -> None:
    (document,) = files_of(fax)

    answer = desk.get(page("mail_file", fax, file=document.id))

    assert answer["Content-Disposition"].startswith("attachment")
    assert "File opened" in text_of(desk.get(page("mail_paper", fax)))


def test_a_file_that_waits_for_the_scanner_cannot_be_opened(
    desk: Client, fax: ArrivedPaper
) -> None:
    Document.objects.filter(case_id=fax.id).update(scan=Document.Scan.WAITING)
    (document,) = files_of(fax)

    assert desk.get(page("mail_file", fax, file=document.id)).status_code == 404
    assert "cannot be opened yet" in text_of(desk.get(page("mail_paper", fax)))


def test_a_paper_is_keyed_with_its_time_filled_in_and_its_file_attached(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    form = text_of(desk.get(f"/staff/key-in/?paper={fax.id}"))
    answer = desk.post("/staff/key-in/", keyed(world, paper=str(fax.id), channel="phone"))

    case = AuthorizationRequest.objects.get(tenant=world.tenant)
    fax.refresh_from_db()
    assert 'value="11/20/2026"' in form
    assert 'value="9:45 AM"' in form
    assert fax.number in form
    assert answer["Location"] == reverse("staff:keyed", args=[case.id])
    assert (case.channel, case.received_at) == ("fax", FAXED_AT)
    assert [one.title for one in documents_of(world.tenant.id, case.id)] == [fax.title]
    assert of_case(world.tenant.id, case.id)[0].started_at == FAXED_AT
    assert (fax.state, fax.case_number_of) == ("new_request", case.number)


def test_a_time_typed_later_than_the_fax_came_does_not_start_the_clock_later(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    desk.post("/staff/key-in/", keyed(world, paper=str(fax.id), received_time="2:00 PM"))

    assert AuthorizationRequest.objects.get(tenant=world.tenant).received_at == FAXED_AT


def test_a_double_click_makes_one_case_of_a_paper_and_a_second_form_is_told(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    first = desk.post("/staff/key-in/", keyed(world, paper=str(fax.id)))
    again = desk.post("/staff/key-in/", keyed(world, paper=str(fax.id)))
    other = keyed(world, paper=str(fax.id)) | {"client_key": "another-form-" + "x" * 12}
    second = desk.post("/staff/key-in/", other)

    assert first["Location"] == again["Location"]
    assert second.status_code == 409
    assert "has dealt with" in text_of(second)
    assert AuthorizationRequest.objects.filter(tenant=world.tenant).count() == 1


def test_a_paper_is_put_on_a_case_that_was_found_by_the_member_s_number(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    case = make_request(world)

    found = text_of(desk.post(page("mail_to_case", fax), {"about": world.member.number_in_office}))
    answer = desk.post(page("mail_to_case", fax), {"case": str(case.id)})

    assert case.number in found
    assert world.member.family_name in found
    assert answer["Location"] == MAIL
    assert len(documents_of(world.tenant.id, case.id)) == 2
    assert case.number in text_of(desk.get(page("mail_paper", fax)))


def test_a_number_nobody_has_gets_a_sentence_beside_its_field(
    world: World, desk: Client, fax: ArrivedPaper
) -> None:
    answer = desk.post(page("mail_to_case", fax), {"about": "PA-000000-XXXXXX"})

    assert answer.status_code == 422
    assert "No open case has this number" in text_of(answer)
    assert desk.post(page("mail_to_case", fax), {"case": "nonsense"}).status_code == 404


def test_a_paper_is_rejected_and_put_back(desk: Client, fax: ArrivedPaper) -> None:
    empty = desk.post(page("mail_reject", fax), {"words": "Kept"})
    contradicted = desk.post(page("mail_reject", fax), {"reason": "twice", "told": "fax"})
    desk.post(page("mail_reject", fax), {"reason": "not_ours", "told": "fax"})
    rejected = text_of(desk.get(page("mail_paper", fax)))
    desk.post(page("mail_back", fax), {"why": "It is ours after all."})

    fax.refresh_from_db()
    assert (empty.status_code, contradicted.status_code) == (422, 409)
    assert "Kept" in text_of(empty)
    assert "This is meant for somebody else." in rejected
    assert fax.is_waiting
    assert "It is ours after all." in text_of(desk.get(page("mail_paper", fax)))


def test_whoever_comes_second_is_told_what_became_of_it(desk: Client, fax: ArrivedPaper) -> None:
    desk.post(page("mail_hand_on", fax), {"desk": "claims"})

    answer = desk.post(page("mail_hand_on", fax), {"desk": "appeals"}, follow=True)

    assert "has dealt with" in text_of(answer)


def test_the_pages_stay_within_their_queries(world: World, desk: Client, fax: ArrivedPaper) -> None:
    for _ in range(6):
        make_paper(world.tenant)

    assert queries_of(desk, MAIL) <= 4
    assert queries_of(desk, page("mail_paper", fax)) <= 8
