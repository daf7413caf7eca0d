"""Reads a page as a person does: its words without markup, and its form as it would be sent."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any


def words_of(response: Any) -> str:
    """Return the words of the page's main part, or of all of it, on one line."""
    html = response.content.decode()
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0] if found else html)).split())


def form_of(response: Any) -> dict[str, Any]:
    """Return what the page's form would send if nothing more were typed."""
    reader = _Form()
    reader.feed(response.content.decode())
    return reader.sent


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, Any] = {}
        self._select = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name, value = said.get("name") or "", said.get("value") or ""
        if tag == "input" and name and name != "csrfmiddlewaretoken":
            kind = said.get("type")
            if kind == "file" or (kind in {"radio", "checkbox"} and "checked" not in said):
                return
            if kind == "checkbox":
                self.sent.setdefault(name, []).append(value)
            else:
                self.sent[name] = value
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in said or self._select not in self.sent:
                self.sent[self._select] = value
        elif tag == "textarea":
            self._text = name
            self.sent[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.sent[self._text] += data.removeprefix("\n")
