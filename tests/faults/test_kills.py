"""Processes are killed while practices send: what was acknowledged is there, once and whole."""

import time
from collections import Counter
from pathlib import Path

from django.db import connections

from faults.insistent_clients import Clients
from faults.scene import Scene
from faults.whole_records import missing_parts
from openmso.casework.prior_auth.models import AuthorizationRequest

WEB_KILLS, DATABASE_KILLS = 15, 5
ACKNOWLEDGED_BETWEEN_KILLS = 20
HEALED_WITHIN_SECONDS = 5.0


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
    assert scene.office.left_in_passing() == [], "no paper that was on its way lies about"


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
