"""The stories of the second office."""

from openmso.casework.prior_auth.domain.request import Channel

from ... import cast
from ..plots import answered, waiting
from .planned import Planned, hours


def arizona() -> list[Planned]:
    """Return the stories of the second office, all of them fixed."""
    return list(_STORIES)


_STORIES = (
    *(
        Planned(plot=plot, line="AZ-COMM", wish=wish, days_ago=days)
        for plot, wish, days in (
            (answered.approved_by_nurse, "knee_mri", 30),
            (answered.approved_by_rule, "oxygen", 25),
            (answered.approved_in_part, "nursing", 50),
            (answered.denied, "power_chair", 44),
            (answered.approved_after_notes, "brace", 60),
            (answered.withdrawn, "cpap", 35),
        )
    ),
    Planned(
        plot=answered.approved_by_nurse,
        line="AZ-COMM",
        wish="hospital_bed",
        days_ago=21,
        member=cast.MARCUS,
        own_practice=0,
    ),
    Planned(plot=waiting.silence, line="AZ-COMM", wish="brace", overdue=hours(30)),
    Planned(
        plot=waiting.at_nurse,
        line="AZ-COMM",
        wish="cpap",
        due_in=hours(20),
        member=cast.MARCUS,
        own_practice=0,
    ),
    Planned(plot=waiting.at_nurse, line="AZ-COMM", wish="knee_mri", due_in=hours(50)),
    Planned(plot=waiting.at_nurse_begun, line="AZ-COMM", wish="nursing", due_in=hours(90)),
    Planned(plot=waiting.at_physician, line="AZ-COMM", wish="power_chair", due_in=hours(40)),
    Planned(
        plot=waiting.at_intake,
        line="AZ-COMM",
        wish="hospital_bed",
        due_in=hours(70),
        channel=Channel.FAX,
    ),
    Planned(
        plot=answered.answered_at_once,
        line="AZ-COMM",
        wish="walker",
        days_ago=2,
        channel=Channel.FAX,
    ),
)
