"""The members' pages are easy to read, and whole in Spanish."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from factories.decided import make_denied
from factories.prior_auth import World, make_request
from openmso.channels import member_portal
from openmso.channels.ui.catalogs import LOCALE, catalog_of
from openmso.office.letters.reading_level import reading_grade

from .conftest import SignedIn
from .pages_read import sentences_of, words_of

PORTAL = Path(member_portal.__file__).parent
MOST = 6.0
SAME_IN_BOTH = {"No"}


def own_texts() -> Iterator[str]:
    """Yield every text that the portal's templates and modules ask to be translated."""
    for template in PORTAL.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        yield from re.findall(r"""{% translate ["'](.+?)["'](?: as \w+)? %}""", text)
        for block in re.findall(r"{% blocktranslate.*?%}(.*?){% endblocktranslate %}", text):
            yield re.sub(r"{{ (\w+) }}", r"%(\1)s", block)
    for module in PORTAL.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id in {"_", "_now"} and isinstance(first, ast.Constant):
                    yield str(first.value)


def bare_words(template: str) -> str:
    """Return what a template says without asking for a translation."""
    left = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", template, flags=re.S)
    left = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", " ", left, flags=re.S)
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


def test_every_text_is_translated() -> None:
    spanish = catalog_of(LOCALE / "es")

    missing = sorted({text for text in own_texts() if text not in spanish})

    assert not missing, f"write these into locale/es/member_portal.po: {missing}"


def test_no_template_says_a_word_that_cannot_be_translated() -> None:
    found = {
        template.name: words
        for template in PORTAL.rglob("*.html")
        if (words := bare_words(template.read_text(encoding="utf-8")))
    }

    assert not found


def test_the_spanish_pages_hold_no_english_words_of_ours(world: World, member_in: SignedIn) -> None:
    member = member_in("es")
    cases = [make_request(world), make_denied(world)]
    spanish = catalog_of(LOCALE / "es")
    english = {
        text
        for text in own_texts()
        if "%(" not in text and spanish[text] != text and text not in SAME_IN_BOTH
    }

    for address in ("", "letters/", *(f"requests/{case.id}/" for case in cases)):
        words = words_of(member.get(f"/member/{address}"))
        for text in english:
            assert not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words), f"{address}: {text}"


def test_each_page_reads_at_grade_six_or_below(world: World, member: Client) -> None:
    cases = [make_request(world), make_denied(world)]
    make_request(world, files=(), clinical_summary="")

    for address in ("", "letters/", *(f"requests/{case.id}/" for case in cases)):
        page = member.get(f"/member/{address}")
        text = sentences_of(page, leave_out="MRI of the lower spine")
        assert reading_grade(text) <= MOST, f"{address} {reading_grade(text):.1f}\n{text}"


@pytest.mark.parametrize("text", sorted({text for text in own_texts() if text.endswith(".")}))
def test_each_sentence_alone_is_not_much_harder(text: str) -> None:
    """One long word weighs much in a short sentence, so a single one may reach grade 8."""
    plain = re.sub(r"%\(\w+\)s", "it", text)

    assert reading_grade(plain) <= MOST + 2, f"{reading_grade(plain):.1f}"
