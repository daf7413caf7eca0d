"""Checks of a page's text that no browser tool makes: every id that is named must exist.

A label, a description or a controlled part that points nowhere is silent for a screen reader, and
axe does not see it. Use `assert_ids_resolve(response.content.decode())` for every page.
"""

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

NAMING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "form")


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.named: list[tuple[str, str, str]] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] += 1
            if name in NAMING:
                self.named += [(tag, name, named) for named in (value or "").split()]
            if name == "href" and value and value.startswith("#") and len(value) > 1:
                self.named.append((tag, name, value[1:]))
            if name == "style" or name.startswith("on"):
                self.inline.append(f"<{tag} {name}>")


def broken_references(html: str) -> Iterator[str]:
    """Yield a sentence for each id that is named but absent, or that stands twice."""
    page = _read(html)
    for tag, attribute, named in page.named:
        if named not in page.ids:
            yield f'<{tag} {attribute}="{named}"> points to no id of the page'
    for one, count in page.ids.items():
        if count > 1:
            yield f'id="{one}" stands {count} times'


def assert_ids_resolve(html: str) -> None:
    """Fail with the list of broken references of a page or fragment."""
    broken = list(broken_references(html))
    assert not broken, "\n".join(broken)


def assert_nothing_inline(html: str) -> None:
    """Fail when a page carries styles or handlers that the content policy forbids."""
    inline = _read(html).inline
    assert not inline, f"{inline}: the content policy forbids inline style and handlers"


def _read(html: str) -> _Ids:
    page = _Ids()
    page.feed(html)
    page.close()
    return page
