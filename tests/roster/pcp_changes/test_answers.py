"""What the plan's file says is the answer to a wish; silence in the file is none."""

from uuid import UUID, uuid4

import pytest

from openmso.roster.pcp_changes.domain.answer import State, Wish, answer_in

pytestmark = pytest.mark.requirement("S000-45", "S001-44")

PLAN, OTHER_PLAN, OLD, NEW, THIRD = (uuid4() for _ in range(5))
WISH = Wish(plan_id=PLAN, before_id=OLD, wanted_id=NEW)


@pytest.mark.parametrize(
    ("file_says", "answer"),
    [
        ({PLAN: NEW}, State.CHANGED),
        ({PLAN: OLD}, None),
        ({PLAN: None}, None),
        ({PLAN: THIRD}, State.OTHER_DOCTOR),
        ({}, State.COVERAGE_ENDED),
        ({OTHER_PLAN: NEW}, State.COVERAGE_ENDED),
        ({PLAN: OLD, OTHER_PLAN: NEW}, None),
    ],
)
def test_the_file_answers(file_says: dict[UUID, UUID | None], answer: State | None) -> None:
    assert answer_in(WISH, doctors_by_plan=file_says) is answer


def test_a_member_without_a_doctor_gets_the_first_one_the_plan_names() -> None:
    wish = Wish(plan_id=PLAN, before_id=None, wanted_id=NEW)

    assert answer_in(wish, doctors_by_plan={PLAN: None}) is None
    assert answer_in(wish, doctors_by_plan={PLAN: THIRD}) is State.OTHER_DOCTOR
