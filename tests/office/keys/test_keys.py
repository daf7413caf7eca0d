"""The installation's keys: made once, never replaced by themselves, missed with a sentence."""

from pathlib import Path
from typing import Any

import pytest

from openmso.office.keys.folder import KeyMissing, make_key_file, read_key_file
from openmso.office.keys.ready import make_missing_keys, what_keys_lack
from openmso.office.keys.signing import PublicKey, public_keys, signing_key


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.KEY_DIR = tmp_path / "keys"
    return tmp_path / "keys"


def test_missing_keys_are_made_once_and_kept(folder: Path) -> None:
    made = make_missing_keys()
    files = {file.name: file.read_bytes() for file in folder.iterdir()}

    assert made
    assert make_missing_keys() == []
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == files


def test_only_the_owner_can_read_a_key(folder: Path) -> None:
    make_missing_keys()

    assert folder.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


def test_a_key_file_is_never_replaced() -> None:
    make_key_file("one.key", b"first")

    with pytest.raises(FileExistsError):
        make_key_file("one.key", b"second")

    assert read_key_file("one.key") == b"first"


def test_a_missing_key_is_named_with_what_to_do() -> None:
    assert "is not there" in what_keys_lack()
    assert "openmso keys make" in what_keys_lack()

    make_missing_keys()

    assert what_keys_lack() == ""


def test_a_broken_key_is_named_and_not_replaced(folder: Path) -> None:
    make_missing_keys()
    (folder / "seal.key").write_bytes(b"not a key")

    assert "seal.key" in what_keys_lack()
    with pytest.raises(KeyMissing):
        make_missing_keys()
    assert (folder / "seal.key").read_bytes() == b"not a key"


def test_a_signature_is_of_one_message_and_one_key() -> None:
    make_missing_keys()
    key = signing_key()
    signature = key.sign(b"a message")

    assert key.public.has_signed(b"a message", signature)
    assert not key.public.has_signed(b"another", signature)
    assert not key.public.has_signed(b"a message", "no hex")
    assert PublicKey.from_pem(key.public.pem()).id == key.public.id


def test_a_replaced_key_s_public_half_still_checks(folder: Path) -> None:
    make_missing_keys()
    before = signing_key()
    (folder / "seal.key").rename(folder / "old-seal.key")
    make_missing_keys()

    known = public_keys()

    assert known.keys() == {before.public.id, signing_key().public.id}
    assert known[before.public.id].has_signed(b"old", before.sign(b"old"))
