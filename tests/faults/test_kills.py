"""Processes are killed while practices send: what was acknowledged is there, once and whole."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from factories.access import make_account
from factories.prior_auth import MRI, World, make_world
from factories.roster import make_list_entry
from faults.insistent_clients import Clients
from faults.office_under_fire import OfficeUnderFire, office_under_fire
from faults.whole_records import missing_parts
from hostile.complete_form import ADDRESS, complete_form
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.project.bench.browser import Browser, signed_in
from openmso.project.bench.throwaway_office import HOST
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.domain.search import MemberSearch

WEB_KILLS, DATABASE_KILLS = 15, 5
CLIENTS = 6
ACKNOWLEDGED_BETWEEN_KILLS = 20
HEALED_WITHIN_SECONDS = 5.0
NOT_NEEDED = "99213"


@dataclass(frozen=True, slots=True)
class Scene:
    """The office, and a practice of it with a browser and a patient."""

    office: OfficeUnderFire
    world: World
    browser: Browser
    receipt: str

    def form(self, key: str, n: int) -> bytes:
        """A complete request; every third one carries a file, every fourth needs no review."""
        fields = complete_form(
            self.world,
            self.receipt,
            day=datetime.now(UTC).date(),
            client_key=key,
            code=MRI if n % 4 else NOT_NEEDED,
            clinical_summary=f"Pain for three months; the story of {key}.",
        )
        if n % 3:
            return self.browser.post(ADDRESS, fields)
        return self._with_a_file(fields, key.encode())

    def _with_a_file(self, fields: dict[str, Any], content: bytes) -> bytes:
        """The form as a browser sends it with a text file in it."""
        edge = "the-edge-of-the-parts"
        lines = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (fields | {"csrfmiddlewaretoken": self.browser.csrf}).items()
        ]
        lines.append(
            f'--{edge}\r\nContent-Disposition: form-data; name="papers"; filename="note.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        )
        body = "".join(lines).encode() + content + f"\r\n--{edge}--\r\n".encode("ascii")
        head = (
            f"POST {ADDRESS} HTTP/1.1\r\n{self.browser.head}Origin: https://{HOST}\r\n"
            f"Content-Type: multipart/form-data; boundary={edge}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body

    def clients(self) -> Clients:
        return Clients(self.office.port, self.form, number=CLIENTS)


@pytest.fixture(scope="module")
def scene(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:
    with django_db_blocker.unblock(), office_under_fire(tmp_path_factory.mktemp("fire")) as office:
        world = make_world()
        make_list_entry(world.tenant, NOT_NEEDED, answer="not_required", plan=world.plan)
        account = make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
        number = CoverageSpan.objects.get(member=world.member).member_number
        now = datetime.now(UTC)
        receipt = check_eligibility(
            EligibilityQuestion(search=MemberSearch(number=number), for_date=now.date()),
            by=account.as_actor(),
            at=now,
        )
        yield Scene(office, world, signed_in(account), receipt.number)


def assert_nothing_lost_doubled_or_torn(scene: Scene, clients: Clients) -> None:
    given_up = [one.given_up for one in clients.all if one.given_up]
    assert not given_up
    stored = AuthorizationRequest.objects.filter(tenant=scene.world.tenant)
    by_key = Counter(key.split("-", 6)[-1] for key in stored.values_list("client_key", flat=True))
    assert [key for key, times in by_key.items() if times != 1] == []
    cases = {str(case) for case in stored.values_list("id", flat=True)}
    lost = {key: case for key, case in clients.acknowledged.items() if case not in cases}
    assert lost == {}
    assert len(set(clients.acknowledged.values())) == len(clients.acknowledged)
    assert missing_parts(scene.world.tenant.id, Path(scene.office.folder) / "files") == []


def test_nothing_acknowledged_is_lost_when_web_workers_are_killed(scene: Scene) -> None:
    clients = scene.clients()
    try:
        clients.wait_for_more(1)
        for _ in range(WEB_KILLS):
            scene.office.kill_a_web_worker()
            clients.wait_for_more(ACKNOWLEDGED_BETWEEN_KILLS)
    finally:
        clients.stop()

    assert_nothing_lost_doubled_or_torn(scene, clients)
    assert len(clients.acknowledged) >= WEB_KILLS * ACKNOWLEDGED_BETWEEN_KILLS
    assert set(clients.answers) <= {"nothing"}, "a kill is silence, never a wrong answer"
    assert max(one.silence for one in clients.all) < HEALED_WITHIN_SECONDS


def test_nothing_acknowledged_is_lost_when_the_database_is_killed(scene: Scene) -> None:
    clients = scene.clients()
    healed: list[float] = []
    try:
        clients.wait_for_more(1)
        for _ in range(DATABASE_KILLS):
            scene.office.kill_the_database()
            time.sleep(0.1)
            scene.office.start_the_database()
            healed.append(clients.wait_for_more(1))
            clients.wait_for_more(ACKNOWLEDGED_BETWEEN_KILLS)
    finally:
        clients.stop()

    connections.close_all()  # ours died with the server
    assert max(healed) < HEALED_WITHIN_SECONDS
    assert_nothing_lost_doubled_or_torn(scene, clients)
