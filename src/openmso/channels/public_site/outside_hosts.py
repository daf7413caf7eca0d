"""Which other sites our pages may send people to. Anything else is answered *not found*.

The public authorities stand in content/outside_hosts.yaml; an installation adds its own with the
setting OUTSIDE_HOSTS.
"""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from django.conf import settings

HOSTS = Path(__file__).parent / "content" / "outside_hosts.yaml"


def allowed_host(address: str, *, also: str = "") -> str | None:
    """Return the host of an https address we may link to, else None.

    `also` is one more address that may be linked to, as it stands and no other of its host.
    """
    try:
        parts = urlsplit(address)
        plain = parts.port is None and parts.username is None and parts.password is None
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if parts.scheme != "https" or not plain or "\\" in address:
        return None
    if address == also:
        return host
    return host if host in _hosts() | frozenset(getattr(settings, "OUTSIDE_HOSTS", ())) else None


@cache
def _hosts() -> frozenset[str]:
    return frozenset(yaml.safe_load(HOSTS.read_text(encoding="utf-8")))
