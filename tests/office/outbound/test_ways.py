"""By which ways a receiver is reached, and which of them counts as having told them."""

from typing import Any

import pytest

from openmso.office.outbound.interfaces import Address
from openmso.office.outbound.ways import is_the_notice, ways_to


def somebody(**given: Any) -> Address:
    fields: dict[str, Any] = {"name": "Rosa Delgadillo", "lines": ("118 Example Street",)}
    return Address(**(fields | given))


@pytest.mark.requirement("IMP-06")
@pytest.mark.parametrize(
    ("kind", "address", "ways"),
    [
        ("member", somebody(), ("mail",)),
        ("member", somebody(portal=True), ("mail", "portal")),
        ("member", somebody(fax="213-555-0119"), ("mail",)),
        ("member", somebody(letter_format="braille", portal=True), ("mail", "portal")),
        ("member", somebody(letter_format="electronic", portal=True), ("portal",)),
        ("member", somebody(letter_format="electronic"), ("mail",)),
        ("practice", somebody(), ("mail",)),
        ("practice", somebody(fax="213-555-0119"), ("fax",)),
        ("practice", somebody(portal=True), ("portal",)),
        ("practice", somebody(fax="213-555-0119", portal=True), ("fax", "portal")),
    ],
)
def test_every_receiver_is_reached(kind: str, address: Address, ways: tuple[str, ...]) -> None:
    assert ways_to(kind, address) == ways


def test_a_copy_on_the_screen_is_not_the_notice_of_a_member_who_gets_paper() -> None:
    assert not is_the_notice("portal", ("mail", "portal"), "member")
    assert is_the_notice("mail", ("mail", "portal"), "member")
    assert is_the_notice("portal", ("portal",), "member")
    assert is_the_notice("portal", ("fax", "portal"), "practice")
