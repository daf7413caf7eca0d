"""Each branch of the night ends in the right responsibility; the table is beside this folder."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from openmso.casework.inpatient.post_stabilization.domain.responsibility import (
    Answer,
    Branch,
    Night,
    Responsibility,
    Who,
    responsibility,
)

TABLE = Path(__file__).parents[1] / "responsibility.yaml"
NIGHTS: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def moment(written: str | None) -> datetime | None:
    if written is None:
        return None
    hour, minute = written.split(":")
    return datetime(2026, 11, 20, int(hour), int(minute), tzinfo=UTC)


@pytest.mark.requirement("S003-17")
@pytest.mark.requirement("S003-18")
@pytest.mark.requirement("S003-23")
@pytest.mark.requirement("S003-24")
@pytest.mark.parametrize("row", NIGHTS, ids=lambda row: row["night"])
def test_the_night_ends_in_the_right_responsibility(row: dict[str, Any]) -> None:
    night = Night(
        asked_at=moment(row.get("asked")),
        due_at=moment(row.get("due")),
        answer=Answer(row["answer"]) if "answer" in row else None,
        answered_at=moment(row.get("answered")),
        ended_at=moment(row.get("ended")),
        ours=row.get("ours", True),
    )
    look = moment(row["look"])
    assert look is not None

    then = row["then"]
    assert responsibility(night, at=look) == Responsibility(
        branch=Branch(then["branch"]),
        who=Who(then["who"]),
        from_at=moment(then.get("from")),
        until=moment(then.get("until")),
    )


def test_the_table_has_a_night_for_every_branch() -> None:
    assert {row["then"]["branch"] for row in NIGHTS} == set(Branch)
