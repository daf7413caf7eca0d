"""Notices: who is told what on which event, and every fault of a file with its place."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.errors import RulebookError, UnknownFact, UnknownRule
from openmso.rulebook.notice_book import load_notices
from openmso.rulebook.notice_words import CONTENT, ENCLOSURES, EVENTS, RECIPIENTS, SITUATIONS

BOOK = load_rulebook()
NOTICES = load_notices(BOOK)
ON = date(2026, 11, 22)
GOOD = {
    "id": "HELLO",
    "event": "breach_found",
    "recipient": "member",
    "deadlines": "[HIPAA-BREACH-IND-60]",
    "says": "[what_happened]",
    "source": "invented law 1",
    "verified": "known",
    "checked_on": "2026-11-22",
}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(head: str = "notice: Hello\n", **fields: str) -> Path:
        row = {**GOOD, **{name.removesuffix("_"): value for name, value in fields.items()}}
        lines = "\n    ".join(f"{name}: {value}" for name, value in row.items() if value)
        folder = tmp_path / "notices"
        folder.mkdir(exist_ok=True)
        (folder / "hello.yaml").write_text(f"{head}notices:\n  - {lines}\n", encoding="utf-8")
        return tmp_path

    return write_file


def test_a_denial_in_medi_cal_is_told_to_the_member_and_to_the_practice() -> None:
    facts = {"line_of_business": "MEDI-CAL", "outcome": "deny"}

    owed = NOTICES.owed_on("request_denied", facts=facts, on=ON)

    assert {(notice.id, notice.recipient) for notice in owed} == {
        ("MC-DENIAL", "member"),
        ("MC-DENIAL-PROVIDER", "provider"),
    }


def test_the_clinical_reason_is_told_when_necessity_is_the_ground() -> None:
    notice = NOTICES.notice("KK-DENIAL")

    assert "clinical_reason" in notice.must_say(frozenset({"not_medically_necessary"}))
    assert "clinical_reason" not in notice.must_say(frozenset({"not_covered"}))


def test_the_privacy_notice_speaks_of_substance_use_from_its_day_on() -> None:
    def owed(on: date) -> set[str]:
        return {notice.id for notice in NOTICES.owed_on("first_service", facts={}, on=on)}

    assert owed(date(2026, 2, 16)) - owed(date(2026, 2, 15)) == {"PRIVACY-NOTICE-2026"}


def test_every_notice_has_a_source_and_rules_that_exist() -> None:
    for notice in NOTICES.notices.values():
        assert notice.source
        assert notice.verified.meaning
        assert all(BOOK.rule(rule) for rule in notice.deadlines)


def test_every_word_is_used_by_a_notice() -> None:
    notices = NOTICES.notices.values()
    cases = [case for each in notices for case in (each.says_when, each.form_says)]
    said = {text for case in cases for texts in case.values() for text in texts}

    assert {each.event for each in notices} == EVENTS.keys()
    assert {each.recipient for each in notices} == RECIPIENTS.keys()
    assert {text for each in notices for text in each.says} | said == CONTENT.keys()
    assert {text for each in notices for text in each.encloses} == ENCLOSURES.keys()
    assert {case for each in notices for case in each.says_when} == SITUATIONS.keys()


def test_names_that_nobody_knows_are_refused() -> None:
    with pytest.raises(UnknownRule, match='no notice "MA-HELLO"'):
        NOTICES.notice("MA-HELLO")
    with pytest.raises(ValueError, match='no event "tea"'):
        NOTICES.owed_on("tea", facts={}, on=ON)
    with pytest.raises(UnknownFact):
        NOTICES.owed_on("breach_found", facts={"age": "old"}, on=ON)


def test_an_installation_adds_a_notice_of_its_own(write: Write) -> None:
    folder = write()

    book = load_notices(BOOK, [folder])

    assert {notice.id for notice in book.owed_on("breach_found", facts={}, on=ON)} == {
        "BREACH-LETTER",
        "HELLO",
    }
    assert load_rulebook([folder]).answers.keys() == BOOK.answers.keys()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"id": ""}, 'the field "id" is missing'),
        ({"id": "BREACH-LETTER"}, "the id BREACH-LETTER is taken"),
        ({"event": "tea"}, 'event cannot be "tea"'),
        ({"recipient": "neighbor"}, 'recipient cannot be "neighbor"'),
        ({"deadlines": ""}, 'write "deadlines: []"'),
        ({"deadlines": "[NO-RULE]"}, "due by NO-RULE, which is not a rule"),
        ({"says": "[gossip]"}, 'says cannot be "gossip"'),
        ({"says": ""}, "HELLO says nothing"),
        ({"says_when": "{rain: [reason]}"}, 'says_when cannot be "rain"'),
        ({"says_when": "always"}, '"says_when" is a list'),
        ({"encloses": "[cake]"}, 'encloses cannot be "cake"'),
        ({"form_says": "{cms_10003: [reason]}"}, 'form_says cannot be "cms_10003"'),
        ({"from_": "soon"}, '"from" of HELLO is a day'),
        ({"verified": "surely"}, 'verified cannot be "surely"'),
        ({"for_": "{age: old}"}, 'there is no fact "age"'),
        ({"sauce": "x"}, 'there is no field "sauce"'),
        ({"head": "name: Hello\n"}, "the name of the notice is missing"),
        ({"head": "notice: Hello\nby: me\n"}, 'no head field "by"'),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    write: Write, fields: dict[str, str], sentence: str
) -> None:
    with pytest.raises(RulebookError) as refused:
        load_notices(BOOK, [write(**fields)])

    found = [str(finding) for finding in refused.value.findings]
    assert any(sentence in finding for finding in found), found
    assert all(finding.startswith("notices/hello.yaml:") for finding in found)
