"""The offer of free language help: every language, its own script, the right number."""

import pytest

from openmso.office.letters.isolates import END, START
from openmso.office.letters.taglines import (
    LanguageLine,
    line_of,
    tagline,
    tagline_words,
    taglines,
)

LINES = (
    LanguageLine(phone="1-800-555-0144", tty="711"),
    LanguageLine(phone="1-800-555-0145", tty="711", language="zh-Hant"),
)
ASKED_FOR = {
    "S001-141": ("en", "language"),
    "S001-142": ("es", "ayuda gratis"),
    "S001-143": ("zh-Hant", "免費"),
    "S001-144": ("vi", "miễn phí"),
    "S001-145": ("tl", "libreng"),
    "S001-146": ("fr", "ATS"),
    "S001-147": ("de", "kostenlos"),
    "S001-148": ("ko", "무료"),
    "S001-149": ("ru", "бесплатно"),
    "S001-150": ("ar", "مجان"),
    "S001-151": ("it", "gratuitamente"),
    "S001-152": ("pt", "gratuita"),
    "S001-153": ("ht", "gratis"),
    "S001-154": ("pl", "bezpłatnie"),
    "S001-155": ("hi", "मुफ़्त"),
    "S001-156": ("ja", "無料"),
    "S001-157": ("hy", "անվճար"),
    "S001-158": ("fa", "رایگان"),
    "S001-159": ("pa", "ਮੁਫ਼ਤ"),
    "S001-160": ("km", "ឥតគិតថ្លៃ"),
    "S001-161": ("hmn", "dawb"),
    "S001-162": ("th", "ฟรี"),
}


@pytest.mark.requirement("S000-02", *ASKED_FOR)
@pytest.mark.parametrize(("language", "free"), ASKED_FOR.values())
def test_each_language_offers_help_for_free_with_the_configured_number(
    language: str, free: str
) -> None:
    text = tagline(language, LINES).text

    assert free in text
    assert line_of(language, LINES).phone in text
    assert "711" in text
    assert "{" not in text


@pytest.mark.requirement("S001-140", "S001-164", "S000-11", "S000-12")
def test_number_and_text_telephone_come_from_configuration_in_pairs() -> None:
    other = (LanguageLine(phone="1-888-555-0199", tty="1-888-555-0198"),)

    texts = [line.text for line in taglines(other)]

    assert all("1-888-555-0199" in text and "1-888-555-0198" in text for text in texts)


@pytest.mark.requirement("S001-165")
def test_the_number_may_differ_by_language_within_a_plan() -> None:
    assert "1-800-555-0145" in tagline("zh-Hant", LINES).text
    assert "1-800-555-0144" in tagline("en", LINES).text


@pytest.mark.requirement("S001-139", "S001-163")
def test_a_plan_may_have_its_own_set_of_languages() -> None:
    found = [line.language for line in taglines(LINES, only=("en", "es", "zh-Hant"))]

    assert found == ["en", "es", "zh-Hant"]


@pytest.mark.requirement("S001-150", "S001-158")
@pytest.mark.parametrize("language", ["ar", "fa"])
def test_numbers_stand_in_isolates_in_right_to_left_languages(language: str) -> None:
    text = tagline(language, LINES).text

    assert f"{START}1-800-555-0144{END}" in text
    assert f"{START}711{END}" in text


def test_a_language_without_a_line_to_call_is_refused() -> None:
    with pytest.raises(LookupError, match="add a contact line"):
        taglines((LanguageLine(phone="1-800-555-0145", tty="711", language="es"),))


def test_no_number_is_written_into_the_words() -> None:
    assert not [words.language for words in tagline_words().values() if _digits(words.text)]


def _digits(text: str) -> bool:
    return any(character.isdigit() for character in text)
