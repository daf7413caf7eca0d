from uuid import UUID

import pytest
from django.test import RequestFactory

from factories.access import signed_in
from factories.roster import make_tenant
from openmso.channels.ui import navigation
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role

TENANT = UUID(int=1)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(navigation, "_ENTRIES", {"desk": []})
    navigation.add("desk", "Home", "public:front_page")
    navigation.add("desk", "Contact", "public:contact", Permission.WORKLIST_READ)
    navigation.add("desk", "Contact again", "public:contact")
    return "desk"


def someone(*permissions: Permission) -> Actor:
    return Actor(id=UUID(int=2), name="Rosa", tenant_id=TENANT, permissions=frozenset(permissions))


def test_the_menu_shows_only_what_the_person_may_open(portal: str) -> None:
    request = RequestFactory().get("/contact/")

    stranger = navigation.links(portal, actor=someone(), request=request)
    clerk = navigation.links(portal, actor=someone(Permission.WORKLIST_READ), request=request)

    assert [link.label for link in stranger] == ["Home"]
    assert [link.label for link in clerk] == ["Home", "Contact"]


def test_only_the_closest_entry_is_marked_as_the_current_page(portal: str) -> None:
    request = RequestFactory().get("/contact/by-mail/")

    links = navigation.links(portal, actor=someone(Permission.WORKLIST_READ), request=request)

    assert [link.current for link in links] == [False, True]


@pytest.mark.django_db
def test_a_long_menu_keeps_its_beginning_in_the_bar() -> None:
    supervisor = signed_in(Role.SUPERVISOR, make_tenant())

    page = supervisor.get("/staff/reports/").content.decode()

    bar, more = page.split("<details", 1)
    assert bar.count("menu__link") == 6
    assert 'href="/staff/reports/" aria-current="page"' in more
    assert "who__summary--here" in more
