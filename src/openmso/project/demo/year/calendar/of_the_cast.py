"""The closed cases of the people who have names: what the demo's members read of their year."""

from openmso.casework.prior_auth.domain.request import Channel

from ... import cast
from ..plots import answered
from .planned import Planned

CLOSED: tuple[Planned, ...] = (
    # Rosa's year, read in Spanish
    Planned(
        plot=answered.approved_by_nurse,
        line="MEDI-CAL",
        wish="home_pt",
        days_ago=80,
        member=cast.ROSA,
        own_practice=0,
    ),
    Planned(
        plot=answered.denied,
        line="MEDI-CAL",
        wish="knee_mri",
        days_ago=19,
        member=cast.ROSA,
        own_practice=0,
        channel=Channel.FAX,
    ),
    Planned(
        plot=answered.approved_after_notes,
        line="MEDI-CAL",
        wish="brace",
        days_ago=45,
        member=cast.ROSA,
        own_practice=0,
    ),
    # The rest of the cast
    Planned(
        plot=answered.approved_in_part,
        line="MA",
        wish="home_pt",
        days_ago=26,
        member=cast.HAROLD,
        own_practice=0,
    ),
    Planned(
        plot=answered.approved_by_nurse, line="MA", wish="oxygen", days_ago=150, member=cast.HAROLD
    ),
    Planned(plot=answered.denied, line="MA", wish="power_chair", days_ago=33, member=cast.MEI_LING),
    Planned(
        plot=answered.approved_by_nurse,
        line="MA",
        wish="hospital_bed",
        days_ago=28,
        member=cast.BRAILLE,
    ),
    Planned(
        plot=answered.approved_by_nurse,
        line="KK",
        wish="knee_mri",
        days_ago=40,
        member=cast.ANAHIT,
        own_practice=1,
    ),
    Planned(
        plot=answered.extended_then_approved,
        line="MEDI-CAL",
        wish="nursing",
        days_ago=24,
        member=cast.RIGHT_TO_LEFT,
    ),
    Planned(
        plot=answered.answered_at_once,
        line="KK",
        wish="knee_mri",
        days_ago=1,
        member=cast.COVERAGE_ENDED,
        channel=Channel.FAX,
        own_practice=0,
    ),
    Planned(
        plot=answered.answered_at_once,
        line="MA",
        wish="cpap",
        days_ago=12,
        member=cast.PLAN_DECIDES,
    ),
)
