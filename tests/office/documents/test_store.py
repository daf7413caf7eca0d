"""Stored files are locked: nothing of them can be read on the disk, and nothing is lost with it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openmso.office.documents import store
from openmso.office.documents.locked_file import HEADER_BYTES
from openmso.office.documents.relocking import relock_all, unknown_key
from openmso.office.documents.store import FileLocked, FileLost, keep, read
from openmso.office.keys.file_keys import current_file_key, make_file_key
from openmso.office.keys.folder import KeyMissing
from openmso.office.keys.ready import make_missing_keys, what_keys_lack

NOTE = b"Canary Delgadillo, six weeks of therapy."


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, settings: Any) -> Iterator[Path]:
    settings.DATA_DIR, settings.KEY_DIR = tmp_path / "files", tmp_path / "keys"
    make_missing_keys()
    return tmp_path


def on_the_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def place_of(folder: Path, digest: str) -> Path:
    (place,) = (folder / "files").rglob(digest)
    return place


def put_down_plain(folder: Path, content: bytes = NOTE) -> str:
    """Leave a file as versions before the lock did."""
    digest = keep(content)
    place_of(folder, digest).write_bytes(content)
    return digest


@pytest.mark.requirement("S000-55", "S001-50")
def test_nothing_of_a_file_can_be_read_on_the_disk(installation: Path) -> None:
    digest = keep(NOTE)

    assert b"Canary" not in on_the_disk(installation / "files")
    assert read(digest) == NOTE


@pytest.mark.parametrize("content", [b"x", b"\x00OMSO\x00\x01\n" * 9, os.urandom(3_000_000)])
def test_a_file_comes_back_as_it_was(content: bytes) -> None:
    assert read(keep(content)) == content


def test_the_same_file_twice_is_one_file(installation: Path) -> None:
    assert keep(NOTE) == keep(NOTE)
    assert len(list(store.stored_files())) == 1


def test_two_offices_with_the_same_file_and_other_keys_store_other_bytes(
    installation: Path, settings: Any
) -> None:
    first = place_of(installation, keep(NOTE)).read_bytes()
    settings.DATA_DIR, settings.KEY_DIR = installation / "b" / "files", installation / "b" / "keys"
    make_missing_keys()

    second = place_of(installation / "b", keep(NOTE)).read_bytes()

    assert first[HEADER_BYTES:] != second[HEADER_BYTES:]


def test_a_plain_file_of_an_earlier_version_is_still_read(installation: Path) -> None:
    assert read(put_down_plain(installation)) == NOTE


def test_with_a_wrong_key_a_sentence_says_so_and_nothing_is_lost(
    installation: Path, settings: Any
) -> None:
    digest = keep(NOTE)
    lost = current_file_key()
    settings.KEY_DIR = installation / "other keys"
    make_missing_keys()

    with pytest.raises(FileLocked, match="put the key back"):
        read(digest)
    assert unknown_key() == lost.id.hex()
    assert [so_far.problems for so_far in relock_all()] == [1]

    settings.KEY_DIR = installation / "keys"
    assert read(digest) == NOTE


def test_the_same_file_arriving_again_heals_one_whose_key_is_lost(
    installation: Path, settings: Any
) -> None:
    keep(NOTE)
    settings.KEY_DIR = installation / "other keys"
    make_missing_keys()

    assert read(keep(NOTE)) == NOTE


def test_without_any_key_no_file_is_taken_and_none_is_stored_plain(
    installation: Path, settings: Any
) -> None:
    settings.KEY_DIR = installation / "nowhere"

    with pytest.raises(KeyMissing, match="openmso keys make"):
        keep(NOTE)

    assert list(store.stored_files()) == []
    assert "is not there" in what_keys_lack()


@pytest.mark.parametrize("place", [0, 3, 9, 20, HEADER_BYTES, -1])
def test_a_file_changed_by_a_bit_is_not_handed_out(installation: Path, place: int) -> None:
    digest = keep(NOTE)
    file = place_of(installation, digest)
    changed = bytearray(file.read_bytes())
    changed[place] ^= 1
    file.write_bytes(changed)

    with pytest.raises(FileLost):
        read(digest)


def test_two_files_that_changed_places_are_not_handed_out(installation: Path) -> None:
    one, other = place_of(installation, keep(NOTE)), place_of(installation, keep(b"another"))
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)

    for digest in (one.name, other.name):
        with pytest.raises(FileLost):
            read(digest)


def test_plain_files_and_files_under_an_older_key_are_locked_anew(installation: Path) -> None:
    plain, older = put_down_plain(installation), keep(b"under the first key")
    key = make_file_key()
    newer = keep(b"under the second key")

    *_, counts = relock_all()

    assert (counts.relocked, counts.fitting, counts.problems) == (2, 1, 0)
    assert {key_id for _, key_id in store.stored_files()} == {key.id}
    assert [read(one) for one in (plain, older, newer)] == [
        NOTE,
        b"under the first key",
        b"under the second key",
    ]
    assert b"Canary" not in on_the_disk(installation / "files")


def test_locking_anew_can_be_stopped_anywhere(installation: Path) -> None:
    digests = [keep(f"note {n}".encode()) for n in range(6)]
    make_file_key()
    rounds = relock_all()
    next(rounds)
    next(rounds)
    rounds.close()

    assert [read(digest) for digest in digests] == [f"note {n}".encode() for n in range(6)]
    *_, counts = relock_all()
    assert (counts.relocked, counts.fitting) == (4, 2)


def test_a_file_that_was_half_written_is_no_file(installation: Path) -> None:
    place = place_of(installation, keep(NOTE))
    (place.parent / ".part-xyz").write_bytes(b"half")

    assert len(list(store.stored_files())) == 1


def test_opening_a_locked_file_costs_little(installation: Path) -> None:
    digest = keep(os.urandom(5_000_000))
    read(digest)

    began = time.process_time()
    for _ in range(10):
        read(digest)

    assert (time.process_time() - began) / 10 < 0.1
