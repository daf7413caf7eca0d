"""Noes that somebody outside looks at again: old enough that nobody appeals them besides."""

from ..plots import answered
from .planned import Planned

CLOSED: tuple[Planned, ...] = tuple(
    Planned(plot=answered.denied, line=line, wish=wish, days_ago=days)
    for line, wish, days in (
        ("KK", "knee_mri", 133),
        ("KK", "shoulder_mri", 129),
        ("KK", "cpap", 125),
        ("KK", "power_chair", 121),
        ("KK", "hospital_bed", 117),
        ("KK", "brace", 113),
        ("MEDI-CAL", "knee_mri", 131),
        ("MEDI-CAL", "power_chair", 123),
        ("MEDI-CAL", "cpap", 119),
        ("MEDI-CAL", "shoulder_mri", 115),
        ("MEDI-CAL", "brace", 111),
    )
)
