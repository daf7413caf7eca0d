"""A request after the access middleware: who asks and when it arrived are known."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from openmso.office.access.actor import Actor
from openmso.office.tenants.queries import tenant_by_id


class StaffRequest(HttpRequest):
    """What every view of this portal is handed. `arrived_at` is in UTC."""

    actor: Actor
    arrived_at: datetime
    htmx: HtmxDetails


def zone_of(request: StaffRequest) -> ZoneInfo:
    """The office's own time zone."""
    return tenant_by_id(request.actor.tenant_id).zone
