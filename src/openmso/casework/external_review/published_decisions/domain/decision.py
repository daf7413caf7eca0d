"""One decision of an independent reviewer, as its regulator publishes it."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """`UPHELD`: the plan's no stood. `OVERTURNED`: the plan had to give the care."""

    UPHELD = "upheld"
    OVERTURNED = "overturned"


class Kind(StrEnum):
    """What the dispute was about."""

    MEDICAL_NECESSITY = "medical_necessity"
    EXPERIMENTAL = "experimental"
    URGENT_CARE = "urgent_care"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision:
    """One decision. `diagnosis` to `gender` are the regulator's own words, empty where it gives
    none; the groups are the house's. `findings` is the reviewer's text, empty when the file has
    none or when it was withheld because it may lead to a person."""

    reference: str
    year: int
    kind: Kind
    outcome: Outcome
    diagnosis_group: str
    diagnosis: str = ""
    diagnosis_detail: str = ""
    treatment_group: str
    treatment: str = ""
    treatment_detail: str = ""
    age_band: str = ""
    gender: str = ""
    findings: str = ""
    findings_withheld: bool = False
