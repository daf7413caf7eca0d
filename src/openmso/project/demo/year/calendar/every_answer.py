"""Each answer there is, in each line of business, given to anybody whom it fits."""

from openmso.casework.prior_auth.domain.request import Channel

from ..plots import answered
from .planned import Planned

CLOSED: tuple[Planned, ...] = (
    *(
        Planned(plot=plot, line=line, wish=wish, days_ago=days)
        for plot, wish, days in (
            (answered.approved_by_nurse, "cpap", 20),
            (answered.approved_by_rule, "oxygen", 15),
            (answered.answered_at_once, "walker", 9),
            (answered.approved_after_notes, "hospital_bed", 37),
            (answered.denied, "brace", 52),
            (answered.approved_in_part, "home_pt", 61),
            (answered.withdrawn, "knee_mri", 17),
            (answered.late_then_approved, "glucose", 70),
        )
        for line in ("MA", "MEDI-CAL", "KK")
    ),
    Planned(plot=answered.denied, line="MA", wish="migraine_drug", days_ago=23),
    Planned(plot=answered.denied, line="MA", wish="scooter", days_ago=48),
    Planned(plot=answered.denied, line="KK", wish="scooter", days_ago=57),
    Planned(plot=answered.denied, line="KK", wish="heart_mri", days_ago=170),
    Planned(plot=answered.denied_after_talk, line="KK", wish="shoulder_mri", days_ago=29),
    Planned(plot=answered.approved_by_physician, line="MEDI-CAL", wish="nursing", days_ago=43),
    Planned(
        plot=answered.approved_with_messages, line="KK", wish="brace", days_ago=13, own_practice=0
    ),
    Planned(plot=answered.extended_then_approved, line="MA", wish="power_chair", days_ago=41),
    Planned(
        plot=answered.exempt, line="MA", wish="hospital_bed", days_ago=31, channel=Channel.PHONE
    ),
    Planned(plot=answered.exempt, line="KK", wish="nursing", days_ago=66, channel=Channel.PHONE),
    Planned(plot=answered.answered_at_once, line="MEDI-CAL", wish="wheelchair_van", days_ago=22),
    Planned(plot=answered.answered_at_once, line="MA", wish="hearing_aids", days_ago=34),
)
