"""The page of a letter: the same words as the paper, readable in every script."""

from html.parser import HTMLParser

import pytest

from openmso.office.letters.composing import compose
from openmso.office.letters.html import letter_page
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.letter_catalog import CatalogEntry, every_entry
from openmso.office.letters.specimens import specimen


class Outline(HTMLParser):
    """Collects headings, languages and text."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.languages: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self.languages.update(value for name, value in attrs if name == "lang" and value)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    return found


@pytest.mark.parametrize("entry", every_entry(), ids=str)
def test_every_letter_has_a_page_with_an_unbroken_outline(entry: CatalogEntry) -> None:
    order = specimen(entry.kind, entry.reader, line_of_business=entry.line_of_business)

    found = outline(letter_page(compose(order)))

    assert found.levels[0] == 1
    assert all(
        after - before <= 1 for before, after in zip(found.levels, found.levels[1:], strict=False)
    )


def test_the_page_says_what_the_paper_says_in_spanish() -> None:
    found = outline(letter_page(compose(specimen(Kind.DENIAL, language="es")), heading_level=2))

    text = " ".join("".join(found.text).replace("\u00a0", " ").split())
    assert "Dijimos que no a 12 sesiones de terapia. Puede pedirnos" in text
    assert "Tiene 65 días desde la fecha de esta carta" in text
    assert found.levels[0] == 2


def test_every_tagline_is_marked_with_its_language_and_direction() -> None:
    page = letter_page(compose(specimen(Kind.APPROVAL)))

    assert '<p lang="ar" dir="rtl">' in page
    assert '<p lang="zh-Hant" dir="ltr">' in page


def test_markup_in_a_merge_field_is_text_on_the_page() -> None:
    order = specimen(Kind.WITHDRAWAL, Reader.PROVIDER)

    page = letter_page(compose(order))

    assert "<script" not in page
