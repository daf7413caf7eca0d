"""What is attested, word for word, by edition. A new wording is a new edition."""

from dataclasses import dataclass
from datetime import date

from openmso.office.access.credentials import NO_REWARD_FOR_DENIALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement; it is signed anew after `years`, which is the office's own policy."""

    key: str
    edition: str
    title: str
    paragraphs: tuple[str, ...]
    years: int

    def holds_until(self, signed_on: date) -> date:
        """Return the first day on which a signature of `signed_on` no longer holds."""
        year = signed_on.year + self.years
        try:
            return signed_on.replace(year=year)
        except ValueError:  # the 29th of February
            return date(year, 3, 1)


NO_REWARD = Statement(
    key=NO_REWARD_FOR_DENIALS,
    edition="2026-1",
    title="No reward for denials",
    paragraphs=(
        "I decide on requests for care only by whether the care and service are appropriate and "
        "whether coverage exists.",
        "Nobody pays, rewards or promotes me for denying care, for denying more of it, or for "
        "issuing fewer approvals. Nobody pays me less for approving.",
        "No financial incentive leads me to decide in a way that results in too little care.",
        "I tell the office at once when one of these sentences is no longer true, and I then "
        "decide no more cases.",
    ),
    years=1,
)
