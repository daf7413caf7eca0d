"""Which of the installation's offices a command means, and who gives it."""

import getpass
from typing import TYPE_CHECKING

from openmso.project.refusal import Refusal

if TYPE_CHECKING:
    from openmso.office.tenants.models import Tenant


def office_named(key: str | None) -> "Tenant":
    """Return the office with this key; without one the only office, or the demo's Los Angeles one.

    Elsewhere several offices are never guessed between. Raises `Refusal`.
    """
    from django.conf import settings

    from openmso.project.demo.population.contracts import LA_OFFICE

    tenants = offices()
    if key is None and len(tenants) == 1:
        key = next(iter(tenants))
    if key is None and getattr(settings, "DEMO_DATA_DIR", None):
        key = LA_OFFICE["key"]
    if key in tenants:
        return tenants[key]
    there = ", ".join(tenants) or "none"
    raise Refusal(f"Please name the office with --tenant. There are: {there}.")


def office_of_key(key: str) -> "Tenant":
    """Return the office with this key; raises `Refusal`."""
    there = offices()
    if key in there:
        return there[key]
    raise Refusal(
        f'There is no office "{key}". There are: {", ".join(there) or "none"}. '
        "`openmso office add` opens one."
    )


def offices() -> "dict[str, Tenant]":
    """Return every office by its key. Raises `Refusal` where there are no tables yet."""
    from django.db import OperationalError, ProgrammingError

    from openmso.office.tenants.models import Tenant

    try:
        return {tenant.key: tenant for tenant in Tenant.objects.order_by("key")}
    except ProgrammingError as no_table:
        raise Refusal("The database is not prepared yet. Please run `openmso migrate`.") from (
            no_table
        )
    except OperationalError as away:
        raise Refusal("The database that DATABASE_URL names does not answer.") from away


def by_whom(named: str | None) -> str:
    """Return who gives the command, as histories will show it: the one named, or the user here."""
    return (named or "").strip() or getpass.getuser()
