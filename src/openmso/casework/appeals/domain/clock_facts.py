"""What the clocks of an appeal depend on, and the duties they time."""

from dataclasses import dataclass
from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.ruling import RuledBy

from .deciding import Result
from .types import Authority, FiledBy

DECIDE = "decide_appeal"
ACKNOWLEDGE = "acknowledge_appeal"
TELL_EXTENSION = "tell_appeal_extension"
TELL_NOT_FAST = "tell_appeal_not_fast"
SEND_ON = "send_appeal_on"
PAY = "pay_after_appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """Everything a clock of this appeal can depend on; instants carry a time zone.

    `late_at`: its own time ran out then and nobody had answered. `fast_asked_at`: the wish for a
    fast answer came later than the appeal. `fast_refused_at`: it was found not to qualify.
    `ordered_at`, `ordered_by`: the newest order to pay that is not carried out yet.
    """

    line_of_business: str
    urgency: Urgency
    is_drug: bool
    filed_by: FiledBy
    authority: Authority
    received_at: datetime
    about_payment: bool = False
    authority_shown_at: datetime | None = None
    fast_asked_at: datetime | None = None
    fast_refused_at: datetime | None = None
    extension_taken_at: datetime | None = None
    answered_at: datetime | None = None
    result: Result | None = None
    late_at: datetime | None = None
    ordered_at: datetime | None = None
    ordered_by: RuledBy | None = None

    def for_rulebook(self) -> dict[str, str | bool | None]:
        """Return these facts in the words of the rulebook."""
        return {
            "line_of_business": self.line_of_business,
            "urgency": str(self.urgency),
            "item_or_drug": "drug" if self.is_drug else "item",
            "filed_by": str(self.filed_by),
            "appeal_result": str(self.result) if self.result else None,
        }
