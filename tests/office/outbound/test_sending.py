"""A finished letter leaves by every way its receiver wants, once, with a proof."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from openmso.office.disclosures.models import Disclosure
from openmso.office.documents.store import FileLost
from openmso.office.outbound.actions.send_letter import send_letter
from openmso.office.outbound.interfaces import CarrierFailed
from openmso.office.outbound.models import Dispatch
from openmso.office.outbound.piece import CaseOfLetter

from .posting import AT, PostRoom, events_of, post_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PostRoom]:
    with post_room(tmp_path) as office:
        yield office


def test_a_member_with_an_account_gets_paper_and_a_copy_on_the_screen(room: PostRoom) -> None:
    room.book.address = replace(room.book.address, portal=True)

    mail, portal = room.give()

    assert (mail.way, mail.state, mail.counts_as_notice) == ("mail", "waiting", True)
    assert (portal.way, portal.state, portal.counts_as_notice) == ("portal", "sent", False)
    assert portal.proof == "published in the portal"
    assert "letter.published" in events_of(portal)
    assert "letter.sent" not in events_of(portal)


def test_a_practice_has_been_told_when_its_portal_shows_the_letter(room: PostRoom) -> None:
    room.book.address = replace(room.book.address, portal=True, fax="")

    (portal,) = room.give("practice")

    assert "letter.sent" in events_of(portal)


def test_what_was_handed_over_carries_its_proof(room: PostRoom) -> None:
    (mail,) = room.give()

    room.run_job(mail)

    mail.refresh_from_db()
    assert (mail.state, mail.sent_at) == ("sent", AT)
    assert mail.proof.startswith("mail house (simulated), mailing MH-")
    assert events_of(mail)[-1] == "letter.sent"


@pytest.mark.requirement("IMP-05")
def test_everything_that_left_stands_in_the_one_ledger_of_disclosures(room: PostRoom) -> None:
    room.book.address = replace(room.book.address, portal=True)

    fax, portal = room.give("practice")
    room.run_job(fax)

    told = Disclosure.objects.filter(case_id=fax.case_id).order_by("way")
    assert [(one.way, one.what, one.receiver_kind) for one in told] == [
        ("fax", "denial", "practice"),
        ("portal", "denial", "practice"),
    ]
    assert {one.about_member_id for one in told} == {portal.about_member_id}


def test_a_job_that_runs_twice_sends_once(room: PostRoom) -> None:
    (mail,) = room.give()

    room.run_job(mail)
    room.run_job(mail)

    assert len(room.mail.exchange.tickets()) == 1
    assert events_of(mail).count("letter.sent") == 1
    assert Disclosure.objects.filter(case_id=mail.case_id).count() == 1


def test_the_same_letter_given_twice_is_ordered_once(room: PostRoom) -> None:
    letter = room.letter("member", uuid4())
    case = CaseOfLetter("prior_auth", uuid4(), room.tenant_id)
    for _ in range(2):
        send_letter(case, letter, by=room.by, at=AT)

    assert Dispatch.objects.filter(letter_id=letter.letter_id).count() == 1


def test_a_refusal_is_written_down_and_raised_so_that_it_is_tried_again(room: PostRoom) -> None:
    (fax,) = room.give("practice")
    room.fax.mood.refuse("The line is busy.")

    with pytest.raises(CarrierFailed):
        room.run_job(fax)

    fax.refresh_from_db()
    assert (fax.state, fax.problem) == ("failed", "The line is busy.")

    room.fax.mood.take()
    room.run_job(fax)

    fax.refresh_from_db()
    assert (fax.state, fax.problem) == ("sent", "")


def test_a_letter_whose_file_is_gone_is_never_sent_empty(room: PostRoom) -> None:
    (mail,) = room.give()
    Dispatch.objects.filter(id=mail.id).update(content_sha256="0" * 64)

    with pytest.raises(FileLost):
        room.run_job(mail)

    assert room.mail.exchange.tickets() == []


@pytest.mark.requirement("IMP-06")
def test_a_receiver_who_moved_after_the_order_still_gets_this_letter_at_the_printed_address(
    room: PostRoom,
) -> None:
    (mail,) = room.give()
    room.book.address = replace(room.book.address, name="Somebody Else", lines=("9 Other Road",))

    room.run_job(mail)

    (ticket,) = room.mail.exchange.tickets()
    assert ticket["to"] == ["Rosa Delgadillo", "118 Example Street", "Los Angeles, CA 90000"]


@pytest.mark.requirement("S000-56", "IMP-06")
def test_braille_is_an_order_to_the_mail_house(room: PostRoom) -> None:
    room.book.address = replace(room.book.address, letter_format="braille")
    (mail,) = room.give()

    room.run_job(mail)

    (ticket,) = room.mail.exchange.tickets()
    assert ticket["order"] == "braille, then mail"
