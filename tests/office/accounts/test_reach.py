"""Who may invite whom: everything that is not named is forbidden."""

from uuid import UUID, uuid4

import pytest

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.roles import ROLES, Role, permissions_of
from openmso.office.accounts.domain.reach import (
    PRACTICE_ROLES,
    STAFF_ROLES,
    looks_after,
    require_may_invite,
    roles_beside,
    roles_to_give,
)

OUR_PRACTICE, OTHER_PRACTICE = uuid4(), uuid4()


def somebody(role: Role) -> Actor:
    return Actor(
        id=uuid4(),
        name="Sasha Somebody",
        tenant_id=uuid4(),
        roles=frozenset({role}),
        permissions=permissions_of([role]),
        practice_id=OUR_PRACTICE if ROLES[role].area == "practice" else None,
    )


def test_an_administrator_invites_colleagues_and_practices_and_no_member() -> None:
    admin = somebody(Role.OFFICE_ADMIN)

    assert set(roles_to_give(admin)) == set(Role) - {Role.MEMBER}
    require_may_invite(admin, Role.NURSE, None)
    require_may_invite(admin, Role.PRACTICE_MANAGER, OTHER_PRACTICE)


def test_a_practice_s_manager_invites_colleagues_of_the_own_practice_only() -> None:
    manager = somebody(Role.PRACTICE_MANAGER)

    require_may_invite(manager, Role.PRACTICE, OUR_PRACTICE)
    with pytest.raises(NotAllowed):
        require_may_invite(manager, Role.PRACTICE, OTHER_PRACTICE)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PRACTICE])
@pytest.mark.parametrize("practice_id", [None, OUR_PRACTICE])
def test_a_practice_s_manager_gives_nobody_more_than_a_colleague_s_work(
    role: Role, practice_id: UUID | None
) -> None:
    with pytest.raises(NotAllowed):
        require_may_invite(somebody(Role.PRACTICE_MANAGER), role, practice_id)


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.OFFICE_ADMIN, Role.PRACTICE_MANAGER}]
)
def test_nobody_else_invites_anybody_or_looks_after_an_account(role: Role) -> None:
    person = somebody(role)

    assert roles_to_give(person) == ()
    assert not looks_after(person, person.practice_id)
    for given in Role:
        for practice_id in (None, OUR_PRACTICE):
            with pytest.raises(NotAllowed):
                require_may_invite(person, given, practice_id)


def test_a_manager_of_no_practice_looks_after_nobody() -> None:
    lost = Actor(
        id=uuid4(),
        name="Lost Manager",
        tenant_id=uuid4(),
        permissions=permissions_of([Role.PRACTICE_MANAGER]),
    )

    assert roles_to_give(lost) == ()
    assert not looks_after(lost, None)


def test_a_practice_s_role_needs_a_practice_and_ours_has_none() -> None:
    admin = somebody(Role.OFFICE_ADMIN)

    for role, practice_id in ((Role.PRACTICE, None), (Role.NURSE, OUR_PRACTICE)):
        with pytest.raises(NotAllowed):
            require_may_invite(admin, role, practice_id)


def test_nobody_crosses_to_another_part_of_the_house_by_a_change_of_role() -> None:
    assert roles_beside([Role.NURSE]) == STAFF_ROLES
    assert roles_beside([Role.PRACTICE]) == PRACTICE_ROLES
    assert roles_beside([Role.MEMBER]) == ()
