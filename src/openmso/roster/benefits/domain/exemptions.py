"""Care that never waits for an authorization, whatever the list says."""

from dataclasses import dataclass
from enum import StrEnum


class ExemptBecause(StrEnum):
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Why no authorization may be asked for, and the rule that says so."""

    because: ExemptBecause
    rule_id: str


def exemption_for(*, emergency: bool, emergency_rule_id: str) -> Exemption | None:
    """Tell whether this care is exempt. Emergency care is, for every plan and in every network;
    `emergency_rule_id` is the rulebook's answer that the case keeps."""
    if emergency:
        return Exemption(because=ExemptBecause.EMERGENCY, rule_id=emergency_rule_id)
    return None
