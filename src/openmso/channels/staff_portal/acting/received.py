"""Acts that may ask when something reached us, was told or left."""

from datetime import datetime
from typing import Any, ClassVar

from ..received import ReceivedForm
from .act import Act, Case


class ReceivedAct(Act[Case], ReceivedForm):
    """`when` calls the moment that the act asks for; "" where it asks for none."""

    when: ClassVar[str] = ""
    time_help: ClassVar[str] = "The time on the fax, the call or the stamp: 9:45 AM"

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        if self.when:
            time = self.fields["received_time"]
            self.fields["received_on"].label = f"{self.when} on"
            time.label, time.help_text = f"{self.when} at", self.time_help
        else:
            del self.fields["received_on"], self.fields["received_time"]

    @property
    def happened_at(self) -> datetime:
        """The moment that was typed; the form is valid and asks for one."""
        if self.received_at is None:
            raise ValueError("this form asks for no moment, or is not valid")
        return self.received_at
