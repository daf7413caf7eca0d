"""Sealers and writers at the same time: every line is sealed once, however late it is committed."""

from threading import Event, Thread
from typing import Any

import pytest
from django.db import connections, transaction

from factories.roster import make_tenant
from faults.at_once import pairs_at_once
from office.seals.sealed_office import faults_of, seal, write_history
from openmso.office.seals.models import Seal
from openmso.office.seals.queries import how_far

pytestmark = pytest.mark.usefixtures("committed_rows")

TURNS = 40


def test_two_sealers_and_a_writer_at_once_seal_every_line_once() -> None:
    office = make_tenant()

    def write_and_seal(_: int) -> Any:
        write_history(office, lines=2)
        return seal(office)

    turns = pairs_at_once(TURNS, write_and_seal, lambda _: seal(office))
    seal(office)

    assert not [one.raised for turn in turns for one in turn if one.raised]
    rows = [line[1] for one in Seal.objects.filter(tenant=office) for line in one.lines]
    assert len(rows) == len(set(rows)) == 3 * TURNS == how_far(office.id).lines
    assert faults_of(office) == []


def test_a_line_committed_late_is_not_passed_over() -> None:
    office = make_tenant()
    written, sealed = Event(), Event()

    def slow_writer() -> None:
        try:
            with transaction.atomic():
                write_history(office, lines=3)
                written.set()
                sealed.wait(30)
        finally:
            connections.close_all()

    writer = Thread(target=slow_writer)
    writer.start()
    written.wait(30)
    write_history(office, lines=1)
    assert seal(office) == 2
    sealed.set()
    writer.join()

    assert seal(office) == 4
    assert faults_of(office) == []
