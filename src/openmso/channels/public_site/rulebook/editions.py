"""What is worked out once for an edition of the rulebook and used until another one is in use."""

from collections.abc import Callable
from typing import Generic, TypeVar

from openmso.rulebook.book import Rulebook

T = TypeVar("T")


class OncePerEdition(Generic[T]):
    """A function of the rulebook alone, with its last answer."""

    def __init__(self, make: Callable[[Rulebook], T]) -> None:
        self._make = make
        self._kept: tuple[str, T] | None = None

    def __call__(self, book: Rulebook) -> T:
        kept = self._kept
        if kept is None or kept[0] != book.edition:
            kept = self._kept = (book.edition, self._make(book))
        return kept[1]


def once_per_edition(make: Callable[[Rulebook], T]) -> OncePerEdition[T]:
    """Decorate a function of the rulebook alone so that it keeps its last answer."""
    return OncePerEdition(make)
