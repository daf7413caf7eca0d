"""How a test reads a public page: in a language, checked, and as the words of its main part."""

import re
from html import unescape

from django.test import Client

from page_checks import assert_ids_resolve, assert_nothing_inline


def page_in(client: Client, address: str, language: str = "en", **asked: str) -> str:
    """Open a page in a language and return it; every id resolves and nothing stands inline."""
    client.cookies["django_language"] = language
    answer = client.get(address, asked)
    assert answer.status_code == 200
    html = str(answer.content.decode())
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    return html


def main_words(html: str) -> str:
    """Return what people read in the main part of a page."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert main
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())
