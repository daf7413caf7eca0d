"""Care that is to end goes on until the answer, where the law says so and it is asked in time."""

from datetime import date, timedelta

import pytest

from factories.appeals import FILED_AT, make_appeal, make_payment_appeal, supervisor_of
from factories.prior_auth import make_world
from openmso.casework.appeals.actions.keep_care_going import keep_care_going
from openmso.casework.appeals.domain.filing import NotPossible

pytestmark = pytest.mark.django_db

ENDS_ON = date(2026, 11, 24)


def test_asked_in_time_it_goes_on() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world)

    by = supervisor_of(world)
    keep_care_going(appeal.id, asked_at=FILED_AT, ends_on=ENDS_ON, by=by, at=FILED_AT)

    appeal.refresh_from_db()
    assert (appeal.care_goes_on_at, appeal.care_was_to_end_on) == (FILED_AT, ENDS_ON)
    with pytest.raises(NotPossible, match="already"):
        keep_care_going(appeal.id, asked_at=FILED_AT, ends_on=ENDS_ON, by=by, at=FILED_AT)


def test_asked_too_late_it_does_not() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world)
    late = FILED_AT + timedelta(days=20)

    with pytest.raises(NotPossible, match="too late"):
        keep_care_going(appeal.id, asked_at=late, ends_on=ENDS_ON, by=supervisor_of(world), at=late)


def test_where_no_law_says_so_or_the_care_was_given_there_is_nothing_to_keep() -> None:
    world = make_world("KK")
    by = supervisor_of(world)
    care, claim = make_appeal(world), make_payment_appeal(world)

    with pytest.raises(NotPossible, match="No rule"):
        keep_care_going(care.id, asked_at=FILED_AT, ends_on=ENDS_ON, by=by, at=FILED_AT)
    with pytest.raises(NotPossible, match="given already"):
        keep_care_going(claim.id, asked_at=FILED_AT, ends_on=ENDS_ON, by=by, at=FILED_AT)
