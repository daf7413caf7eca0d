"""What is invented about one person, before anything is written anywhere."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanPlan:
    """Coverage as the office learns it at `learned_at`; `until_on` is the first day without it.

    With `corrected_at` the office later learns that it ended on `truly_until_on`, or that it went
    through `truly_ipa`.
    """

    plan: str
    ipa: str
    from_on: date
    until_on: date | None = None
    learned_at: datetime
    corrected_at: datetime | None = None
    truly_until_on: date | None = None
    truly_ipa: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPlan:
    """One invented person. `key` names members of the cast and is empty for all others."""

    serial: int
    key: str = ""
    given_name: str
    family_name: str
    birth_date: date
    sex: str
    language: str = "en"
    spoken_language: str = "en"
    letter_format: str = "standard"
    needs: tuple[str, ...] = ()
    address_line_1: str
    address_line_2: str = ""
    city: str
    state: str
    postal_code: str
    phone: str
    email_ok: bool = False
    deceased_on: date | None = None
    mbi: str = ""
    cin: str = ""
    spans: tuple[SpanPlan, ...]

    @property
    def email(self) -> str:
        return f"member{self.serial}@example.com" if self.email_ok else ""
