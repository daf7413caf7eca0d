"""The cases on everybody's list today, told by when they are due."""

from openmso.casework.prior_auth.domain.request import Channel

from ... import cast
from ..plots import waiting
from .planned import Planned, hours

OPEN: tuple[Planned, ...] = (
    Planned(
        plot=waiting.at_nurse_begun,
        line="MEDI-CAL",
        wish="glucose",
        due_in=hours(60),
        member=cast.ROSA,
        own_practice=0,
    ),
    Planned(
        plot=waiting.extended,
        line="MA",
        wish="knee_mri",
        due_in=hours(48),
        member=cast.HAROLD,
        own_practice=0,
    ),
    Planned(plot=waiting.silence, line="MA", wish="cpap", overdue=hours(9)),
    Planned(plot=waiting.silence, line="KK", wish="knee_mri", overdue=hours(20)),
    Planned(plot=waiting.silence, line="MEDI-CAL", wish="brace", overdue=hours(30)),
    Planned(
        plot=waiting.at_nurse_with_message,
        line="KK",
        wish="heart_mri",
        due_in=hours(52),
        own_practice=0,
    ),
    # The nurses' list: urgent ones by the hour, standard ones by the day
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=hours(left), urgent=True)
        for plot, line, wish, left in (
            (waiting.at_nurse, "MA", "oxygen", 1.5),
            (waiting.at_nurse_begun, "KK", "heart_mri", 2.6),
            (waiting.at_nurse, "MEDI-CAL", "nursing", 3.2),
            (waiting.at_nurse, "MA", "nursing", 9),
            (waiting.at_nurse, "KK", "home_pt", 22),
            (waiting.at_nurse_begun, "MEDI-CAL", "oxygen", 40),
        )
    ),
    *(
        Planned(
            plot=(waiting.at_nurse, waiting.at_nurse, waiting.at_nurse_begun)[place % 3],
            line=line,
            wish=wish,
            due_in=hours(left),
        )
        for place, (line, wish, left) in enumerate(
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
                ("MEDI-CAL", "power_chair", 99),
                ("MA", "heart_mri", 135),
            )
        )
    ),
    # The physicians' desk
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=hours(left))
        for plot, line, wish, left in (
            (waiting.at_physician, "MA", "power_chair", 3),
            (waiting.at_physician, "MEDI-CAL", "brace", 17),
            (waiting.at_physician_talk_offered, "KK", "shoulder_mri", 21),
            (waiting.at_physician, "MA", "scooter", 36),
            (waiting.at_physician, "KK", "cpap", 41),
            (waiting.at_physician, "MEDI-CAL", "knee_mri", 44),
        )
    ),
    # Intake
    *(
        Planned(plot=plot, line=line, wish=wish, due_in=hours(left), channel=channel)
        for plot, line, wish, left, channel in (
            (waiting.at_intake, "MA", "knee_mri", 30, Channel.FAX),
            (waiting.at_intake, "MEDI-CAL", "cpap", 62, Channel.FAX),
            (waiting.at_intake, "KK", "home_pt", 70, Channel.FAX),
            (waiting.at_intake, "MA", "nursing", 95, Channel.PHONE),
            (waiting.at_intake, "MEDI-CAL", "brace", 100, Channel.MAIL),
            (waiting.waiting_for_office, "MA", "hospital_bed", 33, Channel.FAX),
            (waiting.waiting_for_office, "MEDI-CAL", "oxygen", 47, Channel.FAX),
            (waiting.waiting_for_office, "KK", "glucose", 66, Channel.PORTAL),
            (waiting.waiting_for_office, "MA", "brace", 80, Channel.FAX),
        )
    ),
)
