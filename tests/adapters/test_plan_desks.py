"""What every way to a health plan promises: the same tests for the real and the simulated one."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from openmso.adapters.plan_desk.folder import PlanDeskFolder
from openmso.adapters.plan_desk.simulator import PlanDeskSimulator
from openmso.roster.pcp_changes.interfaces import PcpWish, PlanDeskFailed

pytestmark = pytest.mark.requirement("S000-45", "S001-44", "IMP-20")

WISH = PcpWish(
    number="PC-261120-7KQ4MX",
    plan="tidewell",
    member_number="T000123",
    member_name="Alma Quintero",
    birth_date="1958-03-14",
    wanted_npi="2000000008",
    wanted_name="Ana Ficta, MD",
    reason="Nearer to my home.",
    asked_at=datetime(2026, 11, 20, 18, 0, tzinfo=UTC),
)
KEY = "b0b5f4a4-6f0c-4f83-a2b8-1d6ef0d1a001"

Maker = Callable[[Path], Any]
EVERY_DESK = pytest.mark.parametrize("make", [PlanDeskFolder, PlanDeskSimulator])


@EVERY_DESK
def test_a_wish_arrives_whole_and_the_ticket_names_its_plan(make: Maker, tmp_path: Path) -> None:
    desk = make(tmp_path)

    proof = desk.pass_on(key=KEY, wish=WISH)

    ticket = desk.exchange.ticket_of(KEY)
    message = json.loads((tmp_path / str(ticket["file"])).read_bytes())
    assert 0 < len(proof) <= 120
    assert ticket["plan"] == "tidewell"
    assert message["wanted_npi"] == WISH.wanted_npi
    assert message["asked_at"] == "2026-11-20T18:00:00+00:00"


@EVERY_DESK
def test_one_key_is_one_wish_and_one_proof(make: Maker, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        proofs = list(workers.map(lambda _: make(tmp_path).pass_on(key=KEY, wish=WISH), range(16)))
    changed = make(tmp_path).pass_on(key=KEY, wish=replace(WISH, wanted_npi="2000000016"))

    assert {*proofs, changed} == {proofs[0]}
    assert len(make(tmp_path).exchange.tickets()) == 1


@EVERY_DESK
def test_a_folder_that_cannot_be_written_is_a_failure_to_try_again(
    make: Maker, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("a file stands where the folder should be")

    with pytest.raises(PlanDeskFailed, match="cannot be written"):
        make(in_the_way).pass_on(key=KEY, wish=WISH)


def test_a_simulated_plan_can_be_told_to_refuse(tmp_path: Path) -> None:
    PlanDeskSimulator(tmp_path).mood.refuse("Closed.")

    with pytest.raises(PlanDeskFailed, match="Closed"):
        PlanDeskSimulator(tmp_path).pass_on(key=KEY, wish=WISH)
