"""The worker empties the trays: nothing is lost or doubled when it is killed in between."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from factories.papers import pdf_of
from factories.roster import make_tenant
from openmso.adapters.incoming.folder import ASIDE
from openmso.adapters.incoming.simulator import IncomingSimulator
from openmso.channels.paper.intake import empty_tray
from openmso.channels.paper.jobs import empty_the_trays
from openmso.office.access.actor import Actor
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.interfaces import TrayFailed, wiring
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.tenants.models import Tenant
from openmso.project.commands import main

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-09")]

AT = datetime(2026, 11, 20, 17, 45, tzinfo=UTC)


@pytest.fixture
def office() -> Tenant:
    return make_tenant()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[dict[str, IncomingSimulator]]:
    """A fax server and a scanner, plugged in for every office."""
    plugged = {way: IncomingSimulator(tmp_path / way) for way in ("fax", "mail")}
    before = dict(wiring.trays)

    def trays_of(machine: IncomingSimulator) -> Callable[[str], IncomingSimulator]:
        return lambda office_key: machine

    wiring.trays = {way: trays_of(machine) for way, machine in plugged.items()}
    yield plugged
    wiring.trays = before


def papers(office: Tenant) -> list[ArrivedPaper]:
    return list(ArrivedPaper.objects.filter(tenant=office).order_by("received_at"))


def test_each_tray_is_emptied_and_its_way_remembered(
    office: Tenant, machines: dict[str, IncomingSimulator]
) -> None:
    machines["fax"].arrive("a.pdf", pdf_of("a"), at=AT, sender="213-555-0119", pages=1)
    machines["mail"].arrive("b.pdf", pdf_of("b", "c"), at=AT.replace(hour=18))

    empty_the_trays()

    assert [(one.way, one.pages, one.received_at.hour) for one in papers(office)] == [
        ("fax", 1, 17),
        ("mail", 2, 18),
    ]
    assert not list(machines["fax"].folder.glob("*"))


def test_a_worker_killed_before_it_clears_the_tray_takes_the_piece_in_once(
    office: Tenant, machines: dict[str, IncomingSimulator]
) -> None:
    fax, by = machines["fax"], Actor.system("Mail room", office.id)
    fax.arrive("a.pdf", pdf_of("a"), at=AT)
    with (
        patch.object(fax, "clear", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        empty_tray(fax, Way.FAX, written_before=AT, by=by, at=AT)

    again = empty_tray(fax, Way.FAX, written_before=AT, by=by, at=AT)

    assert (again.taken, again.known) == ([], 1)
    assert len(papers(office)) == 1
    assert not list(fax.folder.glob("*"))


def test_what_cannot_be_taken_is_set_aside_with_a_line_in_the_mail_room(
    office: Tenant, machines: dict[str, IncomingSimulator]
) -> None:
    machines["fax"].arrive("bad.pdf", b"%PDF-1.7 broken", at=AT)

    empty_the_trays()

    assert [one.trouble[:9] for one in papers(office)] == ["This file"]
    assert (machines["fax"].folder / ASIDE / "bad.pdf").exists()


def test_a_tray_that_fails_is_told_and_does_not_stop_the_others(
    office: Tenant, machines: dict[str, IncomingSimulator]
) -> None:
    machines["fax"].mood.refuse("The line is dead.")
    machines["mail"].arrive("b.pdf", pdf_of("b"), at=AT)

    with pytest.raises(TrayFailed, match="dead"):
        empty_the_trays()

    assert [one.way for one in papers(office)] == ["mail"]


def test_a_folder_is_taken_in_by_command(
    office: Tenant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of("a", "b", "c"))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")

    status = main(["paper", "take", str(tmp_path), "--way", "mail", "--tenant", office.key])

    said = capsys.readouterr().out
    assert status == 1
    assert "3 pages" in said
    assert "2 taken in, 1 of them cannot be used, 0 were here before." in said
    assert {one.way for one in papers(office)} == {"mail"}
