"""Reads a member's page as a member does."""

import re
from html import unescape
from typing import Any


def main_of(response: Any) -> str:
    """Return the main part of the page as it is written."""
    found = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)
    assert found, "the page has no main part"
    return found[0]


def words_of(response: Any) -> str:
    """Return the words of the main part on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main_of(response))).split())


def sentences_of(response: Any, *, leave_out: str = "") -> str:
    """Return the running text, a paragraph a line: no labels, values, names or letters.

    `leave_out` is one more name or text that is what it is.
    """
    main = main_of(response).replace(leave_out, "it") if leave_out else main_of(response)
    main = re.sub(r"<dl.*?</dl>|<span lang.*?</span>|<time.*?</time>[^<]*", "", main, flags=re.S)
    blocks = re.findall(r"<(p|li|h1|h2|h3|summary)\b[^>]*>(.*?)</\1>", main, re.DOTALL)
    lines = (" ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()) for _, text in blocks)
    return "\n".join(line for line in lines if line)
