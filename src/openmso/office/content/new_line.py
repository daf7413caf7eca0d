"""A contact line before it is written down."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from .models import ContactLine


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A number to publish. `from_on` is its first day, `until_on` the first day without it."""

    purpose: str
    label: str
    label_es: str
    voice: str
    from_on: date
    plan_id: UUID | None = None
    language: str = ""
    toll_free: str = ""
    tty: str = "711"
    hours: str = ""
    hours_es: str = ""
    until_on: date | None = None

    @property
    def place(self) -> tuple[str, UUID | None, str]:
        """Where it stands: one line at a time for a purpose, a plan and a language."""
        return (self.purpose, self.plan_id, self.language)

    def says_the_same_as(self, stored: ContactLine) -> bool:
        """Tell whether `stored` is this line; an end that came later makes no difference."""
        mine = asdict(self)
        del mine["until_on"]
        return all(getattr(stored, name) == value for name, value in mine.items())
