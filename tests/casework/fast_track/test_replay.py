"""A case as it stood at any minute: only what was known then, whatever came later."""

import pytest

from factories.fast_track import (
    ANNOUNCED_AT,
    ASKED_AT,
    DECIDED_AT,
    NOTICE_AT,
    SENT_AT,
    TOLD_AT,
    make_decided,
)
from factories.prior_auth import make_world
from openmso.casework.fast_track.domain.states import State
from openmso.casework.fast_track.replay import as_it_stood
from openmso.office.timeline.queries import history
from openmso.office.timeline.replay import as_line

pytestmark = pytest.mark.django_db


def test_each_minute_shows_what_was_known_then() -> None:
    case, by = make_decided(make_world())
    lines = [as_line(event) for event in history(case.tenant_id, case.id)]
    stood = {
        at: as_it_stood(by, case.id, lines=lines, at=at)
        for at in (ANNOUNCED_AT, NOTICE_AT, ASKED_AT, TOLD_AT, SENT_AT, DECIDED_AT)
    }

    states = [one.state for one in stood.values()]
    assert states == ["announced", "announced", "asked", "reasons_due", "with_qio", case.state]
    first, last = stood[ANNOUNCED_AT], stood[DECIDED_AT]
    assert {one.purpose for one in first.deadlines} == {"give_notice", "ask_qio"}
    assert all(one.met_at is None for one in first.deadlines)
    assert "Plan pays until" not in dict(first.told)
    assert dict(last.told)["Plan pays until"] == case.covered_until
    assert State(last.state) is State.STANDS
