"""An office that is open: its pages on a port, its clock, its jobs, and what the world is made of.

Everything runs in this process: the pages in threads of a server, the jobs when a test says
`work_off_jobs()`. The clock is a demo's clock, so that a test can push it as a demo does.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from procrastinate.contrib.django import app
from pytest_django.live_server_helper import LiveServer

from factories import roster
from factories.prior_auth import MRI, World, make_world
from openmso.office import clock
from openmso.office.law import rulebook
from openmso.project import wiring
from openmso.project.demo_clock import push
from openmso.roster.benefits.models import AuthorizationListEntry, ServiceCode
from openmso.standards.codes.diagnoses import find_diagnoses

# A Thursday, 10 in the morning in Los Angeles.
OPENED_AT = datetime(2026, 11, 19, 18, 0, tzinfo=UTC)
WALKER = "E0143"
CANE = "E0100"
WALKER_RULE = "All points met: a walker with wheels is approved by rule."
SERVICES = (
    (MRI, "MRI of the lower spine", "Resonancia de la espalda baja", "study"),
    (WALKER, "Folding walker with wheels", "Andador plegable con ruedas", "each"),
    (CANE, "Cane", "Bastón", "each"),
)


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """`url` is the address of the front page without its last slash."""

    url: str
    folder: Path

    def advance(self, by: timedelta) -> None:
        """Push the clock as the demo's button does, and let happen what came due."""
        push(by)
        self.work_off_jobs()

    def work_off_jobs(self) -> int:
        """Do every ordered job, those they order too; return how many. What fails, fails here."""
        done = 0
        while waiting := _waiting_jobs():
            for job_id, name, arguments in waiting:
                app.tasks[name].func(**json.loads(arguments))
                with connection.cursor() as cursor:
                    cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job_id])
                done += 1
        return done


@contextmanager
def open_office(folder: Path) -> Iterator[OpenOffice]:
    """Open an office on the present database; its files and its clock are in `folder`."""
    with override_settings(
        DATA_DIR=folder,
        DEMO_DATA_DIR=folder,
        LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING=True,
    ):
        set_clock(folder, OPENED_AT)
        cache.clear()
        wiring.plug_in()
        _read_what_the_server_reads_at_start()
        server = LiveServer("localhost")
        try:
            yield OpenOffice(server.url, folder)
        finally:
            server.stop()
    wiring.plug_in()


def set_clock(folder: Path, moment: datetime) -> None:
    """Make the office's clock show `moment` now."""
    ahead = moment - datetime.now(UTC)
    (folder / "clock-offset-seconds").write_text(f"{ahead.total_seconds():.0f}\n", "ascii")


def make_busy_world(line_of_business: str = "MA", **member: object) -> World:
    """A world where an MRI is reviewed, a walker is approved by rule and a cane is free."""
    world = make_world(line_of_business, **member)
    for code, description, spanish, unit in SERVICES:
        if not ServiceCode.objects.filter(code=code).exists():
            roster.make_service_code(code, description, description_es=spanish, unit=unit)
    roster.make_list_entry(
        world.tenant,
        WALKER,
        plan=world.plan,
        criteria_key=world.edition.key,
        auto_approve=True,
        auto_approve_rule=WALKER_RULE,
    )
    roster.make_list_entry(
        world.tenant, CANE, AuthorizationListEntry.Answer.NOT_REQUIRED, plan=world.plan
    )
    return world


def now() -> datetime:
    """Return what the office's clock shows."""
    return clock.now()


def until_codes_last(seconds: float) -> None:
    """Wait, if need be, until the present one-time codes hold for that long."""
    left = 30 - time.time() % 30
    if left < seconds:
        time.sleep(left)


def _read_what_the_server_reads_at_start() -> None:
    rulebook()
    find_diagnoses("M54.50", limit=1)


def _waiting_jobs() -> list[tuple[int, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, task_name, args::text FROM procrastinate_jobs"
            " WHERE status = 'todo' ORDER BY id"
        )
        return [(job_id, name, arguments) for job_id, name, arguments in cursor.fetchall()]
