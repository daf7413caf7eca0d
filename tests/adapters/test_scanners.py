"""What every virus scanner promises: the same tests for ClamAV and for the simulated one.

ClamAV's side is a small daemon of ours that speaks its protocol; with OPENMSO_TEST_CLAMD set to the
address of a real one, that one is asked as well.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.clamd_of_the_tests import Clamd, clamd
from openmso.adapters.virus_scan.clamav import ClamAv
from openmso.adapters.virus_scan.simulator import EICAR, ScannerSimulator
from openmso.office.documents.scanning import CannotScan, Scanner, ScannerDown

REAL = os.environ.get("OPENMSO_TEST_CLAMD", "")


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Clamd]:
    with clamd(tmp_path) as running:
        yield running


@pytest.fixture(params=["clamav", "simulator", *(["real clamav"] if REAL else [])])
def scanner(request: pytest.FixtureRequest) -> Scanner:
    if request.param == "simulator":
        return ScannerSimulator()
    if request.param == "real clamav":
        return ClamAv(REAL)
    daemon: Clamd = request.getfixturevalue("daemon")
    return ClamAv(daemon.address)


@pytest.mark.parametrize("content", [b"Six weeks of therapy.", b"\0" * 300_000, b"x"])
def test_nothing_is_found_in_a_harmless_file(scanner: Scanner, content: bytes) -> None:
    assert scanner.scan(content) == ""


def test_the_test_virus_is_found_and_named(scanner: Scanner) -> None:
    assert "eicar" in scanner.scan(EICAR).lower()


def test_every_file_is_judged_by_itself(scanner: Scanner) -> None:
    assert [bool(scanner.scan(one)) for one in (EICAR, b"harmless", EICAR)] == [True, False, True]


def test_the_whole_file_reaches_the_daemon(daemon: Clamd) -> None:
    content = os.urandom(1_000_001)

    ClamAv(daemon.address).scan(content)

    assert daemon.received == content


def test_a_daemon_that_is_not_there_is_down(tmp_path: Path) -> None:
    with pytest.raises(ScannerDown, match="does not answer"):
        ClamAv(f"unix:{tmp_path / 'nobody.ctl'}").scan(b"a file")
    with pytest.raises(ScannerDown, match="does not answer"):
        ClamAv("tcp:127.0.0.1:1").scan(b"a file")


def test_a_daemon_that_says_nothing_is_waited_for_no_longer_than_agreed(daemon: Clamd) -> None:
    daemon.answer = None
    began = time.monotonic()

    with pytest.raises(ScannerDown):
        ClamAv(daemon.address, longest_seconds=0.3).scan(b"a file")

    assert time.monotonic() - began < 5


@pytest.mark.parametrize("answer", ["COMMAND READ TIMED OUT", "stream: lost ERROR", "?" * 9000])
def test_an_answer_that_is_no_verdict_is_never_taken_for_clean(daemon: Clamd, answer: str) -> None:
    daemon.answer = answer

    with pytest.raises(ScannerDown):
        ClamAv(daemon.address).scan(b"a file")


def test_a_file_over_the_daemon_s_limit_cannot_be_scanned(daemon: Clamd) -> None:
    daemon.largest = 100_000

    with pytest.raises((CannotScan, ScannerDown)):
        ClamAv(daemon.address).scan(bytes(3_000_000))
    with pytest.raises(CannotScan, match="StreamMaxLength"):
        ClamAv(daemon.address).scan(bytes(100_001))


@pytest.mark.parametrize("address", ["", "clamd", "unix:relative", "tcp:host", "tcp::3310"])
def test_an_address_of_another_form_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not the address of a scanner"):
        ClamAv(address)


def test_a_simulated_scanner_can_be_told_not_to_answer() -> None:
    scanner = ScannerSimulator()
    scanner.is_down = True

    with pytest.raises(ScannerDown):
        scanner.scan(b"a file")
