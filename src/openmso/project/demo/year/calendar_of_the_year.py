"""Which stories happen when: a fixed list that shows everything, and more to fill the year.

Stories are given by plot, line of business and what is asked for. Open ones say when they are due;
closed ones how many days ago they began.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from openmso.casework.prior_auth.domain.request import Channel

from .. import cast
from . import plots
from .plots import Plot

DAYS = 360
CASES_AT_MOST = 400
MEMBERS_A_CASE = 6

PORTAL, FAX, PHONE, MAIL = Channel.PORTAL, Channel.FAX, Channel.PHONE, Channel.MAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One story to tell. `due_in` is for open ones, `days_ago` for closed ones; `overdue` for one
    whose time has just passed. `own_practice` counts the practices that sign in."""

    plot: Plot
    line: str
    wish: str
    days_ago: int | None = None
    due_in: timedelta | None = None
    overdue: timedelta | None = None
    urgent: bool = False
    member: str = ""
    channel: Channel | None = None
    own_practice: int | None = None
    kept_by_plan: bool = False


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)


_LA_CLOSED = (
    # Rosa's year, read in Spanish
    Planned(
        plot=plots.approved_by_nurse,
        line="MEDI-CAL",
        wish="home_pt",
        days_ago=80,
        member=cast.ROSA,
        own_practice=0,
    ),
    Planned(
        plot=plots.denied,
        line="MEDI-CAL",
        wish="knee_mri",
        days_ago=19,
        member=cast.ROSA,
        own_practice=0,
        channel=FAX,
    ),
    Planned(
        plot=plots.approved_after_notes,
        line="MEDI-CAL",
        wish="brace",
        days_ago=45,
        member=cast.ROSA,
        own_practice=0,
    ),
    # The rest of the cast
    Planned(
        plot=plots.approved_in_part,
        line="MA",
        wish="home_pt",
        days_ago=26,
        member=cast.HAROLD,
        own_practice=0,
    ),
    Planned(
        plot=plots.approved_by_nurse, line="MA", wish="oxygen", days_ago=150, member=cast.HAROLD
    ),
    Planned(plot=plots.denied, line="MA", wish="power_chair", days_ago=33, member=cast.MEI_LING),
    Planned(
        plot=plots.approved_by_nurse,
        line="MA",
        wish="hospital_bed",
        days_ago=28,
        member=cast.BRAILLE,
    ),
    Planned(
        plot=plots.approved_by_nurse,
        line="KK",
        wish="knee_mri",
        days_ago=40,
        member=cast.ANAHIT,
        own_practice=1,
    ),
    Planned(
        plot=plots.extended_then_approved,
        line="MEDI-CAL",
        wish="nursing",
        days_ago=24,
        member=cast.RIGHT_TO_LEFT,
    ),
    Planned(
        plot=plots.answered_at_once,
        line="KK",
        wish="knee_mri",
        days_ago=1,
        member=cast.COVERAGE_ENDED,
        channel=FAX,
    ),
    Planned(
        plot=plots.answered_at_once, line="MA", wish="cpap", days_ago=12, member=cast.PLAN_DECIDES
    ),
    # Each answer there is, in each line of business
    *(
        Planned(plot=plot, line=line, wish=wish, days_ago=days)
        for plot, wish, days in (
            (plots.approved_by_nurse, "cpap", 20),
            (plots.approved_by_rule, "oxygen", 15),
            (plots.answered_at_once, "walker", 9),
            (plots.approved_after_notes, "hospital_bed", 37),
            (plots.denied, "brace", 52),
            (plots.approved_in_part, "home_pt", 61),
            (plots.withdrawn, "knee_mri", 17),
            (plots.late_then_approved, "glucose", 70),
        )
        for line in ("MA", "MEDI-CAL", "KK")
    ),
    Planned(plot=plots.denied, line="MA", wish="migraine_drug", days_ago=23),
    Planned(plot=plots.denied, line="MA", wish="scooter", days_ago=48),
    Planned(plot=plots.denied, line="KK", wish="scooter", days_ago=57),
    Planned(plot=plots.denied, line="KK", wish="heart_mri", days_ago=170),
    Planned(plot=plots.denied_after_talk, line="KK", wish="shoulder_mri", days_ago=29),
    Planned(plot=plots.approved_by_physician, line="MEDI-CAL", wish="nursing", days_ago=43),
    Planned(
        plot=plots.approved_with_messages, line="KK", wish="brace", days_ago=13, own_practice=0
    ),
    Planned(plot=plots.extended_then_approved, line="MA", wish="power_chair", days_ago=41),
    Planned(plot=plots.exempt, line="MA", wish="hospital_bed", days_ago=31, channel=PHONE),
    Planned(plot=plots.exempt, line="KK", wish="nursing", days_ago=66, channel=PHONE),
    Planned(plot=plots.answered_at_once, line="MEDI-CAL", wish="wheelchair_van", days_ago=22),
    Planned(plot=plots.answered_at_once, line="MA", wish="hearing_aids", days_ago=34),
    Planned(
        plot=plots.came_twice_and_joined,
        line="KK",
        wish="knee_brace",
        days_ago=47,
        channel=FAX,
    ),
)
_LA_OPEN = (
    Planned(
        plot=plots.at_nurse_begun,
        line="MEDI-CAL",
        wish="glucose",
        due_in=_hours(60),
        member=cast.ROSA,
        own_practice=0,
    ),
    Planned(
        plot=plots.extended,
        line="MA",
        wish="knee_mri",
        due_in=_hours(48),
        member=cast.HAROLD,
        own_practice=0,
    ),
    Planned(plot=plots.silence, line="MA", wish="cpap", overdue=_hours(9)),
    Planned(plot=plots.silence, line="KK", wish="knee_mri", overdue=_hours(20)),
    Planned(plot=plots.silence, line="MEDI-CAL", wish="brace", overdue=_hours(30)),
    Planned(plot=plots.came_twice, line="KK", wish="brace", due_in=_hours(70), own_practice=0),
    Planned(
        plot=plots.at_nurse_with_message,
        line="KK",
        wish="heart_mri",
        due_in=_hours(52),
        own_practice=0,
    ),
    # The nurses' list: urgent ones by the hour, standard ones by the day
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=_hours(hours), urgent=True)
        for plot, line, wish, hours in (
            (plots.at_nurse, "MA", "oxygen", 1.5),
            (plots.at_nurse_begun, "KK", "heart_mri", 2.6),
            (plots.at_nurse, "MEDI-CAL", "nursing", 3.2),
            (plots.at_nurse, "MA", "nursing", 9),
            (plots.at_nurse, "KK", "home_pt", 22),
            (plots.at_nurse_begun, "MEDI-CAL", "oxygen", 40),
        )
    ),
    *(
        Planned(
            plot=(plots.at_nurse, plots.at_nurse, plots.at_nurse_begun)[place % 3],
            line=line,
            wish=wish,
            due_in=_hours(hours),
        )
        for place, (line, wish, hours) in enumerate(
            (
                ("MA", "knee_mri", 0.5),
                ("MA", "hospital_bed", 1),
                ("MA", "brace", 2),
                ("MA", "power_chair", 14),
                ("MA", "glucose", 15),
                ("MA", "cpap", 20),
                ("MEDI-CAL", "shoulder_mri", 10),
                ("MEDI-CAL", "cpap", 16),
                ("KK", "cpap", 18),
                ("KK", "glucose", 26),
                ("MA", "shoulder_mri", 38),
                ("MEDI-CAL", "hospital_bed", 40),
                ("KK", "hospital_bed", 45),
                ("MEDI-CAL", "home_pt", 64),
                ("KK", "migraine_drug", 30),
                ("MA", "home_pt", 88),
                ("MA", "oxygen", 110),
                ("KK", "oxygen", 96),
                ("MEDI-CAL", "power_chair", 99),
                ("MA", "heart_mri", 135),
                ("KK", "nursing", 140),
                ("MEDI-CAL", "heart_mri", 150),
            )
        )
    ),
    # The physicians' desk
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=_hours(hours))
        for plot, line, wish, hours in (
            (plots.at_physician, "MA", "power_chair", 3),
            (plots.at_physician, "MEDI-CAL", "brace", 17),
            (plots.at_physician_talk_offered, "KK", "shoulder_mri", 21),
            (plots.at_physician, "MA", "scooter", 36),
            (plots.at_physician, "KK", "cpap", 41),
            (plots.at_physician, "MEDI-CAL", "knee_mri", 44),
        )
    ),
    Planned(plot=plots.denied_and_reopened, line="KK", wish="shoulder_mri", days_ago=12),
    # Intake
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=_hours(hours), channel=channel)
        for plot, line, wish, hours, channel in (
            (plots.at_intake, "MA", "knee_mri", 30, FAX),
            (plots.at_intake, "MEDI-CAL", "cpap", 62, FAX),
            (plots.at_intake, "KK", "home_pt", 70, FAX),
            (plots.at_intake, "MA", "nursing", 95, PHONE),
            (plots.at_intake, "MEDI-CAL", "brace", 100, MAIL),
            (plots.waiting_for_office, "MA", "hospital_bed", 33, FAX),
            (plots.waiting_for_office, "MEDI-CAL", "oxygen", 47, FAX),
            (plots.waiting_for_office, "KK", "glucose", 66, PORTAL),
            (plots.waiting_for_office, "MA", "brace", 80, FAX),
        )
    ),
)
_AZ = (
    *(
        Planned(plot=plot, line="AZ-COMM", wish=wish, days_ago=days)
        for plot, wish, days in (
            (plots.approved_by_nurse, "knee_mri", 30),
            (plots.approved_by_rule, "oxygen", 25),
            (plots.approved_in_part, "nursing", 50),
            (plots.denied, "power_chair", 44),
            (plots.approved_after_notes, "brace", 60),
            (plots.withdrawn, "cpap", 35),
        )
    ),
    Planned(
        plot=plots.approved_by_nurse,
        line="AZ-COMM",
        wish="hospital_bed",
        days_ago=21,
        member=cast.MARCUS,
        own_practice=0,
    ),
    Planned(plot=plots.silence, line="AZ-COMM", wish="brace", overdue=_hours(30)),
    Planned(
        plot=plots.at_nurse,
        line="AZ-COMM",
        wish="cpap",
        due_in=_hours(20),
        member=cast.MARCUS,
        own_practice=0,
    ),
    Planned(plot=plots.at_nurse, line="AZ-COMM", wish="knee_mri", due_in=_hours(50)),
    Planned(plot=plots.at_nurse_begun, line="AZ-COMM", wish="nursing", due_in=_hours(90)),
    Planned(plot=plots.at_physician, line="AZ-COMM", wish="power_chair", due_in=_hours(40)),
    Planned(
        plot=plots.at_intake, line="AZ-COMM", wish="hospital_bed", due_in=_hours(70), channel=FAX
    ),
    Planned(plot=plots.answered_at_once, line="AZ-COMM", wish="walker", days_ago=2, channel=FAX),
)

