"""Asking: the most specific answer of each authority, or a person is asked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openmso.rulebook.book import Rulebook, load_rulebook, read_rulebook
from openmso.rulebook.errors import (
    ConflictingAnswers,
    NoAnswer,
    RulebookError,
    UnknownFact,
    UnknownQuestion,
    UnknownRule,
)

ON = date(2026, 11, 22)
Write = Callable[..., Path]


def row(id_: str, **fields: str) -> str:
    """Return a whole row; a field given as "" is left out."""
    whole = {
        "for": "{}",
        "authority": "federal",
        "value": "7 calendar days",
        "starts_at": "request_received",
        "event": "a request",
        "action": "decide",
        "source": "invented law 1",
        "verified": "known",
        "checked_on": "2026-11-22",
        "process": "invented",
        **{name.removesuffix("_"): value for name, value in fields.items()},
    }
    lines = "".join(f"    {name}: {value}\n" for name, value in whole.items() if value)
    return f"  - id: {id_}\n{lines}"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(*rows: str, name: str = "loans/limit.yaml", head: str = "") -> Path:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"question: How long?\n{head}answers:\n{''.join(rows)}", encoding="utf-8")
        return tmp_path

    return write_file


def read(folder: Path) -> Rulebook:
    return read_rulebook([folder])


def faults(folder: Path) -> list[str]:
    with pytest.raises(RulebookError) as refused:
        read_rulebook([folder])
    return [str(finding) for finding in refused.value.findings]


def test_the_answer_with_more_matching_facts_wins_within_one_authority(write: Write) -> None:
    book = read(
        write(
            row("GENERAL", for_="{line_of_business: MA}"),
            row("SPECIAL", for_="{line_of_business: MA, urgency: expedited}"),
            row("OTHER", for_="{line_of_business: [KK, MEDI-CAL]}"),
        )
    )

    def asked(**facts: str) -> list[str]:
        return [answer.id for answer in book.ask("loans/limit", on=ON, facts=facts)]

    assert asked(line_of_business="MA", urgency="standard") == ["GENERAL"]
    assert asked(line_of_business="MA") == ["GENERAL"]
    assert asked(line_of_business="MA", urgency="expedited") == ["SPECIAL"]
    assert asked(line_of_business="KK", urgency="expedited") == ["OTHER"]


def test_every_authority_is_heard(write: Write) -> None:
    book = read(write(row("LAW"), row("STATE", authority="state"), row("US", authority="house")))

    assert len(book.ask("loans/limit", on=ON, facts={})) == 3


def test_nobody_answering_is_an_error_and_not_a_default(write: Write) -> None:
    book = read(write(row("A", for_="{urgency: expedited}", until="2026-12-01")))

    for on, urgency in ((ON, "standard"), (date(2026, 12, 1), "expedited")):
        with pytest.raises(NoAnswer, match='no rule answers "loans/limit"'):
            book.ask("loans/limit", on=on, facts={"urgency": urgency})
    assert book.answers_in_force("loans/limit", on=ON, facts={"urgency": None}) == ()


def test_two_answers_of_one_authority_are_an_error(write: Write) -> None:
    # The checks refuse such files; a book put together by hand is still not believed.
    one = read(write(row("A"))).rule("A")
    two = read(write(row("B"))).rule("B")
    book = Rulebook(edition="", answers={}, questions={}, by_question={"q": (one, two)})

    with pytest.raises(ConflictingAnswers, match="A, B"):
        book.ask("q", on=ON, facts={})


def test_an_answer_begins_on_its_first_day_and_ends_before_its_until(write: Write) -> None:
    rule = read(write(row("A", from_="2026-01-01", until="2026-02-01"))).rule("A")

    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]
    assert [rule.in_force(day) for day in days] == [False, True, True, False]


def test_a_plans_term_in_another_folder_is_one_more_authority(write: Write) -> None:
    contract = row("PLAN-X", authority="contract", value="3 calendar days", for_="{plan: x}")
    folder = write(contract, name="prior_auth/standard_decision.yaml")
    facts = {
        "line_of_business": "MA",
        "urgency": "standard",
        "item_or_drug": "item",
        "subject_to_prior_authorization": True,
    }

    book = load_rulebook([folder])
    answers = book.ask("prior_auth/decision_due", on=ON, facts={**facts, "plan": "x"})

    assert {answer.id for answer in answers} == {"MA-OD-STD-PA-7", "PLAN-X"}
    assert [a.id for a in book.ask("prior_auth/decision_due", on=ON, facts=facts)] == [
        "MA-OD-STD-PA-7"
    ]
    assert book.edition != load_rulebook().edition


def test_a_question_that_gathers_others_hears_their_answers(write: Write) -> None:
    folder = write(row("A"))
    (folder / "all.yaml").write_text("question: All?\ngathers: [loans/limit]\n", encoding="utf-8")

    assert [answer.id for answer in read(folder).ask("all", on=ON, facts={})] == ["A"]


def test_unknown_names_are_refused_with_the_nearest(write: Write) -> None:
    book = read(write(row("MA-OD-7")))

    with pytest.raises(UnknownRule, match="nearest: MA-OD-7"):
        book.rule("ma-od-14")
    with pytest.raises(UnknownQuestion, match="nearest: loans/limit"):
        book.ask("loan/limits", on=ON, facts={})
    with pytest.raises(UnknownFact, match='there is no fact "age"'):
        book.ask("loans/limit", on=ON, facts={"age": "old"})
    with pytest.raises(UnknownFact, match="urgency cannot be urgent"):
        book.ask("loans/limit", on=ON, facts={"urgency": "urgent"})
    with pytest.raises(UnknownFact, match="known: true, false"):
        book.ask("loans/limit", on=ON, facts={"subject_to_prior_authorization": "yes"})


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"value": "7 days"}, "write calendar or business days"),
        ({"value": "7 fortnights"}, "not a length of time"),
        ({"value": "promptly"}, "not a limit in words"),
        ({"extension": "14 days"}, "write calendar or business days"),
        ({"value": "gate", "extension": "14 calendar days"}, "has no time that could be extended"),
        ({"from_": "2026-02-30"}, '"from" cannot be "2026-02-30"'),
        ({"from_": "soon"}, '"from" of A is a day like 2026-01-01'),
        ({"from_": "2026-02-01", "until": "2026-02-01"}, "A ends before it begins"),
        ({"source": ""}, 'the field "source" of A is missing'),
        ({"checked_on": ""}, '"checked_on" of A is a day'),
        ({"verified": ""}, 'the field "verified" of A is missing'),
        ({"verified": "surely"}, 'verified cannot be "surely"'),
        ({"authority": "county"}, 'authority cannot be "county"'),
        ({"starts_at": "teatime"}, 'there is no moment "teatime"'),
        ({"consequence": "fine"}, 'consequence cannot be "fine"'),
        ({"for_": "{age: old}"}, 'there is no fact "age"'),
        ({"for_": "{urgency: urgent}"}, "urgency cannot be urgent"),
        ({"for_": "{plan: 7}"}, "plan is a text"),
        ({"for_": "everybody"}, '"for" is a list of facts'),
        ({"sorce": "x"}, 'there is no field "sorce"'),
        ({"also_answers": "[loans/limits]"}, "which no file asks"),
        ({"gives_way_to": "[B]"}, "gives way to B, which is not a rule"),
        ({"verified": "read"}, "which source was read?"),
        ({"value": "30 calendar days total"}, "only an extension counts"),
        ({"extension": "2 calendar days before"}, "cannot be an extension"),
        ({"value": "0 percent per year"}, "a rate is more than 0"),
        ({"value": "15 percent per month"}, "not a length of time"),
        ({"limit_is": "rumor"}, 'limit_is cannot be "rumor"'),
        ({"or_later": "teatime"}, 'there is no moment "teatime"'),
        ({"may_pause": "180 calendar days"}, 'the field "pause_grounds" of A is missing'),
        ({"may_pause": "6 months", "pause_grounds": "x"}, "is told in calendar days"),
        (
            {"may_pause": "9 calendar days", "pause_grounds": "x", "value": "noon next day"},
            "has no time that could be paused",
        ),
        ({"receipt_presumed_after": "5 days"}, "write calendar or business days"),
    ],
)
def test_a_fault_in_a_row_is_told_with_file_and_line(
    write: Write, fields: dict[str, str], sentence: str
) -> None:
    found = faults(write(row("GOOD", authority="house"), row("A", **fields)))

    assert any(sentence in finding for finding in found), found
    assert all(14 <= int(finding.split(":")[1]) <= 27 for finding in found)
    assert all(finding.startswith("loans/limit.yaml:") for finding in found)


def test_an_id_is_used_once(write: Write) -> None:
    folder = write(row("A"), row("A", authority="state"))

    assert "the id A is taken (loans/limit.yaml:3)" in faults(folder)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{urgency: standard}", "{urgency: standard}"),
        ("{urgency: standard}", "{item_or_drug: item}"),
        ("{line_of_business: [MA, KK]}", "{line_of_business: [KK, MEDI-CAL]}"),
    ],
)
def test_two_answers_of_one_authority_to_one_request_are_found_in_the_files(
    write: Write, one: str, other: str
) -> None:
    found = faults(write(row("A", for_=one, until="2027-01-01"), row("B", for_=other)))

    assert "B and A are both federal answers" in found[0]
    apart = write(row("A", for_=one, until="2027-01-01"), row("B", for_=other, from_="2027-01-01"))
    assert len(read(apart).answers) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("question: [", "not readable as YAML"),
        ("- a list", "a file has a question and answers"),
        ("question: How?\n", "there are no answers"),
        ("question: How?\nanswers:\n  - just words\n", "an answer is a list of fields"),
        ("answers: []\n", "the question is missing"),
        ("question: How?\nquestion: Why?\nanswers: []\n", '"question" is written twice'),
        ("question: How?\nauthor: me\nanswers: []\n", 'no head field "author"'),
        ("question: How?\ngathers: [nothing]\n", 'no file asks "nothing"'),
        ("\x00", "not readable as YAML"),
    ],
)
def test_a_file_that_is_no_question_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")

    assert any(sentence in finding for finding in faults(tmp_path))


def test_a_question_may_insist_on_one_kind_of_answer(write: Write) -> None:
    found = faults(write(row("A", value="gate"), head="unit_of_answer: span\n"))

    assert "the answers of this question are a span" in found[0]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no such folder of rules" in faults(tmp_path / "nowhere")[0]
