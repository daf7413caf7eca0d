"""What survives a change of PCP, IPA or plan, and until when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from openmso.care.case_management.domain.continuity import (
    GoesOn,
    UnderWay,
    continuity,
)
from openmso.care.case_management.domain.cover import Change, Cover, What, changes
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import OfficeCalendar

pytestmark = pytest.mark.requirement("S000-46", "S001-45")

OFFICE = OfficeCalendar.of("America/Los_Angeles")
BOOK = default_rulebook()
JANUARY, MARCH = date(2026, 1, 1), date(2026, 3, 1)
ONE_DAY = timedelta(days=1)
HARBOR, TIDE = uuid4(), uuid4()
NORTH, SOUTH = uuid4(), uuid4()
ABARA, LIM = uuid4(), uuid4()


def cover(
    from_on: date,
    until_on: date | None = None,
    *,
    plan: UUID = HARBOR,
    ipa: UUID = NORTH,
    pcp: UUID | None = ABARA,
    line: str = "MA",
    **given: Any,
) -> Cover:
    return Cover(
        plan_id=plan,
        plan_name="",
        line_of_business=line,
        ipa_id=ipa,
        ipa_name="",
        pcp_id=pcp,
        pcp_name="",
        from_on=from_on,
        until_on=until_on,
        **({"known_from": datetime(2026, 1, 1, tzinfo=UTC)} | given),
    )


def the_change(*covers: Cover) -> Change:
    [found] = [one for one in changes(covers) if one.before is not None]
    return found


THERAPY = UnderWay(
    what="Therapy",
    from_on=date(2026, 2, 1),
    until_on=date(2026, 5, 2),
    approval="AU-1",
    rule_id="MA-APPROVAL-COURSE",
)
DIALYSIS = UnderWay(what="Dialysis", from_on=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ({"pcp": LIM}, (What.PCP,)),
        ({"ipa": SOUTH}, (What.IPA,)),
        ({"ipa": SOUTH, "pcp": LIM}, (What.IPA, What.PCP)),
        ({"plan": TIDE}, (What.PLAN,)),
    ],
)
def test_a_change_is_read_from_two_spans_one_after_the_other(
    new: dict[str, Any], what: tuple[What, ...]
) -> None:
    found = the_change(cover(JANUARY, MARCH), cover(MARCH, **new))

    assert (found.on, found.what) == (MARCH, what)


def test_a_renewed_span_changes_nothing() -> None:
    assert [one.before for one in changes([cover(JANUARY, MARCH), cover(MARCH)])] == [None]


def test_two_plans_at_once_change_each_by_itself() -> None:
    covers = [
        cover(JANUARY, MARCH),
        cover(JANUARY, line="MEDI-CAL", plan=uuid4()),
        cover(MARCH, plan=TIDE),
    ]

    found = the_change(*covers)

    assert found.before is not None
    assert (found.before.line_of_business, found.what) == ("MA", (What.PLAN,))


def test_a_cover_that_ends_without_another_is_a_change_too() -> None:
    found = the_change(cover(JANUARY, MARCH))

    assert (found.on, found.after) == (MARCH, None)


@pytest.mark.parametrize("new", [{"pcp": LIM}, {"ipa": SOUTH}])
def test_within_the_plan_an_approval_keeps_its_own_last_day(new: dict[str, Any]) -> None:
    change = the_change(cover(JANUARY, MARCH), cover(MARCH, **new))

    approval, treatment = continuity(change, [THERAPY, DIALYSIS], book=BOOK, office=OFFICE)

    assert (approval.goes_on, approval.until_on) == (GoesOn.AS_BEFORE, THERAPY.until_on)
    assert (treatment.goes_on, treatment.until_on) == (GoesOn.AS_BEFORE, None)


def test_in_a_new_medicare_plan_the_rule_says_until_when() -> None:
    change = the_change(cover(JANUARY, MARCH), cover(MARCH, plan=TIDE))
    rule = BOOK.rule("MA-TRANSITION-90")

    [answer] = continuity(change, [DIALYSIS], book=BOOK, office=OFFICE)

    assert answer.goes_on is GoesOn.FOR_A_TIME
    assert answer.until_on is not None
    assert str(rule.value).startswith(str((answer.until_on - ONE_DAY - MARCH).days))
    assert (answer.rule_id, answer.citation) == (rule.id, rule.citation)


def test_somebody_new_to_us_keeps_a_treatment_under_way() -> None:
    [change] = changes([cover(MARCH)])

    [answer] = continuity(change, [DIALYSIS], book=BOOK, office=OFFICE)

    assert (change.before, answer.goes_on) == (None, GoesOn.FOR_A_TIME)


@pytest.mark.parametrize("line", ["KK", "MEDI-CAL", "AZ-COMM"])
def test_where_no_rule_gives_a_length_nothing_ends_before_a_person_has_decided(line: str) -> None:
    change = the_change(cover(JANUARY, MARCH, line=line), cover(MARCH, plan=TIDE, line=line))

    [answer] = continuity(change, [DIALYSIS], book=BOOK, office=OFFICE)

    assert (answer.goes_on, answer.until_on) == (GoesOn.A_PERSON_DECIDES, None)
    assert "goes on until a person" in answer.why


def test_when_the_cover_ends_a_person_decides() -> None:
    [answer] = continuity(the_change(cover(JANUARY, MARCH)), [THERAPY], book=BOOK, office=OFFICE)

    assert answer.goes_on is GoesOn.A_PERSON_DECIDES


@pytest.mark.parametrize(
    ("from_on", "until_on", "counts"),
    [
        (date(2026, 2, 1), MARCH, True),  # cut on the very day of the change
        (date(2026, 2, 1), MARCH - ONE_DAY, False),
        (MARCH, None, False),
        (MARCH - ONE_DAY, None, True),
    ],
)
def test_only_what_was_under_way_on_the_day_before_counts(
    from_on: date, until_on: date | None, counts: bool
) -> None:
    change = the_change(cover(JANUARY, MARCH), cover(MARCH, ipa=SOUTH))
    thing = UnderWay(what="Therapy", from_on=from_on, until_on=until_on)

    assert bool(continuity(change, [thing], book=BOOK, office=OFFICE)) is counts
