"""A no on a request, told to the remedy router in its own words. What is not known is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.rows import LineRow
from openmso.casework.remedies.table import default_table

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
    line = _lines().get(no.line_of_business)
    return Facts(
        coverage=_coverage(no, line),
        licensed_plan=no.licensed_plan,
        benefit=_who_said_no(no, line),
        decision=no.said.value,
        basis=_BASES[no.ground] if no.ground else None,
        provider_link="RECOMMENDED",
        urgent=no.urgency is Urgency.EXPEDITED,
        notice_on=no.on,
        grievance="none",
        state_hearing="none",
        part_b_drug=no.is_drug if line and line.part_b_drugs else None,
    )


_BASES: Mapping[Ground, str] = {
    Ground.MEDICAL_APPROPRIATENESS: "MEDICAL-NECESSITY",
    Ground.NOT_COVERED: "NOT-COVERED",
}


def _coverage(no: No, line: LineRow | None) -> str | None:
    if no.self_funded:
        return "SELF-FUNDED"
    if line is None or no.licensed_plan is None:
        return None
    return line.licensed if no.licensed_plan else line.unlicensed


def _who_said_no(no: No, line: LineRow | None) -> str | None:
    """Return the program that said no, for a member who has both; None for any other."""
    ours = line.program if line else ""
    every = _lines()
    others = {every[other].program for other in no.other_lines if other in every} - {"", ours}
    return ours if ours and others else None


def _lines() -> Mapping[str, LineRow]:
    return default_table().lines
