"""Where the laws that a rule cites can be read, so that anybody can check it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from openmso.rulebook.law_cited import Cited, laws_cited


@dataclass(frozen=True, slots=True)
class Source:
    """`label` is the section as cited; `law` says of which jurisdiction and title it is."""

    label: str
    address: str
    law: str


def sources(citation: str) -> Sequence[Source]:
    """Return a link for every section that is cited of a law whose text has an address."""
    return tuple(Source(one.label, one.address, _law(one)) for one in laws_cited(citation))


def _law(one: Cited) -> str:
    spanish = (get_language() or "").startswith("es")
    return f"{one.jurisdiction_es if spanish else one.jurisdiction}: {one.name}"
