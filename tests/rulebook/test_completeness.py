"""Every question is answered over the years, or the files say why not."""

from datetime import date
from pathlib import Path

import pytest

from openmso.rulebook.book import Rulebook, load_rulebook, read_rulebook
from openmso.rulebook.completeness import completeness, old_checks
from openmso.rulebook.errors import RulebookError

BOOK = load_rulebook()
ROW = """
  - id: {id}
    for: {facts}
    authority: {authority}
    {dates}
    value: 7 calendar days
    starts_at: request_received
    event: a request
    action: decide
    source: invented law 1
    verified: known
    checked_on: 2026-11-22
    process: invented
"""


def row(id_: str, *, facts: str = "{}", authority: str = "federal", dates: str = "") -> str:
    return ROW.format(id=id_, facts=facts, authority=authority, dates=dates)


def write(folder: Path, *rows: str, head: str = "") -> Path:
    text = f"question: How long?\n{head}answers:\n{''.join(rows)}"
    (folder / "limit.yaml").write_text(text, encoding="utf-8")
    return folder


def book(folder: Path, *rows: str, head: str = "") -> Rulebook:
    return read_rulebook([write(folder, *rows, head=head)])


def gaps(read: Rulebook) -> list[str]:
    return [str(gap) for gap in completeness(read).gaps]


def left_open(read: Rulebook) -> list[str]:
    return [gap.line_of_business for gap in completeness(read).left_open]


def faults(folder: Path, *rows: str, head: str = "") -> list[str]:
    with pytest.raises(RulebookError) as refused:
        book(folder, *rows, head=head)
    return [str(finding) for finding in refused.value.findings]


def test_the_law_that_ships_has_no_gap_from_2025_to_2029() -> None:
    assert gaps(BOOK) == []


def test_what_the_law_that_ships_leaves_open_is_named_and_nothing_of_ours_is() -> None:
    found = {(gap.question, gap.line_of_business) for gap in completeness(BOOK).left_open}

    assert ("prior_auth/member_notice", "AZ-COMM") in found
    # Nobody works without an answer to these, whatever the line of business.
    needed = ("decision_due", "provider_notice", "silence", "validity")
    assert not [name for name, _ in found if name in {f"prior_auth/{one}" for one in needed}]


def test_an_authority_that_answers_at_one_time_must_answer_at_every_time(tmp_path: Path) -> None:
    read = book(tmp_path, row("LATE", facts="{line_of_business: MA}", dates="from: 2027-01-01"))

    assert gaps(read) == ["limit, MA, 2025-Q1 to 2026-Q4: no federal answer, and no reason why"]


def test_a_change_in_the_middle_of_a_quarter_is_asked_about_too(tmp_path: Path) -> None:
    read = book(
        tmp_path,
        row("OLD", facts="{line_of_business: MA, urgency: standard}", dates="until: 2026-02-10"),
        row("NEW", facts="{line_of_business: MA, urgency: expedited}", dates="from: 2026-02-12"),
    )

    assert gaps(read) == [
        "limit, MA, urgency standard, 2026-Q1 to 2029-Q4: no federal answer, and no reason why",
        "limit, MA, urgency expedited, 2025-Q1 to 2026-Q1: no federal answer, and no reason why",
    ]


def test_a_gap_with_a_reason_is_none(tmp_path: Path) -> None:
    silent = (
        "silent:\n  - for: {line_of_business: MA}\n    until: 2027-01-01\n"
        "    reason: The law begins on that day.\n"
    )
    late = row("LATE", facts="{line_of_business: MA}", dates="from: 2027-01-01")

    assert gaps(book(tmp_path, late, head=silent)) == []


def test_a_reason_for_silence_where_somebody_answers_is_found(tmp_path: Path) -> None:
    silent = "silent:\n  - for: {line_of_business: MA}\n    reason: No such law.\n"

    found = gaps(book(tmp_path, row("A"), head=silent))

    assert found == ["limit, MA, 2025-Q1 to 2029-Q4: a federal answer, although: No such law."]


def test_who_is_said_to_answer_must_answer(tmp_path: Path) -> None:
    read = book(
        tmp_path,
        row("A", facts="{line_of_business: MA}"),
        head="speaks: {MA: federal, KK: [federal, state]}\n",
    )

    assert [gap.split(": ")[0] for gap in gaps(read)] == ["limit, KK, 2025-Q1 to 2029-Q4"] * 2


