"""Everybody who may knock: each role, nobody, and people who are not (or no longer) quite in."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory, override_settings

from factories.access import make_account, sign_in
from hostile.two_offices import TwoOffices
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.office.tenants.whose_rows import show_every_office


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a browser. `role` None: the pages must not know them.

    `may` is what the person may do, `owes_second_factor` and `belongs_nowhere` (a practice's or
    member's account without practice or member) are why it is less than the role says.
    """

    name: str
    browser: RequestFactory
    role: Role | None = None
    owes_second_factor: bool = False
    belongs_nowhere: bool = False

    def may(self, permission: str) -> bool:
        return self.role is not None and Permission(permission) in ROLES[self.role].permissions

    def knock(self, method: str, address: str, *, gets_in: bool = True) -> HttpResponseBase:
        """Ask once, with nothing in the form; whatever it changes is undone.

        One who does not get in changes nothing, and there is nothing to undo.
        """
        request = self.browser.generic(method, address)
        vars(request)["_dont_enforce_csrf_checks"] = True
        if not gets_in:
            return _server().get_response(request)
        with transaction.atomic():
            answer = _server().get_response(request)
            transaction.set_rollback(True)
        return answer


@cache
def _server() -> BaseHandler:
    """The product's own request handler, without the test client's notes of every template and
    without what other tests need afterwards: here the whole knock is taken back."""
    handler = BaseHandler()
    with override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if name != SEES_ALL]):
        handler.load_middleware()
    return handler


SEES_ALL = "every_office_again.EveryOfficeAgain"
NOBODY, DISMISSED = "nobody", "a dismissed nurse"
PASSWORD_ONLY, OF_NOWHERE = " with a password only", " of nowhere"
NAMES = (
    NOBODY,
    DISMISSED,
    *(role.value for role in Role),
    *(role.value + PASSWORD_ONLY for role in (Role.NURSE, Role.PRACTICE)),
    *(role.value + OF_NOWHERE for role in (Role.PRACTICE, Role.PRACTICE_MANAGER, Role.MEMBER)),
)


def person_called(name: str, offices: TwoOffices) -> Person:
    """Return one of NAMES with a browser of their own.

    The connection may still show what the last knock of somebody else left it with: nobody's rows.
    """
    show_every_office()
    tenant = offices.ours.world.tenant
    if name == NOBODY:
        return Person(name=name, browser=_browser())
    if name == DISMISSED:
        dismissed = make_account(Role.NURSE, tenant, is_active=False)
        return Person(name=name, browser=_browser(dismissed))
    half, nowhere = name.endswith(PASSWORD_ONLY), name.endswith(OF_NOWHERE)
    role = Role(name.removesuffix(PASSWORD_ONLY).removesuffix(OF_NOWHERE))
    account = make_account(role, tenant) if nowhere else offices.person(role)
    return Person(
        name=name,
        role=role,
        browser=_browser(account, second_factor=not half),
        owes_second_factor=half,
        belongs_nowhere=nowhere,
    )


def _browser(account: Account | None = None, *, second_factor: bool = True) -> RequestFactory:
    browser = RequestFactory()
    if account:
        browser.cookies = sign_in(Client(), account, second_factor=second_factor).cookies
    return browser
