"""What stands around every page: whose site this is, in which language, who is signed in.

A context processor; templates read it as `frame`. It reads no table beside the office's own row,
which is kept in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.queries import tenant_by_id

from . import navigation

PRODUCT = "OpenMSO"
WARN_SECONDS = 120
_IN_THE_BAR = 6


@dataclass(frozen=True, slots=True)
class Language:
    """A language in its own name."""

    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`idle_seconds` is 0 when nobody is signed in; `area` is the signed-in person's portal;
    `here` is the page's address with what was searched for.
    """

    language: str
    brand: str
    legal_name: str
    year: str
    zone: ZoneInfo
    here: str
    languages: Sequence[Language]
    signed_in_as: str
    area: str
    menu: Sequence[navigation.Link]
    idle_seconds: int
    warn_seconds: int
    arrived_at: datetime | None
    demo: bool

    @property
    def menu_first(self) -> Sequence[navigation.Link]:
        """Return what stands in the bar; a long menu keeps its beginning there."""
        return self.menu if len(self.menu) <= _IN_THE_BAR + 1 else self.menu[:_IN_THE_BAR]

    @property
    def menu_more(self) -> Sequence[navigation.Link]:
        """Return what stands under "More"."""
        return self.menu[len(self.menu_first) :]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the page's frame."""
    actor: Actor | None = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    account = user if isinstance(user, Account) else None
    tenant = office_of(request)
    arrived_at: datetime | None = getattr(request, "arrived_at", None)
    zone = tenant.zone if tenant else ZoneInfo("UTC")
    language = translation.get_language() or settings.LANGUAGE_CODE
    area = account.area if account else ""
    return {
        "frame": Frame(
            language=language,
            brand=tenant.name if tenant else PRODUCT,
            legal_name=tenant.legal_name if tenant else "",
            year=str(arrived_at.astimezone(zone).year) if arrived_at else "",
            zone=zone,
            here=request.get_full_path(),
            languages=_languages_seen_in(language),
            signed_in_as=account.name if account else "",
            area=area,
            menu=navigation.links(_portal(request), actor=actor, request=request),
            idle_seconds=settings.IDLE_SECONDS[area] if area else 0,
            warn_seconds=WARN_SECONDS,
            arrived_at=arrived_at,
            demo=bool(getattr(settings, "DEMO_DATA_DIR", None)),
        )
    }


def office_of(request: HttpRequest) -> Tenant | None:
    """Return the office this page speaks for.

    The one the address serves, where that is known; else the signed-in person's own; else the
    first one of the installation. None before any office exists.
    """
    served: Tenant | None = getattr(request, "tenant", None)
    if served is not None:
        return served
    user = getattr(request, "user", None)
    if isinstance(user, Account):
        return tenant_by_id(user.tenant_id)
    # A page of nobody asks for it several times: for its frame, its day, its contact lines.
    known = vars(request)
    if "first_office" not in known:
        known["first_office"] = Tenant.objects.order_by("key").first()
    first: Tenant | None = known["first_office"]
    return first


def _portal(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.namespaces[0] if match and match.namespaces else ""


@cache
def _languages_seen_in(now_in: str) -> tuple[Language, ...]:
    return tuple(
        Language(
            code, translation.get_language_info(code)["name_local"].capitalize(), code == now_in
        )
        for code, _name in settings.LANGUAGES
    )
