"""The decisions about appeals: who is independent, what is in time, what may take longer."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from openmso.casework.appeals.domain.extension import why_not_longer
from openmso.casework.appeals.domain.filing import window_of
from openmso.casework.appeals.domain.independence import (
    FirstReview,
    superiors_of,
    why_not_independent,
)
from openmso.casework.appeals.domain.states import MOVES, Move, State, after
from openmso.casework.appeals.domain.types import (
    AppealType,
    Authority,
    FiledBy,
    authority_of,
    extensions_not_taken,
    type_of,
)
from openmso.office.moves import MoveNotAllowed
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import OfficeCalendar

OFFICE = OfficeCalendar.of("America/Los_Angeles")
SIGNER, NURSE, CHIEF, OTHER = (uuid4() for _ in range(4))
FIRST = FirstReview(signed_by=frozenset({SIGNER}), took_part=frozenset({SIGNER, NURSE}))


@pytest.mark.parametrize(
    ("person", "reports_to", "word"),
    [
        (SIGNER, {}, "signed"),
        (NURSE, {}, "took part"),
        (OTHER, {OTHER: SIGNER}, "work under"),
        (OTHER, {OTHER: CHIEF, CHIEF: SIGNER}, "work under"),
    ],
)
def test_who_took_part_or_works_under_the_signer_is_not_independent(
    person: UUID, reports_to: dict[UUID, UUID], word: str
) -> None:
    assert word in why_not_independent(person, FIRST, reports_to)[0]


def test_a_superior_of_the_signer_and_a_stranger_are_independent() -> None:
    assert why_not_independent(OTHER, FIRST, {}) == ()
    assert why_not_independent(CHIEF, FIRST, {SIGNER: CHIEF}) == ()


def test_a_circle_of_superiors_ends() -> None:
    assert superiors_of(OTHER, {OTHER: CHIEF, CHIEF: OTHER}) == {CHIEF, OTHER}


@pytest.mark.parametrize(
    ("line", "rule", "last_day"),
    [
        ("MA", "MA-RECON-FILE-65", date(2027, 1, 24)),
        ("MEDI-CAL", "MC-APPEAL-FILE-60", date(2027, 1, 19)),
        ("KK", "KK-GRIEV-FILE-180", date(2027, 5, 19)),
    ],
)
def test_until_when_an_appeal_may_be_filed(line: str, rule: str, last_day: date) -> None:
    window = window_of(line, told_on=date(2026, 11, 20), book=default_rulebook(), office=OFFICE)

    assert window.rule is not None
    assert window.until is not None
    assert (window.rule.id, OFFICE.local(window.until).date()) == (rule, last_day)
    assert not window.is_late(window.until)


def test_no_rule_no_last_day() -> None:
    window = window_of(
        "AZ-COMM", told_on=date(2026, 11, 20), book=default_rulebook(), office=OFFICE
    )

    assert not window.is_late(datetime(2040, 1, 1, tzinfo=UTC))


def test_what_an_appeal_is_called_and_who_needs_a_paper() -> None:
    assert type_of("MA", is_drug=True) is AppealType.PART_B_DRUG
    assert type_of("KK", is_drug=True) is AppealType.GRIEVANCE
    assert type_of("AZ-COMM", is_drug=False) is AppealType.WITHOUT_A_RULE
    physician = FiledBy.TREATING_PHYSICIAN
    assert authority_of("MA", physician, shown=False) is Authority.NOT_NEEDED
    assert authority_of("MEDI-CAL", physician, shown=False) is Authority.PENDING
    assert authority_of("MA", FiledBy.REPRESENTATIVE, shown=True) is Authority.SHOWN


def test_an_extension_that_is_doubtful_or_not_written_is_not_taken() -> None:
    book = default_rulebook()

    assert why_not_longer((book.rule("MA-RECON-STD-30D"),), taken=False) == ""
    assert "once" in why_not_longer((book.rule("MA-RECON-STD-30D"),), taken=True)
    assert "doubtful" in why_not_longer((book.rule("MC-APPEAL-30D"),), taken=False)
    assert "No rule" in why_not_longer((book.rule("MA-RECON-PARTB-7D"),), taken=False)
    assert all(book.rule(rule_id).extension for rule_id in extensions_not_taken())


def test_only_a_reviewer_s_desk_leads_to_an_answer() -> None:
    answers = {State.OVERTURNED, State.PARTLY_UPHELD, State.UPHELD}

    assert {start for (start, _), end in MOVES.items() if end in answers} == {State.WITH_REVIEWER}
    with pytest.raises(MoveNotAllowed, match="uphold the no of an appeal that is open"):
        after(State.OPEN, Move.UPHOLD)
