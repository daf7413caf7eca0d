"""The promise of free language help stands in every language of the list."""

import pytest

from openmso.channels.public_site.language_lines import language_lines
from openmso.channels.ui.presenters.contact import ContactLine

LINE = ContactLine(
    purpose="language_help", label="Language help", voice="2135550114", tty="711",
    toll_free="8005550114",
)  # fmt: skip
OF_THE_LIST = {
    *("en", "es", "zh-Hant", "vi", "tl", "fr", "de", "ko", "ru", "ar", "it"),
    *("pt", "ht", "pl", "hi", "ja", "hy", "fa", "pa", "km", "hmn", "th"),
}


@pytest.mark.requirement(*(f"S001-{number}" for number in range(141, 163)))
def test_all_languages_of_the_list_have_a_line_of_their_own() -> None:
    shown = {line.language for line in language_lines(lambda _language: LINE)}

    assert shown >= OF_THE_LIST


@pytest.mark.requirement("S001-140", "S001-150", "S001-158", "S001-162")
def test_numbers_come_from_the_contact_lines_and_keep_their_direction() -> None:
    for line in language_lines(lambda _language: LINE):
        assert 'dir="ltr">(800) 555-0114</a>' in line.sentence
        assert 'dir="ltr">711</a>' in line.sentence


def test_a_language_without_a_line_today_is_left_out() -> None:
    lines = language_lines(lambda language: LINE if language == "es" else None)

    assert [line.language for line in lines] == ["es"]


def test_arabic_and_farsi_are_written_from_right_to_left() -> None:
    turned = {
        line.language for line in language_lines(lambda _language: LINE) if line.direction == "rtl"
    }

    assert turned == {"ar", "fa"}
