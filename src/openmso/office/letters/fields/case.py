"""What letters of every kind repeat: the case, its services, people, wordings, lengths of time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Text somebody wrote, with its language, so that a letter never hides a foreign passage."""

    text: str
    language: str = "en"

    def foreign_on(self, page: str) -> str:
        """Return the language of the text for a page in another one, empty for a page in it."""
        return self.language if self.language != page else ""


def worded_for(english: str, spanish: str, language: str) -> Wording:
    """Return the Spanish words for a Spanish reader where somebody wrote them, else the English."""
    if language == "es" and spanish.strip():
        return Wording(text=spanish.strip(), language="es")
    return Wording(text=english.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time as the rulebook gives it: count and unit ("calendar_days", "hours"…)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One line of a request. `units` is what was asked, `approved_units` what was granted."""

    description: Wording
    code: str
    units: str
    approved_units: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Care that was given and not paid; `amount` is what was refused, written like $240.00."""

    service: Wording
    served_on: date
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What every letter about a request repeats.

    `asked` says it in a few plain words, fit for the middle of a sentence: "12 therapy visits".
    `received_on` is the day on which the request reached us, in office time. With a `claim` it is
    about a payment: `request_number` is the claim's, `requested_by` who gave the care, and
    `received_on` the day of the notice that said that it is not paid.
    """

    request_number: str
    member_name: str
    member_number: str
    plan_name: str
    line_of_business: str
    received_on: date
    requested_by: str
    asked: Wording
    services: tuple[Service, ...]
    time_zone: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNamed:
    """The day for one `{place}` of a text."""

    place: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text of the house in both languages it writes, with the days to fill in."""

    en: str
    es: str
    days: tuple[DayNamed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """Who is responsible for a decision, with the number that reaches that person directly."""

    name: str
    title: str
    phone: str
