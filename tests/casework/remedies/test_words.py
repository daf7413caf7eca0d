"""What members read: plain, in both languages, and never that they may not apply."""

import re
from collections.abc import Iterator

import pytest

from factories.remedies import COMMERCIAL, MEDI_CAL, remedy, routed, without_names
from openmso.casework.remedies.states import State
from openmso.casework.remedies.table import default_table
from openmso.casework.remedies.words import Words
from openmso.office.letters.reading_level import reading_grade

TABLE = default_table()
MOST = 6.0
FORBIDDEN = {
    "en": r"may not|must not|cannot|can't|can not|could not|not allowed|not eligible|ineligible|"
    r"no right|not qualify|expired|too late|do not apply|not apply|barred|forbidden|give up|"
    r"lost your|no longer|never ask|unable",
    "es": r"no puede|no podr|no tiene derecho|no califica|no es elegible|inelegible|venci[óo]|"
    r"caduc|expir|demasiado tarde|no solicite|no pida|prohibi|perdió|ya no",
}


def texts() -> Iterator[tuple[str, Words]]:
    """Yield every text of the data that a member can meet, with its place."""
    yield from TABLE.words.items()
    for row in TABLE.remedies:
        yield from ((f"{row.id} {part}", getattr(row, part)) for part in ("name", "says", "who"))
    for warning in TABLE.warnings:
        yield warning.id, warning.says
    yield "plan_records", TABLE.papers["plan_records"].says
    for question in TABLE.questions.values():
        yield question.id, question.asks
        if question.help:
            yield f"{question.id} help", question.help
        yield from ((f"{question.id} {value}", words) for value, words in question.values.items())


ALL = dict(texts())
SHOWN = {
    name: words
    for name, words in ALL.items()
    if name.split()[0] not in {q.id for q in TABLE.questions.values() if q.by_office}
}


def plain(words: Words) -> str:
    return without_names(re.sub(r"{\w+}", "it", words.en))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.requirement("S004-14")
def test_no_text_says_that_a_member_may_not_apply(language: str) -> None:
    found = {
        name: words.in_language(language)
        for name, words in ALL.items()
        if re.search(FORBIDDEN[language], words.in_language(language), re.IGNORECASE)
    }

    assert not found


@pytest.mark.requirement("S004-04")
def test_the_texts_read_at_grade_six_or_below() -> None:
    assert reading_grade("\n".join(plain(words) for words in SHOWN.values())) <= MOST


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_each_text_alone_is_not_much_harder(name: str) -> None:
    """One long word weighs much in a short text, so a single one may reach grade 8."""
    text = plain(SHOWN[name])

    if text.endswith((".", "?")):
        assert reading_grade(text) <= MOST + 2, f"{reading_grade(text):.1f} {text}"


def test_every_text_is_another_one_in_spanish() -> None:
    same = {name for name, words in ALL.items() if words.en == words.es}

    assert same <= {"benefit Medicare", "benefit Medi-Cal", "state_hearing none"}


@pytest.mark.requirement("S004-02", "S004-04")
def test_every_remedy_says_what_it_is_and_who_decides() -> None:
    for row in TABLE.remedies:
        assert len(row.says.en.split()) > 5
        assert row.who.en

    hearing = remedy(routed(MEDI_CAL), "state_hearing").row
    assert "judge of the state" in hearing.who.en
    assert "by phone or by mail" in hearing.says.en


@pytest.mark.requirement("S004-05", "S004-06")
def test_before_choosing_a_medi_cal_member_hears_that_a_hearing_first_may_close_review() -> None:
    answer = routed(MEDI_CAL, grievance="none")

    for key in ("imr", "state_hearing"):
        heard = [warning.words for warning in remedy(answer, key).warnings]
        assert any("you may lose IMR" in words.en for words in heard)
        assert any("puede perder la IMR" in words.es for words in heard)
        assert any("After IMR you can still ask for a State Hearing" in words.en for words in heard)


@pytest.mark.parametrize(
    ("coverage", "word"),
    [
        ("MA", "another way"),
        ("SELF-FUNDED", "Federal law"),
        ("FFS-MEDI-CAL", "State Hearing"),
        ("MA-AIP", "Let a person look"),
    ],
)
@pytest.mark.requirement("S004-07", "S004-11", "S004-12")
def test_who_goes_another_way_hears_which(coverage: str, word: str) -> None:
    review = remedy(routed(coverage=coverage), "imr")

    assert any(word in warning.words.en for warning in review.warnings)


@pytest.mark.requirement("S004-14")
def test_not_covered_never_stands_in_the_way_of_applying() -> None:
    review = remedy(routed(COMMERCIAL, basis="NOT-COVERED"), "imr")

    assert review.state is State.PREDICTED
    assert "send it all the same" in review.why.words.en
    assert "imr_form" in review.missing_documents
    assert "You do not need a new form" in review.why.words.en


def test_nothing_costs_anything() -> None:
    assert TABLE.words["cost"].en == "Nothing"
