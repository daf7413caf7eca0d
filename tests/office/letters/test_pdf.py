"""The paper: accessible, the same everywhere, with every script's own shapes."""

from dataclasses import replace
from datetime import UTC, datetime

import page
import pytest

from openmso.office.letters.blocks import Paragraph, Run
from openmso.office.letters.composing import compose
from openmso.office.letters.languages import LANGUAGES
from openmso.office.letters.letter import (
    TO_HOSPITALS,
    TO_MEMBERS,
    TO_PRACTICES,
    Kind,
    Letter,
    Reader,
)
from openmso.office.letters.letter_catalog import every_entry
from openmso.office.letters.pdf import NotRendered, PrintedLetter, print_letter
from openmso.office.letters.specimens import specimen
from openmso.office.letters.wording.builders import FOLDERS
from printed_lines import descriptions_in, fonts_in, languages_in, printed_lines

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LINE_OF = {(entry.kind, entry.reader): entry.line_of_business for entry in every_entry()}
COPIES = [
    (kind, reader, language)
    for kind in Kind
    for reader, language in FOLDERS
    if (kind in TO_HOSPITALS) == (reader is Reader.HOSPITAL)
    and (kind not in TO_MEMBERS or reader is Reader.MEMBER)
    and (kind not in TO_PRACTICES or reader is Reader.PROVIDER)
]


def printed(
    kind: Kind,
    reader: Reader = Reader.MEMBER,
    *,
    language: str = "en",
    letter_format: str = "standard",
) -> PrintedLetter:
    order = specimen(
        kind,
        reader,
        line_of_business=LINE_OF[kind, reader],
        language=language,
        letter_format=letter_format,
    )
    return print_letter(compose(order), created_at=AT)


@pytest.mark.requirement("S000-31")
@pytest.mark.parametrize(("kind", "reader", "language"), COPIES)
def test_every_letter_conforms_to_the_accessibility_standard(
    kind: Kind, reader: Reader, language: str
) -> None:
    report = page.validate_pdf_bytes(
        printed(kind, reader, language=language).content, profile="ua1"
    )

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


# The checker counts a compressed stream whose last byte happens to be a carriage return as too
# long: it takes that byte for a part of the line end that follows.
MISREAD = "PDFA2A-STREAM-LENGTH-001"


def test_a_letter_is_fit_for_the_archive() -> None:
    report = page.validate_pdf_bytes(printed(Kind.DENIAL).content, profile="2a")

    assert [each.message for each in report.failures if each.rule_id != MISREAD] == []


@pytest.mark.requirement("S000-56")
@pytest.mark.parametrize("language", ["en", "es"])
def test_large_print_conforms_and_takes_more_pages(language: str) -> None:
    large = printed(Kind.DENIAL, language=language, letter_format="large_print")

    assert page.validate_pdf_bytes(large.content, profile="ua1").is_compliant
    assert large.pages > printed(Kind.DENIAL, language=language).pages


def test_the_same_letter_is_the_same_file() -> None:
    assert printed(Kind.APPROVAL).sha256 == printed(Kind.APPROVAL).sha256


def test_every_script_has_its_font_embedded_and_every_tagline_its_language() -> None:
    content = printed(Kind.APPROVAL).content

    fonts = fonts_in(content)
    faces = {language.face.replace(" ", "") for language in LANGUAGES.values()}
    # A Chinese, Japanese and Korean face share one file: their names end in tc, sc, jp, kr.
    names = {name.partition("-")[0].lower() for name in fonts}
    assert {face.lower() for face in faces} <= names
    assert all(fonts.values())
    assert {language.code for language in LANGUAGES.values()} <= {
        tag.partition("-")[0] for tag in languages_in(content)
    }


@pytest.mark.requirement("S001-150", "S001-158", "S001-162")
def test_numbers_read_from_left_to_right_in_every_script() -> None:
    lines = printed_lines(printed(Kind.APPROVAL).content)

    shown = "\n".join(lines)
    assert shown.count("1-800-555-0144") == len(LANGUAGES) - 1
    assert shown.count("1-800-555-0145") == 1
    assert "4410-555-008-1" not in shown


@pytest.mark.parametrize("tag", ["ar", "fa"])
def test_dates_codes_and_names_keep_their_order_in_right_to_left_text(tag: str) -> None:
    sentence = "وصل طلب Dr. Ana Lim رقم PA-2026-004217 في 11/22/2026 قبل 3:05"
    letter = with_paragraph(sentence, tag)

    shown = "\n".join(printed_lines(print_letter(letter, created_at=AT).content))

    for stretch in ("Dr. Ana Lim", "PA-2026-004217", "11/22/2026", "3:05"):
        assert stretch in shown


def test_every_page_says_which_of_how_many() -> None:
    result = printed(Kind.DENIAL, language="es")

    shown = "\n".join(printed_lines(result.content))
    for number in range(1, result.pages + 1):
        assert f"Página {number} de {result.pages}" in shown


def test_a_character_that_no_font_has_stops_the_letter_and_says_so() -> None:
    with pytest.raises(NotRendered):
        print_letter(with_paragraph("A sign without shape: \U00013080", "en"), created_at=AT)


def test_markup_in_a_merge_field_is_printed_as_it_is() -> None:
    letter = with_paragraph("#panic[x] *bold* $1$ \\ <label> @ref", "en")

    shown = "\n".join(printed_lines(print_letter(letter, created_at=AT).content))

    assert "#panic[x] *bold* $1$" in shown


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("letter_format", ["standard", "large_print"])
def test_the_square_code_says_in_words_where_it_leads(language: str, letter_format: str) -> None:
    content = printed(Kind.APPROVAL, language=language, letter_format=letter_format).content

    (said,) = descriptions_in(content)
    assert said.endswith("portal.laurelcanyon.example/l/K7QF-2MRT-9XWD")
    assert "portal.laurelcanyon.example/l/K7QF-2MRT-9XWD" in "".join(printed_lines(content))


def test_a_letter_without_a_page_has_no_picture() -> None:
    order = replace(specimen(Kind.APPROVAL), page_address="")

    assert descriptions_in(print_letter(compose(order), created_at=AT).content) == []


def with_paragraph(text: str, language: str) -> Letter:
    letter = compose(specimen(Kind.WITHDRAWAL))
    extra = Paragraph(language=language, runs=(Run(text, language),))
    return replace(letter, blocks=(letter.blocks[0], extra, *letter.blocks[1:]))
