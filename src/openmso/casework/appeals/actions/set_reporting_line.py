"""An administrator writes down under whom somebody works."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.accounts.account_line import AccountLine
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible
from ..domain.independence import superiors_of
from ..events import Event
from ..models import ReportingLine
from ..queries import reporting_lines


@action
def set_reporting_line(
    account_id: UUID, *, reports_to_id: UUID, by: Actor, at: datetime
) -> ReportingLine:
    """Let `account_id` report to `reports_to_id` from now on. Raises NotPossible on a circle."""
    by.require(Permission.ACCOUNT_MANAGE)
    people = {
        one.id: one
        for one in Account.objects.filter(
            tenant_id=by.tenant_id, id__in=[account_id, reports_to_id], is_active=True
        )
    }
    if account_id == reports_to_id or len(people) != 2:
        raise NotPossible("Choose two different people of this office.")
    lines = reporting_lines(by.tenant_id)
    if account_id in superiors_of(reports_to_id, lines):
        raise NotPossible("They would be each other's superiors.")
    line, _ = ReportingLine.objects.update_or_create(
        tenant_id=by.tenant_id,
        account_id=account_id,
        defaults={"reports_to_id": reports_to_id, "since_at": at},
    )
    record(
        AccountLine.of(people[account_id]), Event.REPORTS_TO, by=by, at=at, to=str(reports_to_id)
    )
    return line
