"""What every messenger promises, whatever stands behind it: the same tests for all of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail

from openmso.adapters.pager.email import PageMail
from openmso.adapters.pager.folder import PagerFolder
from openmso.adapters.pager.simulator import PagerSimulator
from openmso.office.on_call.interfaces import Messenger, MessengerFailed

AT = datetime(2026, 11, 23, 10, 8, tzinfo=UTC)
TEXT = "Nurse on call: PS-261123-7KQ4MX. https://office.example/p/K7QF2MRT/"
KEY = "b0b5f4a4-6f0c-4f83-a2b8-1d6ef0d1a001"

Maker = Callable[[Path], Any]
EVERY_MESSENGER = pytest.mark.parametrize("make", [PagerFolder, PagerSimulator, PageMail])


def send(messenger: Messenger, key: str = KEY, *, to: str = "213-555-0142") -> str:
    return messenger.send(key=key, to=to, text=TEXT, at=AT)


@EVERY_MESSENGER
def test_a_text_arrives_whole_with_its_ticket(make: Maker, tmp_path: Path) -> None:
    messenger = make(tmp_path)

    proof = send(messenger)

    ticket = messenger.exchange.ticket_of(KEY)
    assert (tmp_path / str(ticket["file"])).read_text() == TEXT
    assert ticket["asked_at"] == AT.isoformat()
    assert 0 < len(proof) <= 120


@EVERY_MESSENGER
def test_one_key_is_one_text_and_one_proof(make: Maker, tmp_path: Path) -> None:
    proofs = {send(make(tmp_path)), send(make(tmp_path)), send(make(tmp_path), to="somebody else")}

    assert len(proofs) == 1
    assert len(make(tmp_path).exchange.tickets()) == 1
    assert len(mail.outbox) == (1 if make is PageMail else 0)


@pytest.mark.parametrize("make", [PagerFolder, PagerSimulator])
def test_a_key_that_many_send_at_once_is_one_text(make: Maker, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        proofs = list(workers.map(lambda _: send(make(tmp_path)), range(24)))

    assert len(set(proofs)) == 1
    assert len(make(tmp_path).exchange.tickets()) == 1


@EVERY_MESSENGER
def test_different_keys_are_different_texts(make: Maker, tmp_path: Path) -> None:
    assert send(make(tmp_path), "one") != send(make(tmp_path), "two")


@EVERY_MESSENGER
def test_a_person_without_an_address_is_refused_with_a_sentence(
    make: Maker, tmp_path: Path
) -> None:
    with pytest.raises(MessengerFailed, match="There is no"):
        send(make(tmp_path), to="")


@EVERY_MESSENGER
def test_a_folder_that_cannot_be_written_is_a_failure_to_try_again(
    make: Maker, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("a file stands where the folder should be")

    with pytest.raises(MessengerFailed):
        send(make(in_the_way))


@EVERY_MESSENGER
def test_nothing_is_known_of_the_arrival_of_what_was_never_sent(
    make: Maker, tmp_path: Path
) -> None:
    assert make(tmp_path).delivered_at(KEY) is None


def test_the_gateway_s_note_says_when_a_text_arrived(tmp_path: Path) -> None:
    pager = PagerFolder(tmp_path)
    send(pager)
    assert pager.delivered_at(KEY) is None

    note = tmp_path / f"{KEY}.delivered"
    note.write_text("2026-11-23T02:08:30-08:00\n")

    assert pager.delivered_at(KEY) == AT.replace(second=30)
    for nonsense in ("soon", "2026-11-23T02:08:30", ""):
        note.write_text(nonsense)
        assert pager.delivered_at(KEY) is None


def test_the_simulated_device_confirms_at_once_unless_told_not_to(tmp_path: Path) -> None:
    pager = PagerSimulator(tmp_path)

    send(pager, "one")
    pager.confirms = False
    send(pager, "two")

    assert (pager.delivered_at("one"), pager.delivered_at("two")) == (AT, None)


def test_a_simulated_gateway_can_be_told_to_refuse(tmp_path: Path) -> None:
    PagerSimulator(tmp_path).mood.refuse("No signal.")

    with pytest.raises(MessengerFailed, match="No signal"):
        send(PagerSimulator(tmp_path))
    PagerSimulator(tmp_path).mood.take()

    assert send(PagerSimulator(tmp_path))


def test_a_mail_server_that_does_not_answer_is_a_failure_to_try_again(tmp_path: Path) -> None:
    with (
        patch("django.core.mail.EmailMessage.send", side_effect=ConnectionRefusedError),
        pytest.raises(MessengerFailed, match="mail server did not take it"),
    ):
        send(PageMail(tmp_path), to="nurse@office.example")

    assert send(PageMail(tmp_path), to="nurse@office.example")
    assert len(mail.outbox) == 1