def test_two_answers_of_one_authority_to_one_request_are_a_gap(tmp_path: Path) -> None:
    read = book(tmp_path, row("A"))
    twice = Rulebook(
        edition="",
        answers=read.answers,
        questions=read.questions,
        by_question={"limit": (read.rule("A"), book(tmp_path, row("B")).rule("B"))},
    )

    assert all("two answers" in gap for gap in gaps(twice)[::2])
    assert len(gaps(twice)) > 0


def test_a_line_of_business_that_nobody_speaks_of_is_left_open_by_name(tmp_path: Path) -> None:
    one = row("A", facts="{line_of_business: [MA, KK]}")
    reason = "silent:\n  - for: {line_of_business: AZ-COMM}\n    reason: Not Arizona's.\n"

    assert left_open(book(tmp_path, one)) == ["MEDI-CAL", "AZ-COMM"]
    assert left_open(book(tmp_path, one, head=reason)) == ["MEDI-CAL"]


def test_an_installations_file_of_the_same_path_may_add_reasons(tmp_path: Path) -> None:
    law, own = tmp_path / "law", tmp_path / "own"
    law.mkdir()
    own.mkdir()
    write(law, row("A", facts="{line_of_business: [MA, KK, MEDI-CAL]}"))
    reason = "silent:\n  - for: {line_of_business: AZ-COMM}\n    reason: We are not there.\n"
    write(own, row("B", facts="{plan: x}", authority="contract"), head=reason)

    assert left_open(read_rulebook([law])) == ["AZ-COMM"]
    assert left_open(read_rulebook([law, own])) == []


def test_a_question_that_gathers_others_is_asked_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path, row("A", facts="{line_of_business: MA}"))
    text = "question: All?\ngathers: [limit]\nspeaks: {KK: state}\n"
    (tmp_path / "all.yaml").write_text(text, encoding="utf-8")

    assert [gap.question for gap in completeness(read_rulebook([tmp_path])).gaps] == ["all"]


def test_a_hole_between_two_answers_stops_the_start(tmp_path: Path) -> None:
    old, new = row("OLD", dates="until: 2026-01-01"), row("NEW", dates="from: 2026-02-01")
    reason = "silent:\n  - from: 2026-01-01\n    until: 2026-02-01\n    reason: Repealed.\n"

    assert faults(tmp_path, old, new) == [
        'limit.yaml:4: nobody answers "limit" from 2026-01-01, when OLD ends, to 2026-02-01:'
        ' say why under "silent"'
    ]
    assert len(book(tmp_path, old, new, head=reason).answers) == 2
    assert len(book(tmp_path, old, row("NEW", dates="from: 2026-01-01")).answers) == 2
    assert len(book(tmp_path, old).answers) == 1


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("speaks: {HMO: federal}\n", 'no line of business "HMO"'),
        ("speaks: county\n", 'authority cannot be "county"'),
        ("silent: never\n", '"silent" is a list of cases'),
        ("silent:\n  - for: {}\n", 'every case of "silent" says its reason'),
        ("silent:\n  - {reason: So., since: 2026-01-01}\n", '"silent" has no field "since"'),
        ("silent:\n  - {reason: So., from: soon}\n", '"from" of "silent" is a day'),
        ("silent:\n  - {reason: So., for: all}\n", '"for" is a list of facts'),
        ("silent:\n  - {reason: So., for: {age: old}}\n", 'there is no fact "age"'),
        ("silent:\n  - {reason: So., authority: me}\n", 'authority cannot be "me"'),
    ],
)
def test_a_head_that_cannot_be_meant_is_told_with_its_line(
    tmp_path: Path, head: str, sentence: str
) -> None:
    found = faults(tmp_path, row("A"), head=head)

    assert any(sentence in finding for finding in found), found
    assert all(finding.startswith("limit.yaml:2:") for finding in found)


def test_a_rule_unchecked_for_more_than_a_year_is_listed() -> None:
    assert old_checks(BOOK, date(2026, 11, 22)) == ()
    assert len(old_checks(BOOK, date(2027, 11, 22))) == 0
    assert len(old_checks(BOOK, date(2027, 11, 23))) == len(BOOK.answers)
