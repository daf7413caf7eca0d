"""The worker is killed at any line of the sender: the letter leaves, is shown once, and never goes
to another person. (Row D11 of the reliability plan.)"""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.db import transaction

from openmso.adapters import exchange_folder
from openmso.office.disclosures.models import Disclosure
from openmso.office.outbound import jobs
from openmso.office.outbound.actions import dispatch as dispatch_actions
from openmso.office.outbound.models import Dispatch

from .posting import PostRoom, events_of, post_room

pytestmark = pytest.mark.django_db
SENDER = {str(module.__file__) for module in (jobs, dispatch_actions, exchange_folder)}


class Killed(BaseException):
    """The process died here."""


class KillAt:
    """Raises Killed before the n-th line of the sender's own files; `lines` counts them."""

    def __init__(self, n: int) -> None:
        self.n, self.lines = n, 0

    def __enter__(self) -> "KillAt":
        self._before = sys.gettrace()
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def _call(self, frame: FrameType, _event: str, _value: Any) -> Any:
        return self._line if frame.f_code.co_filename in SENDER else None

    def _line(self, frame: FrameType, event: str, _value: Any) -> Any:
        if event == "line":
            self.lines += 1
            if self.lines == self.n:
                sys.settrace(None)
                raise Killed(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        return self._line


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PostRoom]:
    with post_room(tmp_path) as office:
        yield office


def test_a_sender_killed_at_any_line_sends_at_least_once_and_shows_it_once(room: PostRoom) -> None:
    (first,) = room.give()
    room.run_job(first)  # writes the texts of its queries, which later runs only fill in
    (counted,) = room.give()
    with KillAt(0) as whole_run:
        room.run_job(counted)
    assert whole_run.lines > 40

    for line in range(1, whole_run.lines + 1):
        (mail,) = room.give()
        with transaction.atomic(), pytest.raises(Killed):
            next(_run_until_killed(room, mail, line))
        shown = Dispatch.objects.get(id=mail.id)
        ticket = room.mail.exchange.ticket_of(str(mail.id))
        assert shown.state != Dispatch.State.SENT or ticket is not None, f"line {line}"

        room.run_job(mail)

        _is_sent_once(room, mail, line)


def _run_until_killed(room: PostRoom, mail: Dispatch, line: int) -> Iterator[None]:
    """Run the job and die in it. A generator: what Python was handling dies with its frame, also
    when the kill falls between an `except` and its end."""
    with KillAt(line):
        room.run_job(mail)
    yield


def _is_sent_once(room: PostRoom, mail: Dispatch, line: int) -> None:
    mail.refresh_from_db()
    ticket = room.mail.exchange.ticket_of(str(mail.id))
    assert mail.state == Dispatch.State.SENT, f"line {line}"
    assert ticket is not None
    assert ticket["to"] == ["Rosa Delgadillo", "118 Example Street", "Los Angeles, CA 90000"]
    assert events_of(mail).count("letter.sent") == 1, f"line {line}"
    assert Disclosure.objects.filter(case_id=mail.case_id).count() == 1, f"line {line}"
