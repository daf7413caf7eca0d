"""A no on a request, told to the remedy router in its own words. What is not known is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openmso.casework.remedies.facts import Facts

from .decision import Ground
from .request import Urgency


class Said(StrEnum):
    """What the member was told; the values are the router's."""

    NO = "deny"
    A_PART = "modify"
    LATER = "delay"


@dataclass(frozen=True, slots=True, kw_only=True)
class No:
    """One no. `on` is the day of its letter, in office time.

    `licensed_plan` and `self_funded` come from the plan's settings. `other_lines` are the lines of
    business under which the member is covered besides, on the day of care. `ground` is None where
    nobody decided.
    """

    line_of_business: str
    licensed_plan: bool | None
    self_funded: bool
    other_lines: frozenset[str]
    said: Said
    ground: Ground | None
    urgency: Urgency
    is_drug: bool
    on: date


def facts_of(no: No) -> Facts:
    """Return what the router must know.

    On the day of the letter nothing has been asked for yet; whether more happened later, at the
    plan or at the State, this office does not hear by itself.
    """
    return Facts(
        coverage=_coverage(no),
        licensed_plan=no.licensed_plan,
        benefit=_who_said_no(no),
        decision=no.said.value,
        basis=_BASES[no.ground] if no.ground else None,
        provider_link="RECOMMENDED",
        urgent=no.urgency is Urgency.EXPEDITED,
        notice_on=no.on,
        grievance="none",
        state_hearing="none",
        part_b_drug=no.is_drug if no.line_of_business in _PART_B else None,
    )


_BASES: Mapping[Ground, str] = {
    Ground.MEDICAL_APPROPRIATENESS: "MEDICAL-NECESSITY",
    Ground.NOT_COVERED: "NOT-COVERED",
}
_COVERAGES: Mapping[tuple[str, bool | None], str] = {
    ("MA", True): "MA",
    ("MA", False): "MA",
    ("MEDI-CAL", True): "KK-MEDI-CAL",
    ("MEDI-CAL", False): "NONKK-MEDI-CAL",
    ("KK", True): "KK-COMMERCIAL",
    ("KK", False): "KK-COMMERCIAL",
    ("AZ-COMM", True): "OTHER-STATE",
    ("AZ-COMM", False): "OTHER-STATE",
}
"""By line of business and license. A commercial plan under the Knox-Keene Act without its license
contradicts itself: the router sends that to a person."""
_PROGRAMS: Mapping[str, str] = {"MA": "Medicare", "MEDI-CAL": "Medi-Cal"}
_PART_B = frozenset({"MA"})


def _coverage(no: No) -> str | None:
    if no.self_funded:
        return "SELF-FUNDED"
    return _COVERAGES.get((no.line_of_business, no.licensed_plan))


def _who_said_no(no: No) -> str | None:
    """Return the program that said no, for a member who has both; None for any other."""
    ours = _PROGRAMS.get(no.line_of_business)
    others = {_PROGRAMS[line] for line in no.other_lines if line in _PROGRAMS}
    return ours if ours and others - {ours} else None
