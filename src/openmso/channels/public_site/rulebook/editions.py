"""What is worked out once for an edition of the rulebook and used until another one is in use."""

from collections.abc import Callable
from typing import Generic, TypeVar

from openmso.rulebook.book import Rulebook

T = TypeVar("T")


class once_per_edition(Generic[T]):  # noqa: N801 - a decorator reads like a verb
    """Decorates a function of the rulebook alone; keeps its last answer."""

    def __init__(self, make: Callable[[Rulebook], T]) -> None:
        self._make = make
        self._kept: tuple[str, T] | None = None

    def __call__(self, book: Rulebook) -> T:
        kept = self._kept
        if kept is None or kept[0] != book.edition:
            kept = self._kept = (book.edition, self._make(book))
        return kept[1]
