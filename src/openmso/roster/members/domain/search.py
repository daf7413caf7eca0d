"""What somebody knows about a member they are looking for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmso.standards.names import search_form
from openmso.standards.typed_text import code_form, kept


class NotEnoughToSearch(ValueError):
    """Too little is known to look for one person. The sentence is for the person who asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSearch:
    """Facts to find a member by. `number` may be any of the member's numbers.

    `family_name` and `given_name` may be the beginnings of names, with or without accents.
    """

    member_id: UUID | None = None
    family_name: str = ""
    given_name: str = ""
    birth_date: date | None = None
    number: str = ""

    @property
    def names_a_record(self) -> bool:
        """Tell whether a number or an id is given: a name alone may fit many people."""
        return bool(self.member_id or self.plain_number)

    @property
    def plain_number(self) -> str:
        """The number as it is stored: capitals, without spaces and dashes."""
        return code_form(self.number, longest=40)

    @property
    def family_prefix(self) -> str:
        return search_form(kept(self.family_name))

    @property
    def given_prefix(self) -> str:
        return search_form(kept(self.given_name))


def require_enough(search: MemberSearch, *, may_browse: bool) -> None:
    """Raise NotEnoughToSearch unless the facts can find one person.

    People of the office may browse by the beginning of a name; everybody else must know a number,
    or a family name together with the birth date.
    """
    if search.names_a_record:
        return
    if search.birth_date is not None and search.family_prefix:
        return
    if not may_browse:
        raise NotEnoughToSearch(
            "Please give a member number, or the family name together with the birth date."
        )
    if len(search.family_prefix) < 2 and search.birth_date is None:
        raise NotEnoughToSearch(
            "Please give two letters of the family name, a birth date, or a member number."
        )
