"""A ruling can only say yes, and only when it is shown."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from openmso.casework.prior_auth.domain.ruling import (
    Line,
    NotAYes,
    RuledBy,
    Ruling,
    RulingNotShown,
    given_by,
    gives_everything,
    require_shown,
)

RULED = Ruling(
    ruled_by=RuledBy.IMR,
    ruled_on=date(2026, 12, 1),
    notice_received_at=datetime(2026, 12, 2, 17, 0, tzinfo=UTC),
    reference="MN26-1",
    evidence_document_id=uuid4(),
)
LINES = (
    Line(line=1, asked=Decimal(12), given=Decimal(4)),
    Line(line=2, asked=Decimal(1), given=Decimal(0)),
)


def test_without_lines_everything_that_was_asked_for_is_given() -> None:
    given = given_by(RULED, LINES)

    assert given == {1: Decimal(12), 2: Decimal(1)}
    assert gives_everything(given, LINES)


def test_a_line_left_out_keeps_what_it_had() -> None:
    given = given_by(replace(RULED, approved={2: Decimal(1)}), LINES)

    assert given == {1: Decimal(4), 2: Decimal(1)}
    assert not gives_everything(given, LINES)


@pytest.mark.parametrize(
    ("approved", "why"),
    [
        ({1: Decimal(3)}, "cannot take back"),
        ({1: Decimal(13)}, "more than 12"),
        ({1: Decimal(4)}, "gives nothing"),
        ({3: Decimal(1)}, "no line 3"),
        ({}, "gives nothing"),
    ],
)
def test_what_is_no_yes_is_refused(approved: dict[int, Decimal], why: str) -> None:
    with pytest.raises(NotAYes, match=why):
        given_by(replace(RULED, approved=approved), LINES)


def test_an_outside_ruling_needs_its_paper_and_ours_its_signer() -> None:
    require_shown(RULED)
    with pytest.raises(RulingNotShown, match="paper"):
        require_shown(replace(RULED, evidence_document_id=None))
    with pytest.raises(RulingNotShown, match="number"):
        require_shown(replace(RULED, reference=" "))
    with pytest.raises(RulingNotShown, match="person"):
        require_shown(replace(RULED, ruled_by=RuledBy.PLAN))
    require_shown(
        replace(RULED, ruled_by=RuledBy.PLAN, signed_by_id=uuid4(), signed_by_name="Dr. Hu")
    )
