"""The gate's address book is the roster, and who has an account to read letters in."""

from uuid import uuid4

import pytest

from factories.access import make_account
from factories.roster import make_member, make_practice, make_tenant
from openmso.office.access.roles import Role
from openmso.project.address_book import RosterAddressBook

pytestmark = pytest.mark.django_db
BOOK = RosterAddressBook()


@pytest.mark.requirement("S000-56")
def test_a_member_is_reached_in_the_language_and_format_on_record() -> None:
    tenant = make_tenant()
    member = make_member(tenant, language="es", letter_format="braille")

    address = BOOK.address_of(tenant.id, "member", member.id)

    assert address.name == member.full_name
    assert address.lines == ("4120 Sample Avenue", "Los Angeles, CA 90001")
    assert (address.language, address.letter_format, address.portal) == ("es", "braille", False)


def test_an_active_account_means_the_portal_is_read() -> None:
    tenant = make_tenant()
    member, practice = make_member(tenant), make_practice(tenant)
    make_account(Role.MEMBER, tenant, member_id=member.id)
    make_account(Role.PRACTICE, tenant, practice_id=practice.id, is_active=False)

    assert BOOK.address_of(tenant.id, "member", member.id).portal
    assert not BOOK.address_of(tenant.id, "practice", practice.id).portal


def test_a_practice_is_reached_by_its_fax() -> None:
    tenant = make_tenant()
    practice = make_practice(tenant)

    assert BOOK.address_of(tenant.id, "practice", practice.id).fax == "213-555-0111"


@pytest.mark.parametrize("kind", ["member", "practice", "regulator"])
def test_somebody_the_office_does_not_know_is_not_found(kind: str) -> None:
    with pytest.raises(LookupError):
        BOOK.address_of(make_tenant().id, kind, uuid4())


def test_another_office_s_member_is_not_found() -> None:
    member = make_member(make_tenant())

    with pytest.raises(LookupError):
        BOOK.address_of(make_tenant().id, "member", member.id)
