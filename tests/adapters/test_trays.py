"""What every tray promises, whatever receives for us: the same tests for the real and the simulated
one."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from openmso.adapters.incoming.folder import ASIDE, IncomingFolder
from openmso.adapters.incoming.simulator import IncomingSimulator
from openmso.office.documents.inspection import MAXIMUM_BYTES
from openmso.office.mail_room.interfaces import TrayFailed

pytestmark = pytest.mark.requirement("IMP-09", "IMP-20")

AT = datetime(2026, 11, 20, 17, 45, tzinfo=UTC)
LATER = datetime(2100, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FAX = b"%PDF-1.7 a fax"

Maker = Callable[[Path], Any]
EVERY_TRAY = pytest.mark.parametrize("make", [IncomingFolder, IncomingSimulator])


def arrive(folder: Path, name: str = "fax7.pdf", content: bytes = FAX, **ticket: object) -> None:
    """As a fax server does: the ticket first, if it writes one."""
    if ticket:
        (folder / f"{name}.json").write_text(json.dumps(ticket))
    (folder / name).write_bytes(content)


@EVERY_TRAY
def test_a_piece_comes_with_what_its_ticket_says(make: Maker, tmp_path: Path) -> None:
    arrive(tmp_path, received_at="2026-11-20T09:45:00-08:00", **{"from": "213-555-0119"}, pages=3)

    (piece,) = make(tmp_path).waiting(before=LONG_AGO)

    assert (piece.key, piece.content, piece.size) == ("fax7.pdf", FAX, len(FAX))
    assert (piece.received_at, piece.sender, piece.pages_said) == (AT, "213-555-0119", 3)


@EVERY_TRAY
def test_without_a_ticket_the_time_of_writing_counts(make: Maker, tmp_path: Path) -> None:
    arrive(tmp_path)
    os.utime(tmp_path / "fax7.pdf", (AT.timestamp(), AT.timestamp()))

    (piece,) = make(tmp_path).waiting(before=LATER)

    assert (piece.received_at, piece.sender, piece.pages_said) == (AT, "", None)


@EVERY_TRAY
def test_what_is_still_being_written_is_left_for_later(make: Maker, tmp_path: Path) -> None:
    arrive(tmp_path)
    for half in (".fax8.pdf", "fax9.pdf.part", "fax10.tmp"):
        (tmp_path / half).write_bytes(b"%PDF")

    assert list(make(tmp_path).waiting(before=LONG_AGO)) == []
    assert [piece.key for piece in make(tmp_path).waiting(before=LATER)] == ["fax7.pdf"]


@EVERY_TRAY
@pytest.mark.parametrize(
    "ticket",
    [
        b"not json",
        b"[1, 2]",
        b'{"received_at": "soon", "pages": -3, "from": null}',
        b'{"received_at": "2026-11-20T09:45:00", "pages": true}',
        b'{"received_at": 7, "pages": 99999999999, "from": ["x"]}',
        b"[" * 20_000,
    ],
)
def test_a_ticket_that_is_none_is_not_believed(make: Maker, tmp_path: Path, ticket: bytes) -> None:
    arrive(tmp_path)
    (tmp_path / "fax7.pdf.json").write_bytes(ticket)
    os.utime(tmp_path / "fax7.pdf", (AT.timestamp(), AT.timestamp()))

    (piece,) = make(tmp_path).waiting(before=LATER)

    assert (piece.received_at, piece.pages_said) == (AT, None)


@EVERY_TRAY
def test_a_cleared_piece_is_gone_and_one_set_aside_is_kept(make: Maker, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        arrive(tmp_path, name, pages=1)
    tray = make(tmp_path)

    for _ in range(2):
        tray.clear("one.pdf")
        tray.set_aside("two.pdf")

    assert list(tray.waiting(before=LATER)) == []
    assert sorted(place.name for place in (tmp_path / ASIDE).iterdir()) == [
        "two.pdf",
        "two.pdf.json",
    ]


@EVERY_TRAY
def test_a_key_never_leads_out_of_the_tray(make: Maker, tmp_path: Path) -> None:
    for key in ("../elsewhere", "/etc/passwd", "..", ""):
        with pytest.raises(ValueError, match="not the key"):
            make(tmp_path).clear(key)


@EVERY_TRAY
def test_links_folders_and_devices_are_not_followed(make: Maker, tmp_path: Path) -> None:
    secret, tray = tmp_path / "secret.txt", tmp_path / "tray"
    secret.write_text("not ours")
    tray.mkdir()
    (tray / "link.pdf").symlink_to(secret)
    (tray / "folder.pdf").mkdir()
    os.mkfifo(tray / "pipe.pdf")

    assert list(make(tray).waiting(before=LATER)) == []


@EVERY_TRAY
def test_a_file_of_60_mb_is_named_and_not_read(make: Maker, tmp_path: Path) -> None:
    with (tmp_path / "scan.pdf").open("wb") as scan:
        scan.truncate(MAXIMUM_BYTES + 10 * 1024 * 1024)

    (piece,) = make(tmp_path).waiting(before=LATER)

    assert piece.content is None
    assert piece.size > MAXIMUM_BYTES


@EVERY_TRAY
def test_names_no_page_can_show_are_made_readable(make: Maker, tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/f\xff\n\x01.txt", os.O_CREAT | os.O_WRONLY))

    (piece,) = make(tmp_path).waiting(before=LATER)

    assert piece.title.isprintable()
    make(tmp_path).clear(piece.key)
    assert list(make(tmp_path).waiting(before=LATER)) == []


@EVERY_TRAY
def test_the_oldest_comes_first(make: Maker, tmp_path: Path) -> None:
    for name, hours in (("b", 1), ("a", 2), ("c", 3)):
        arrive(tmp_path, name, b"x")
        moment = (AT - timedelta(hours=hours)).timestamp()
        os.utime(tmp_path / name, (moment, moment))

    assert [piece.key for piece in make(tmp_path).waiting(before=LATER)] == ["c", "a", "b"]


@EVERY_TRAY
def test_a_folder_that_is_not_there_yet_holds_nothing(make: Maker, tmp_path: Path) -> None:
    assert list(make(tmp_path / "nobody-wrote-yet").waiting(before=LATER)) == []


@EVERY_TRAY
def test_a_folder_that_cannot_be_read_is_a_failure_to_try_again(
    make: Maker, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("a file stands where the folder should be")

    with pytest.raises(TrayFailed, match="cannot be read"):
        list(make(in_the_way).waiting(before=LATER))


def test_a_simulated_machine_leaves_whole_pieces_and_can_be_told_to_fail(tmp_path: Path) -> None:
    machine = IncomingSimulator(tmp_path)
    machine.arrive("fax7.pdf", FAX, at=AT, sender="213-555-0119", pages=1)
    machine.mood.refuse("The line is dead.")

    with pytest.raises(TrayFailed, match="dead"):
        list(machine.waiting(before=LONG_AGO))
    machine.mood.take()

    assert [piece.received_at for piece in machine.waiting(before=LONG_AGO)] == [AT]
