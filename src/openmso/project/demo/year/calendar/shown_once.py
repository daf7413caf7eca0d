"""Cases that show what happens seldom: two requests that look alike, one fax with two requests, a
decision taken up again, criteria reworded while a case is open."""

from openmso.casework.prior_auth.domain.request import Channel

from ... import cast
from ..plots import again, pairs
from .planned import Planned, hours

TWO_REQUESTS: tuple[Planned, ...] = (
    Planned(plot=pairs.came_twice, line="KK", wish="brace", due_in=hours(70), own_practice=0),
    Planned(
        plot=pairs.came_twice_and_joined,
        line="KK",
        wish="knee_brace",
        days_ago=47,
        channel=Channel.FAX,
    ),
    Planned(
        plot=pairs.for_either_knee,
        line="KK",
        wish="knee_brace",
        due_in=hours(74),
        channel=Channel.FAX,
        own_practice=0,
    ),
    Planned(
        plot=pairs.two_in_one_fax,
        line="KK",
        wish="home_pt",
        due_in=hours(76),
        member=cast.NAREK,
        channel=Channel.FAX,
        own_practice=0,
    ),
)
TAKEN_UP_AGAIN: tuple[Planned, ...] = (
    Planned(
        plot=again.denied_and_reopened, line="KK", wish="shoulder_mri", days_ago=12, own_practice=0
    ),
    Planned(
        plot=again.denied_then_approved, line="KK", wish="shoulder_mri", days_ago=32, own_practice=0
    ),
    Planned(plot=again.criteria_superseded, line="KK", wish="heart_mri", due_in=hours(26)),
    Planned(plot=again.criteria_renewed, line="KK", wish="heart_mri", due_in=hours(34)),
)
