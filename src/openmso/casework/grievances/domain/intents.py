"""Why a member calls: the coded reasons of customer service. The table is data/intents.yaml."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .types import read_data


class Intent(StrEnum):
    DISCUSS_DENIAL = "discuss_denial"
    OBTAIN_APPEAL = "obtain_appeal"
    DISCUSS_CRITERIA = "discuss_criteria"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentRow:
    """One reason as the desk reads it. `needs_request`: it is about one request."""

    intent: Intent
    says: str
    hint: str
    needs_request: bool


@cache
def intents() -> dict[Intent, IntentRow]:
    """Return every reason, in the order to show them."""
    rows = read_data("intents")
    return {Intent(key): IntentRow(intent=Intent(key), **row) for key, row in rows.items()}
