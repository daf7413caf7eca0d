"""Every address × every method × everybody × own, neighbor's, foreign and absent things.

What must come is worked out from the rule that the page itself declares, not from a list of pages:
a new page is attacked the day it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from hostile.addresses import Page, Whose, pages, unknown_names, values_for
from hostile.people import NAMES, Person, person_called
from hostile.two_offices import TwoOffices
from openmso.office.access.pages import PUBLIC, SECOND_FACTOR_PAGES
from openmso.office.access.roles import Role

# Beside one's own things the method that reads and the one that writes stand for the others: what
# an address does not answer to is refused before anything is looked up.
MAIN_METHODS = ("GET", "POST")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
NARROW = frozenset({Role.PRACTICE, Role.PRACTICE_MANAGER, Role.MEMBER})
PORTALS = {"practice": Role.PRACTICE, "member": Role.MEMBER}
SIGN_IN, SECOND_FACTOR = "/account/login/", "/account/second-factor/"


def test_every_page_names_its_rule_and_only_things_we_know_how_to_fake() -> None:
    unruled = [page.name for page in pages() if page.rule is None]
    unknown = {page.name: names for page in pages() if (names := unknown_names(page))}

    assert not unruled, f"{unruled}: put @requires(Permission.X) or @public on the view"
    assert not unknown, (
        f"{unknown}: tell tests/hostile/addresses.py what such an id is, so that it can be swapped"
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One knock and what came."""

    person: str
    method: str
    page: str
    whose: str
    answer: HttpResponseBase

    def __str__(self) -> str:
        where = self.answer.headers.get("Location", "")
        return (
            f"{self.person}: {self.method} {self.page} ({self.whose}) -> "
            f"{self.answer.status_code} {where}"
        )


def expected(cell: Cell, page: Page, person: Person) -> bool:
    """Tell whether this answer is the one the page's rule asks for; ids apart."""
    status, where = cell.answer.status_code, cell.answer.headers.get("Location", "")
    if status >= 500:
        return False
    if page.rule == PUBLIC:
        return person.role is not None or not where.startswith("/staff/")
    if person.role is None:
        return status == 302 and where.startswith(SIGN_IN)
    if person.owes_second_factor:
        return page.name in SECOND_FACTOR_PAGES or (status == 302 and where == SECOND_FACTOR)
    if not person.may(str(page.rule)):
        return status == 403
    if person.belongs_nowhere and page.name.split(":")[0] in PORTALS:
        return status in {403, 405}
    return not where.startswith((SIGN_IN, SECOND_FACTOR))


def cells(
    person: Person, page: Page, whose: str, values: dict[str, Any], methods: tuple[str, ...]
) -> Iterator[Cell]:
    address, gets_in = page.address(values), page.rule == PUBLIC or person.may(str(page.rule))
    for method in methods:
        answer = person.knock(method, address, gets_in=gets_in)
        yield Cell(person.name, method, page.name, whose, answer)


def mixtures(
    sets: dict[Whose, dict[str, Any]], person: Person, page: Page
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the ids of an address: all of one owner, then one's own with one id swapped."""
    if not page.guarded_ids:
        yield "", sets[Whose.OWN]
        return
    for whose in Whose:
        yield whose, sets[whose]
    if can_get_in(page, person) and len(page.guarded_ids) > 1:
        for name in page.guarded_ids:
            for whose in (Whose.NEIGHBOR, Whose.FOREIGN, Whose.ABSENT):
                yield f"own, but {whose} {name}", sets[Whose.OWN] | {name: sets[whose][name]}


def can_get_in(page: Page, person: Person) -> bool:
    return (
        page.rule != PUBLIC
        and person.may(str(page.rule))
        and not person.owes_second_factor
        and not person.belongs_nowhere
    )


def absent_twin(whose: str) -> str:
    """Return the same mixture with an id that nobody has."""
    return f"own, but {Whose.ABSENT} {whose.split()[-1]}" if "but" in whose else Whose.ABSENT.value


def body(answer: HttpResponseBase) -> bytes:
    """Return what came, without the ticket that every form carries anew."""
    content = answer.content if isinstance(answer, HttpResponse) else b""
    return re.sub(rb"\b[0-9A-Za-z]{64}\b", b"a ticket", content)


def tell_tales(found: dict[str, list[Cell]], page: Page, person: Person) -> Iterator[str]:
    """Say where a thing that must not be found is told from one that does not exist."""
    own = Whose.OWN.value
    hidden = [
        whose
        for whose in found
        if whose != own and (Whose.NEIGHBOR not in whose or person.role in NARROW or "but" in whose)
    ]
    for whose in hidden:
        twins = {cell.method: cell.answer for cell in found[absent_twin(whose)]}
        for cell in found[whose]:
            twin = twins[cell.method]
            if cell.answer.status_code not in {404, 405} | ({409} if "but" in whose else set()):
                yield f"{cell}: must not be found"
            elif (cell.answer.status_code, body(cell.answer)) != (twin.status_code, body(twin)):
                yield f"{cell}: another answer than for what does not exist"
    for cell in found[own]:
        if cell.answer.status_code == 404:
            yield f"{cell}: one's own is not found"


@pytest.mark.requirement("IMP-03")
@pytest.mark.parametrize("name", NAMES)
def test_every_address_answers_as_its_rule_says(
    offices: TwoOffices, quiet_logs: None, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    person = person_called(name, offices)
    ids = {whose: values_for(offices, person.role, whose) for whose in Whose}
    wrong: list[str] = []
    knocks = 0
    for page in pages():
        found: dict[str, list[Cell]] = {}
        for whose, values in mixtures(ids, person, page):
            methods = METHODS if whose in {"", Whose.OWN} else MAIN_METHODS
            found[str(whose)] = list(cells(person, page, whose, values, methods))
            knocks += len(methods)
            wrong += [str(cell) for cell in found[str(whose)] if not expected(cell, page, person)]
        if page.guarded_ids and can_get_in(page, person):
            wrong += tell_tales(found, page, person)
    with capsys.disabled():
        print(f" {name}: {knocks:,} knocks on {len(pages())} addresses.", end="")

    assert not wrong, "\n".join(wrong[:60]) + f"\n... {len(wrong)} in all"
    assert knocks > 5 * len(pages())
