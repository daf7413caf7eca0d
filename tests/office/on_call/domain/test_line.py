"""Whose turn it is to be called, and how long each may wait."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.domain.line import next_in_line
from openmso.office.on_call.domain.page_text import CODE_LENGTH, in_groups, new_code, page_text
from openmso.office.on_call.domain.states import Move, MoveNotAllowed, PageState, after
from openmso.office.on_call.domain.stretch import Duty, Stretch
from openmso.office.on_call.domain.terms import terms_in_force
from openmso.office.on_call.terms import DEFAULT, TermsFault, read_terms

TONIGHT = Stretch(datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC))
INES, TOBIAS, PRIYA = UUID(int=1), UUID(int=2), UUID(int=3)
LINE = (DutyRole.NURSE, DutyRole.PHYSICIAN)


def duty(person_id: UUID, place: int = 1) -> Duty:
    return Duty(person_id=person_id, person="somebody", during=TONIGHT, place=place)


ON_DUTY = {DutyRole.NURSE: [duty(TOBIAS, 2), duty(INES)], DutyRole.PHYSICIAN: [duty(PRIYA)]}


@pytest.mark.parametrize(
    ("called", "next_one"),
    [
        (set(), INES),
        ({INES}, TOBIAS),
        ({INES, TOBIAS}, PRIYA),
        ({TOBIAS}, INES),
        ({INES, TOBIAS, PRIYA}, None),
    ],
)
@pytest.mark.requirement("IMP-02")
def test_the_line_goes_by_place_and_then_by_role(called: set[UUID], next_one: UUID | None) -> None:
    found = next_in_line(LINE, ON_DUTY, called=called)

    assert (found.duty.person_id if found else None) == next_one


def test_a_person_with_two_duties_is_called_once() -> None:
    both = {DutyRole.NURSE: [duty(INES)], DutyRole.PHYSICIAN: [duty(INES)]}

    assert next_in_line(LINE, both, called={INES}) is None


def test_nobody_on_duty_is_nobody_in_line() -> None:
    assert next_in_line(LINE, {}, called=()) is None


def test_a_page_that_was_answered_cannot_be_answered_or_given_up() -> None:
    for move in Move:
        with pytest.raises(MoveNotAllowed, match="that is acknowledged"):
            after(PageState.ACKNOWLEDGED, move)


def test_the_house_s_own_terms_name_every_role_and_never_call_the_same_role_twice() -> None:
    (terms,) = read_terms(DEFAULT)

    for role in DutyRole:
        line = terms.line_of(role)
        assert line[0] is role
        assert len(line) == len(set(line))
        assert all(terms.roles[each].answer_within > timedelta(0) for each in line)


def own_terms(folder: Path, minutes: object, office: str = "") -> Path:
    file = folder / f"terms-{minutes}-{office}.yaml"
    roles = "".join(
        f"    {role.value}: {{answer_within_minutes: {minutes}, then: []}}\n" for role in DutyRole
    )
    file.write_text(f"- from_on: 2026-07-01\n  office: '{office}'\n  roles:\n{roles}")
    return file


def test_an_office_s_own_terms_come_before_those_of_all(tmp_path: Path) -> None:
    every = [*read_terms(DEFAULT), *read_terms(own_terms(tmp_path, 3, "larkspur"))]

    before = terms_in_force(every, office="larkspur", on=date(2026, 6, 30))
    own = terms_in_force(every, office="larkspur", on=date(2026, 7, 1))
    other = terms_in_force(every, office="copperleaf", on=date(2026, 7, 1))

    assert own.roles[DutyRole.NURSE].answer_within == timedelta(minutes=3)
    assert before == other != own


@pytest.mark.parametrize("minutes", [0, -5, "soon", 2.5])
def test_terms_that_cannot_be_meant_are_refused_with_the_file_s_name(
    tmp_path: Path, minutes: object
) -> None:
    with pytest.raises(TermsFault, match=r"terms-.*whole number"):
        read_terms(own_terms(tmp_path, minutes))


def test_terms_that_forget_a_role_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "terms.yaml"
    file.write_text(
        "- from_on: 2026-07-01\n  roles:\n    nurse: {answer_within_minutes: 5, then: []}\n"
    )

    with pytest.raises(TermsFault, match="says nothing about physician"):
        read_terms(file)


def test_before_the_first_terms_nobody_has_said_anything() -> None:
    with pytest.raises(LookupError, match="how long a page may wait"):
        terms_in_force(read_terms(DEFAULT), office="", on=date(2019, 12, 31))


def test_a_page_says_number_role_and_address_and_nothing_else() -> None:
    text = page_text("PS-261122-7KQ4MX", DutyRole.NURSE, "https://office.example/p/K7QF2MRT/")

    assert text == "Nurse on call: PS-261122-7KQ4MX. https://office.example/p/K7QF2MRT/"


def test_a_code_is_short_enough_to_read_aloud() -> None:
    code = new_code(lambda signs: signs[-1])

    assert len(code) == CODE_LENGTH
    assert in_groups(code) == "ZZZZ-ZZZZ"
