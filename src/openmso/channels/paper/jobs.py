"""Looks into every office's trays once a minute."""

from datetime import UTC, datetime, timedelta

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import every
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.interfaces import TrayFailed, wiring
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant

from .intake import empty_tray

MAIL_DESK = "Mail room"
QUIET = timedelta(seconds=10)
"""How long a file without a ticket has to be left alone before it counts as whole."""


@every("*/1 * * * *", name="mail_room.empty_the_trays")
def empty_the_trays() -> None:
    """Take in what lies in the trays of every office. One that cannot be read does not stop the
    others; then the job fails, and lies on the administrator's shelf if it goes on failing."""
    failed: list[TrayFailed] = []
    for tenant in Tenant.objects.order_by("key"):
        with of_tenant(tenant.id):
            failed += _empty(tenant)
    if failed:
        raise failed[0]


def _empty(tenant: Tenant) -> list[TrayFailed]:
    by = Actor.system(MAIL_DESK, tenant.id)
    failed = []
    for way, tray_of in sorted(wiring.trays.items()):
        try:
            empty_tray(
                tray_of(tenant.key),
                Way(way),
                written_before=datetime.now(UTC) - QUIET,
                by=by,
                at=clock.now(),
            )
        except TrayFailed as trouble:
            failed.append(trouble)
    return failed
