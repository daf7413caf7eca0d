"""The decisions about grievances: type, kind, clocks, and who may work on one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from openmso.casework.appeals.domain.filing import Channel, NotPossible
from openmso.casework.appeals.domain.types import Authority
from openmso.casework.grievances.domain.classifier import (
    CaseType,
    Chosen,
    checked_on,
    definition_of,
    definitions_for,
    questions,
    reason_kept,
    require_answered,
)
from openmso.casework.grievances.domain.deadlines import ACKNOWLEDGE, ANSWER, ClockFacts, clocks
from openmso.casework.grievances.domain.intents import Intent, intents
from openmso.casework.grievances.domain.kinds import Wish, kind_of, why_not_at_once
from openmso.casework.grievances.domain.states import MOVES, Move, State, after
from openmso.casework.grievances.domain.types import (
    FastGround,
    FiledBy,
    Kind,
    authority_of,
    categories,
)
from openmso.casework.grievances.domain.who_may import Matter, Worker, why_not
from openmso.office.moves import MoveNotAllowed
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import OfficeCalendar

OFFICE = OfficeCalendar.of("America/Los_Angeles")
BOOK = default_rulebook()
LINES = ("MA", "MEDI-CAL", "KK")
FRIDAY_NOON = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
WISH = Wish(
    line_of_business="KK",
    on=date(2026, 11, 20),
    channel=Channel.PHONE,
    clinical=False,
    quality_of_care=False,
    about_a_decision=False,
)


def of_kind(line: str, kind: Kind, *, extended: bool = False) -> dict[str, tuple[str, datetime]]:
    facts = ClockFacts(
        line_of_business=line,
        kind=kind,
        begun_at=FRIDAY_NOON,
        extension_taken_at=FRIDAY_NOON if extended else None,
    )
    return {one.purpose: (one.rule.id, one.due_at) for one in clocks(facts, BOOK, OFFICE)}


def end_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=OFFICE.time_zone)


@pytest.mark.requirement("S001-42")
@pytest.mark.parametrize("line", LINES)
def test_each_line_has_the_law_s_definition_of_both_with_its_source_and_day(line: str) -> None:
    shown = definitions_for(line)

    assert {one.type for one in shown} == {CaseType.APPEAL, CaseType.GRIEVANCE}
    assert all(one.source and one.says and one.verified for one in shown)
    assert checked_on() == date(2026, 11, 22)


def test_there_are_two_questions_one_for_each_type() -> None:
    assert [one.leads_to for one in questions()] == [CaseType.APPEAL, CaseType.GRIEVANCE]
    assert all(one.en.endswith("?") and one.es.startswith("¿") for one in questions())


@pytest.mark.requirement("S001-42")
def test_the_type_follows_from_the_two_answers_and_its_reason_is_kept() -> None:
    both = Chosen(decision=True, concern=True, why="Denied, and shouted at.")

    assert both.types == {CaseType.APPEAL, CaseType.GRIEVANCE}
    assert Chosen(decision=False, concern=True).types == {CaseType.GRIEVANCE}
    kept = reason_kept(both, "MA", type_=CaseType.GRIEVANCE)
    meant = definition_of("MA", CaseType.GRIEVANCE)
    assert meant is not None
    assert meant.source in kept
    assert kept.endswith("Denied, and shouted at.")


def test_two_noes_open_nothing() -> None:
    with pytest.raises(NotPossible, match="two questions"):
        require_answered(Chosen(decision=False, concern=False))


def test_an_exempt_one_is_due_at_the_close_of_the_next_business_day_and_is_not_confirmed() -> None:
    assert of_kind("KK", Kind.EXEMPT) == {
        ANSWER: ("KK-GRIEV-EXEMPT-1BD", end_of(date(2026, 11, 23)))
    }


@pytest.mark.requirement("S000-43")
@pytest.mark.parametrize(
    ("line", "rule", "due", "confirmed_by"),
    [
        ("MA", "MA-GRIEV-STD-30D", date(2026, 12, 20), None),
        ("MEDI-CAL", "MC-GRIEV-30D", date(2026, 12, 20), "MC-GRIEV-ACK-5"),
        ("KK", "KK-GRIEV-30D", date(2026, 12, 20), "KK-GRIEV-ACK-5"),
    ],
)
def test_a_standard_one_has_thirty_days_and_is_confirmed_where_the_law_says_so(
    line: str, rule: str, due: date, confirmed_by: str | None
) -> None:
    found = of_kind(line, Kind.STANDARD)

    assert found[ANSWER] == (rule, end_of(due))
    assert found.get(ACKNOWLEDGE, (None,))[0] == confirmed_by


@pytest.mark.parametrize(
    ("line", "rule"),
    [("MA", "MA-GRIEV-EXP-24H"), ("MEDI-CAL", "MC-GRIEV-EXP-72H"), ("KK", "KK-GRIEV-EXP-3D")],
)
def test_a_fast_one_has_the_fast_clock_of_its_line(line: str, rule: str) -> None:
    found = of_kind(line, Kind.EXPEDITED)

    assert {purpose: rule_id for purpose, (rule_id, _) in found.items()} == {ANSWER: rule}


def test_more_time_lengthens_only_what_the_law_lets_be_longer() -> None:
    longer = {
        line: of_kind(line, Kind.STANDARD, extended=True)[ANSWER]
        != of_kind(line, Kind.STANDARD)[ANSWER]
        for line in LINES
    }

    assert longer == {"MA": True, "MEDI-CAL": False, "KK": False}


def test_what_can_be_solved_at_once_is_exempt_in_knox_keene_alone() -> None:
    kinds = {
        line: kind_of(replace(WISH, line_of_business=line, at_once=True), BOOK)[0] for line in LINES
    }

    assert kinds == {"MA": Kind.STANDARD, "MEDI-CAL": Kind.STANDARD, "KK": Kind.EXEMPT}


@pytest.mark.parametrize(
    "changed",
    [{"about_a_decision": True}, {"clinical": True}, {"quality_of_care": True}]
    + [{"channel": Channel.MAIL}],
    ids=str,
)
def test_coverage_disputes_clinical_and_mailed_concerns_are_never_exempt(
    changed: dict[str, Any],
) -> None:
    wish = replace(WISH, at_once=True, **changed)

    kind, why = kind_of(wish, BOOK)

    assert (kind, why) == (Kind.STANDARD, " ".join(why_not_at_once(wish, BOOK)))
    assert why


@pytest.mark.parametrize(
    ("line", "ground", "kind"),
    [
        ("MA", FastGround.OUR_TIME, Kind.EXPEDITED),
        ("MA", FastGround.SERIOUS_HARM, Kind.STANDARD),
        ("MEDI-CAL", FastGround.SERIOUS_HARM, Kind.EXPEDITED),
        ("MEDI-CAL", FastGround.OUR_TIME, Kind.STANDARD),
        ("KK", FastGround.SERIOUS_HARM, Kind.EXPEDITED),
        ("AZ-COMM", FastGround.SERIOUS_HARM, Kind.STANDARD),
    ],
)
def test_only_the_grounds_of_its_line_make_one_fast(
    line: str, ground: FastGround, kind: Kind
) -> None:
    assert kind_of(replace(WISH, line_of_business=line, fast=ground), BOOK)[0] is kind


def test_only_the_member_needs_no_paper() -> None:
    for line in (*LINES, "AZ-COMM"):
        assert authority_of(line, FiledBy.MEMBER, shown=False) is Authority.NOT_NEEDED
        assert authority_of(line, FiledBy.PROVIDER, shown=False) is Authority.PENDING
        assert authority_of(line, FiledBy.REPRESENTATIVE, shown=True) is Authority.SHOWN


MATTER = Matter(state="CA", clinical=False, about=None, took_part=frozenset())
NORA = Worker(id=uuid4(), may_work=True, licensed_in=frozenset())


def test_nobody_works_on_a_grievance_about_themselves_or_their_superior() -> None:
    boss = uuid4()

    assert why_not(NORA, MATTER, {}) == ()
    assert why_not(NORA, replace(MATTER, about=NORA.id), {})
    assert why_not(NORA, replace(MATTER, about=boss), {NORA.id: boss})
    assert not why_not(NORA, replace(MATTER, about=boss), {})


def test_nobody_works_on_a_grievance_about_a_request_they_handled() -> None:
    assert why_not(NORA, replace(MATTER, took_part=frozenset({NORA.id})), {})


def test_a_clinical_one_goes_to_somebody_licensed_in_the_office_s_state() -> None:
    clinical = replace(MATTER, clinical=True)

    assert why_not(NORA, clinical, {})
    assert why_not(replace(NORA, licensed_in=frozenset({"AZ"})), clinical, {})
    assert not why_not(replace(NORA, licensed_in=frozenset({"CA"})), clinical, {})


def test_what_is_closed_can_only_be_opened_again_and_an_appeal_not_at_all() -> None:
    for state in State:
        moves = {move for (start, move) in MOVES if start is state}
        if state is State.BECAME_APPEAL:
            assert moves == set()
        elif state not in {State.OPEN, State.IN_WORK}:
            assert moves == {Move.REOPEN}
    with pytest.raises(MoveNotAllowed, match="cannot answer"):
        after(State.OPEN, Move.ANSWER)


def test_the_tables_are_whole() -> None:
    assert set(intents()) == set(Intent)
    assert all(one.en and one.es for one in categories().values())
    assert [one.key for one in categories().values() if one.quality] == ["quality_of_care"]
