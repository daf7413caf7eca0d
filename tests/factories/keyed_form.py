"""What an intake coordinator types into the keying form, ready to send."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from .prior_auth import World

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
FAXED_AT = datetime(2026, 11, 20, 9, 45, tzinfo=LOS_ANGELES)
KEYED_AT = datetime(2026, 11, 20, 15, 5, tzinfo=LOS_ANGELES)


def keyed(world: World, **changed: Any) -> dict[str, Any]:
    """A whole fax of this office's member for a low back MRI."""
    fields: dict[str, Any] = {
        "step": "send",
        "client_key": "a-key-of-twenty-letters",
        "channel": "fax",
        "received_on": "11/20/2026",
        "received_time": "9:45 AM",
        "member": str(world.member.id),
        "practitioner_npi": world.practitioner.npi,
        "practice": str(world.practice.id),
        "code_1": "72148",
        "quantity_1": "1",
        "description_1": "MRI of the lower spine",
        "service_from_on": "12/01/2026",
        "diagnosis_1": "M54.50",
        "urgency": "standard",
        "clinical_summary": "Low back pain for three months.",
    }
    return fields | changed
