"""The letter's way out, killed at every step: it leaves once, for its reader and nobody else."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings as office_settings
from django.test import override_settings
from django.utils.module_loading import import_string

from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import World, make_world
from faults.copies import copies_of
from faults.failing_calls import calls_of, die_at
from openmso.casework.prior_auth.actions.deny import deny
from openmso.office.access.actor import Actor
from openmso.office.disclosures.models import Disclosure
from openmso.office.letters import jobs as printing
from openmso.office.letters.letter import Letter
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.pdf import PrintedLetter
from openmso.office.outbound.events import ORDERED, PUBLISHED, SENT
from openmso.office.outbound.interfaces import wiring
from openmso.office.outbound.jobs import send
from openmso.office.outbound.models import Dispatch
from openmso.office.timeline.models import CaseEvent
from openmso.roster.members.models import Member

pytestmark = pytest.mark.usefixtures("committed_rows")

HOME = ["Alma Quintero", "4120 Sample Avenue", "Los Angeles, CA 90001"]


@dataclass(frozen=True, slots=True)
class PostRoom:
    """Cases a physician can deny, the queue's work on their letters, and what the carriers got."""

    world: World
    physician: Actor
    cases: list[Any]
    outbox: Path

    def deny(self, case: Any) -> None:
        deny(
            case.id,
            denial=a_denial(self.world),
            by=self.physician,
            at=DECIDED_AT,
            version=case.version,
        )

    def work(self, case: Any) -> None:
        """Do what the queue would do: print the letters, then hand over what was ordered."""
        for letter in OrderedLetter.objects.filter(case_id=case.id).order_by("reader"):
            printing.render(str(letter.id))
        for event in CaseEvent.objects.filter(case_id=case.id, name=ORDERED):
            send(str(event.tenant_id), event.case_kind, str(event.case_id), str(event.id))

    def given_to_carriers(self, case: Any) -> list[list[str]]:
        """Return to whom the mail house and the fax gateway were told to send, by ticket."""
        sendings = Dispatch.objects.filter(case_id=case.id).values_list("way", "id")
        tickets = [self.outbox / way / f"{sending}.json" for way, sending in sendings]
        return sorted(json.loads(ticket.read_bytes())["to"] for ticket in tickets)

    def pieces(self) -> int:
        """Return how many letters lie with the carriers in all."""
        return sum(1 for _ in self.outbox.glob("*/*.pdf"))


def print_quickly(composed: Letter, **_: object) -> PrintedLetter:
    """Stands for the printer, which calls neither the database nor a file of ours."""
    content = f"%PDF-1.7 {composed.title}".encode()
    return PrintedLetter(content=content, sha256=sha256(content).hexdigest(), pages=1)


def make_every_shelf(documents: Path) -> None:
    """Make the folders in which files lie by their hash, so that each letter takes equally long."""
    for place in range(256):
        (documents / f"{place:02x}").mkdir(parents=True)


@pytest.fixture
def post_room(committed_rows: None, tmp_path: Path) -> Iterator[PostRoom]:
    world = make_world()
    physician = physician_of(world)
    make_every_shelf(tmp_path / "documents")
    carriers = {
        way: import_string(carrier)(tmp_path / way)
        for way, carrier in office_settings.CARRIERS.items()
    }
    with (
        override_settings(DATA_DIR=tmp_path, LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING=True),
        patch.object(wiring, "carriers", carriers),
        patch.object(printing, "print_letter", print_quickly),
        patch.object(os, "fsync"),  # a kill is no power cut; this only spares the disk
    ):
        cases = copies_of(with_physician(world, physician), 250)
        yield PostRoom(world, physician, cases, tmp_path)


def assert_sent_once_to_the_right_people(room: PostRoom, case: Any) -> None:
    sendings = Dispatch.objects.filter(case_id=case.id)
    ways = sorted(sendings.values_list("receiver_kind", "way", "state"))
    assert ways == [("member", "mail", "sent"), ("practice", "fax", "sent")]
    lines = CaseEvent.objects.filter(case_id=case.id)
    shown = Counter(line.name for line in lines)
    assert shown["letter.printed"] == 2
    assert shown[SENT] == 2
    assert shown[PUBLISHED] == 0
    assert Disclosure.objects.filter(case_id=case.id).count() == 2
    assert room.given_to_carriers(case) == sorted([HOME, [room.world.practice.name]])


def test_a_post_room_killed_at_every_step_sends_once_to_the_right_people(
    post_room: PostRoom,
) -> None:
    living, *dying = post_room.cases
    post_room.deny(living)
    steps = calls_of(lambda: post_room.work(living))
    assert_sent_once_to_the_right_people(post_room, living)
    assert steps <= len(dying), f"the way out has {steps} steps: make more cases"

    for step, case in enumerate(dying[:steps], start=1):
        Member.objects.update(address_line_1="4120 Sample Avenue", family_name="Quintero")
        post_room.deny(case)
        assert die_at(step, partial(post_room.work, case))
        # The member moves and marries before the queue tries again: the letter was written before.
        Member.objects.update(address_line_1="7 Other Street", family_name="Ferrer")
        post_room.work(case)

        assert_sent_once_to_the_right_people(post_room, case)
    post_room.work(case)
    assert_sent_once_to_the_right_people(post_room, case)
    assert post_room.pieces() == 2 * (steps + 1)
