"""Which payer is which plan: the map decides, and an unknown payer is refused."""

from pathlib import Path

import pytest

from openmso.channels.people_files.plan_map import (
    KnownPlan,
    MapNotReadable,
    plan_key_for,
    read_map,
)
from openmso.channels.people_files.refused import CannotTake

PLANS = (
    KnownPlan(key="b-medicare", line_of_business="MA"),
    KnownPlan(key="a-medicare", line_of_business="MA"),
    KnownPlan(key="commercial", line_of_business="KK"),
)


def test_the_default_map_takes_public_programs_by_name_and_private_ones_by_kind() -> None:
    rows = read_map()

    assert plan_key_for("MEDICARE", "PUBLICPOL", rows=rows, plans=PLANS) == "a-medicare"
    assert plan_key_for("Any Insurer", "HIP", rows=rows, plans=PLANS) == "commercial"


def test_a_program_the_office_has_no_plan_for_is_refused() -> None:
    with pytest.raises(CannotTake, match="no plan of the line of business MEDI-CAL"):
        plan_key_for("Medicaid", "PUBLICPOL", rows=read_map(), plans=PLANS)


def test_an_unknown_payer_and_a_person_who_pays_alone_are_refused() -> None:
    with pytest.raises(CannotTake, match="in no row"):
        plan_key_for("Somebody", "PUBLICPOL", rows=read_map(), plans=PLANS)
    with pytest.raises(CannotTake, match="no health plan"):
        plan_key_for("", "PUBLICPOL", rows=read_map(), plans=PLANS)


def test_a_row_of_an_own_map_names_a_plan_by_its_key(tmp_path: Path) -> None:
    own = tmp_path / "map.yaml"
    own.write_text("payers:\n  - {payer: Somebody, plan: commercial}\n", encoding="utf-8")

    assert plan_key_for("somebody", "", rows=read_map(own), plans=PLANS) == "commercial"


@pytest.mark.parametrize(
    "text",
    ["", "payers: 3", "payers: [{plan: x}]", "payers: [{payer: a}]", "payers: [{who: a}]", "a: ["],
)
def test_a_map_that_is_none_says_what_is_wrong(text: str, tmp_path: Path) -> None:
    own = tmp_path / "map.yaml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(MapNotReadable):
        read_map(own)
