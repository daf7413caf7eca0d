"""A health plan that collects what its members ask from a watched folder.

Real and usable as it is with every plan that polls a folder (SFTP drop): a message, and a ticket
that names the plan.
"""

import json
from dataclasses import asdict
from datetime import UTC
from pathlib import Path

from openmso.office.outbound.interfaces import CarrierFailed
from openmso.roster.pcp_changes.interfaces import PcpWish, PlanDeskFailed

from ..exchange_folder import ExchangeFolder


class PlanDeskFolder:
    """Hands wishes to the plans by one folder; the ticket says to which."""

    def __init__(self, folder: Path) -> None:
        self.exchange = ExchangeFolder(folder, suffix=".wish")

    def pass_on(self, *, key: str, wish: PcpWish) -> str:
        """Leave the wish for the plan once per `key`; the proof names the ticket.

        Raises PlanDeskFailed when the folder cannot be written.
        """
        message = asdict(wish) | {"asked_at": wish.asked_at.astimezone(UTC).isoformat()}
        content = json.dumps(message, ensure_ascii=False, indent=1, sort_keys=True).encode()
        said = {"order": "change of the primary care doctor", "plan": wish.plan}
        try:
            ticket = self.exchange.lay_down(key, content, said)
        except CarrierFailed as trouble:
            raise PlanDeskFailed(str(trouble)) from None
        return f"plan ticket {key}, message {str(ticket['sha256'])[:16]}"
