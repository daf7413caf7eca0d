"""What a page is made of, with its texts left out: the same page with other words has the same.

A text that became an element, an attribute, an address or a style changes it.
"""

import re
from html.parser import HTMLParser

_LEADS_SOMEWHERE = frozenset(
    {
        *(
            "href",
            "src",
            "action",
            "formaction",
            "srcdoc",
            "srcset",
            "data",
            "poster",
            "background",
        ),
        *("xlink:href", "style", "content", "target", "id", "class", "for", "name", "type"),
    }
)
_NEW_EVERY_TIME = frozenset({"nonce"})
_TICKET = re.compile(r"\b[0-9A-Za-z]{64}\b")  # that every form carries anew
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d.]+(?:%3A[\d.]+)*(?:%2B[\d%A]+)?")


class _Bones(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parts = [_bone(name, value or "") for name, value in attrs if name not in _NEW_EVERY_TIME]
        self.found.append(" ".join([tag, *parts]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"!{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"!{decl}")

    def handle_data(self, data: str) -> None:
        if self.lasttag in {"script", "style"} and data.strip() and self.found[-1][0] != "/":
            self.found.append(data)


def _bone(name: str, value: str) -> str:
    value = _MOMENT.sub("a moment", _TICKET.sub("a ticket", value))
    runs = name.startswith(("on", "hx-", "data-hx"))
    return f"{name}={value}" if runs or name in _LEADS_SOMEWHERE else name


def skeleton(html: str) -> list[str]:
    """Return the elements in order, each with its attributes and where they lead."""
    bones = _Bones()
    bones.feed(html)
    bones.close()
    return bones.found