# The ordinary year: how often each plot comes, and what may be asked for in it.
_ORDINARY: tuple[tuple[int, Plot, tuple[str, ...]], ...] = (
    (
        44,
        plots.approved_by_nurse,
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
    (14, plots.approved_by_rule, ("cpap", "oxygen", "home_pt")),
    (10, plots.answered_at_once, ("walker", "screening", "breathing_mask")),
    (9, plots.approved_after_notes, ("knee_mri", "home_pt", "nursing", "glucose")),
    (6, plots.denied, ("knee_mri", "shoulder_mri", "power_chair", "brace", "hospital_bed", "cpap")),
    (4, plots.approved_in_part, ("home_pt", "nursing")),
    (4, plots.approved_by_physician, ("power_chair", "nursing", "shoulder_mri")),
    (4, plots.withdrawn, ("knee_mri", "cpap", "home_pt")),
    (3, plots.approved_with_messages, ("knee_mri", "brace")),
    (2, plots.extended_then_approved, ("power_chair", "nursing")),
)
_LINES = {"MA": 38, "MEDI-CAL": 37, "KK": 25}
_NO_EXTENSION = "KK"


def los_angeles(members: int, chance: Random) -> list[Planned]:
    """Return the stories of the first office: the fixed ones, then ordinary ones to fill up."""
    fixed = [*_LA_CLOSED, *_LA_OPEN]
    wanted = min(CASES_AT_MOST, members // MEMBERS_A_CASE)
    return [*fixed, *_ordinary(max(0, wanted - len(fixed)), chance)]


def arizona() -> list[Planned]:
    """Return the stories of the second office."""
    return list(_AZ)


def _ordinary(count: int, chance: Random) -> Iterator[Planned]:
    lines, line_weights = list(_LINES), list(_LINES.values())
    for _ in range(count):
        _, plot, wanted = chance.choices(_ORDINARY, weights=[each[0] for each in _ORDINARY])[0]
        line = chance.choices(lines, weights=line_weights)[0]
        if plot is plots.extended_then_approved and line == _NO_EXTENSION:
            plot = plots.approved_by_nurse
        yield Planned(
            plot=plot,
            line=line,
            wish=chance.choice(wanted),
            days_ago=chance.randint(14, DAYS),
            urgent=plot is plots.approved_by_nurse and chance.random() < 0.12,
        )
