"""How far a long job is, in words and as a bar. One can leave the page and come back."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`poll_href` answers this same fragment; it is asked every second until `finished`."""

    uid: str
    label: str
    done: int
    total: int
    words: str
    poll_href: str
    current: str = ""
    problems: Sequence[str] = ()
    finished: bool = False
    result_href: str = ""
    result_label: str = ""
    cancel_href: str = ""
