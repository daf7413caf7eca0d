"""Incentive programs in the register, planned by an administrator."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from openmso.office.access.roles import Role
from openmso.office.incentives.actions.register import NewProgram, register
from openmso.office.incentives.models import IncentiveProgram
from openmso.office.incentives.questions import questions
from openmso.office.tenants.models import Tenant

from .access import make_account

_serial = count(1)

REGISTERED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def make_program(tenant: Tenant, **given: Any) -> IncentiveProgram:
    """A harmless program that nobody has signed for yet."""
    fields: dict[str, Any] = {
        "name": f"Flu shots on time {next(_serial)}",
        "whom": "doctors",
        "reward": "A payment for each practice that reaches the goal",
        "goal": "Shots given by December, counted by practice",
        "from_on": date(2027, 1, 1),
        "answers": {one.code: False for one in questions()},
    }
    by = make_account(Role.OFFICE_ADMIN, tenant).as_actor()
    return register(NewProgram(**(fields | given)), by=by, at=REGISTERED_AT)
