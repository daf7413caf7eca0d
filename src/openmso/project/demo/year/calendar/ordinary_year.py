"""The ordinary year: how often each plot comes, and what may be asked for in it."""

from collections.abc import Iterator
from random import Random

from ..plots import answered
from ..story import Plot
from .planned import Planned

DAYS = 360

_ORDINARY: tuple[tuple[int, Plot, tuple[str, ...]], ...] = (
    (
        44,
        answered.approved_by_nurse,
        (
            "knee_mri",
            "home_pt",
            "cpap",
            "oxygen",
            "hospital_bed",
            "nursing",
            "brace",
            "migraine_drug",
            "glucose",
            "heart_mri",
        ),
    ),
    (14, answered.approved_by_rule, ("cpap", "oxygen", "home_pt")),
    (10, answered.answered_at_once, ("walker", "screening", "breathing_mask")),
    (9, answered.approved_after_notes, ("knee_mri", "home_pt", "nursing", "glucose")),
    (
        6,
        answered.denied,
        ("knee_mri", "shoulder_mri", "power_chair", "brace", "hospital_bed", "cpap"),
    ),
    (4, answered.approved_in_part, ("home_pt", "nursing")),
    (4, answered.approved_by_physician, ("power_chair", "nursing", "shoulder_mri")),
    (4, answered.withdrawn, ("knee_mri", "cpap", "home_pt")),
    (3, answered.approved_with_messages, ("knee_mri", "brace")),
    (2, answered.extended_then_approved, ("power_chair", "nursing")),
)
_LINES = {"MA": 38, "MEDI-CAL": 37, "KK": 25}
_NO_EXTENSION = "KK"


def ordinary_stories(count: int, chance: Random) -> Iterator[Planned]:
    """Yield so many stories, all of them closed, spread over the last DAYS."""
    lines, line_weights = list(_LINES), list(_LINES.values())
    for _ in range(count):
        _, plot, wanted = chance.choices(_ORDINARY, weights=[each[0] for each in _ORDINARY])[0]
        line = chance.choices(lines, weights=line_weights)[0]
        if plot is answered.extended_then_approved and line == _NO_EXTENSION:
            plot = answered.approved_by_nurse
        yield Planned(
            plot=plot,
            line=line,
            wish=chance.choice(wanted),
            days_ago=chance.randint(14, DAYS),
            urgent=plot is answered.approved_by_nurse and chance.random() < 0.12,
        )
