"""Where a cited federal rule can be read, so that anybody can check it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CFR = re.compile(r"(\d{1,2}) CFR (?:Part )?(\d{1,4})(?:\.(\d{1,4}))?")
_ADDRESS = "https://www.ecfr.gov/current/title-{title}/{place}"


@dataclass(frozen=True, slots=True)
class Source:
    label: str
    address: str


def sources(citation: str) -> Sequence[Source]:
    """Return a link for every section of the Code of Federal Regulations that is cited."""
    found = {}
    for title, part, section in _CFR.findall(citation):
        place = f"section-{part}.{section}" if section else f"part-{part}"
        label = f"{title} CFR {part}.{section}" if section else f"{title} CFR {part}"
        found[label] = Source(label, _ADDRESS.format(title=title, place=place))
    return tuple(found.values())
