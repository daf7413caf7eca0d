"""When an open request must have reached the office, to be due when the demo wants it to be."""

from datetime import datetime, timedelta
from random import Random

from openmso.casework.prior_auth.domain.deadlines import DECIDE, ClockFacts, clocks
from openmso.casework.prior_auth.domain.request import Timing, Urgency
from openmso.office.law import office_calendar, rulebook
from openmso.office.tenants.models import Tenant
from openmso.rulebook.duty_clocks import governing

_STEP = timedelta(hours=1)
_LOOK_BACK = 24 * 21
_DAYTIME = range(8, 18)


class ReceiptTimes:
    """Finds receipt times by asking the rulebook, an hour at a time, back from the present."""

    def __init__(self, tenant: Tenant, now: datetime) -> None:
        self._office = office_calendar(tenant.id)
        self._now = now
        self._found: dict[tuple[str, bool, bool], list[tuple[datetime, datetime]]] = {}

    def due_after(
        self,
        wait: timedelta,
        chance: Random,
        *,
        line: str,
        urgent: bool = False,
        drug: bool = False,
    ) -> datetime:
        """Return a receipt time whose decision falls due next after the present plus `wait`.

        Of all times that lead to one due time, one in the daytime where there is one.
        """
        pairs = self._pairs(line, urgent, drug)
        next_due = min((due for _, due in pairs if due >= self._now + wait), default=pairs[0][1])
        begins = [begun for begun, due in pairs if due == next_due]
        daytime = [begun for begun in begins if self._office.local(begun).hour in _DAYTIME]
        begun = chance.choice(daytime or begins)
        earlier = begun - timedelta(minutes=chance.randint(0, 40))
        same_day = self._office.local(earlier).date() == self._office.local(begun).date()
        return earlier if same_day else begun

    def due_before(
        self, ago: timedelta, *, line: str, urgent: bool = False, drug: bool = False
    ) -> datetime:
        """Return the latest receipt time whose decision was due before the present less `ago`."""
        pairs = self._pairs(line, urgent, drug)
        return max(begun for begun, due in pairs if due < self._now - ago)

    def _pairs(self, line: str, urgent: bool, drug: bool) -> list[tuple[datetime, datetime]]:
        key = (line, urgent, drug)
        if key not in self._found:
            begins = [self._now - 2 * _STEP - _STEP * hours for hours in range(_LOOK_BACK)]
            self._found[key] = [(begun, self._due(begun, key)) for begun in begins]
        return self._found[key]

    def _due(self, begun: datetime, key: tuple[str, bool, bool]) -> datetime:
        line, urgent, drug = key
        facts = ClockFacts(
            line_of_business=line,
            urgency=Urgency.EXPEDITED if urgent else Urgency.STANDARD,
            is_drug=drug,
            needs_authorization=True,
            timing=Timing.PRE_SERVICE,
            received_at=begun,
            complete_at=begun,
        )
        found = governing(clocks(facts, rulebook(), self._office), DECIDE)
        if found is None:
            raise LookupError(f"no clock runs for {line}")
        return found.due_at
