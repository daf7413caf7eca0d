"""The facts at the top of every letter to a hospital."""

from openmso.office.letters.blocks import Fact, Facts
from openmso.office.letters.fields import CaseFacts, HospitalNight
from openmso.office.letters.wording.writer import Writer


def the_night(w: Writer, case: CaseFacts, night: HospitalNight, *more: Fact) -> Facts:
    zone = case.time_zone
    return w.facts(
        "Request",
        w.fact("Receipt number", w.name(case.request_number)),
        w.fact("Patient", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Asked by", w.name(case.requested_by)),
        w.fact("Asked", w.moment(night.asked_at, zone), element="asked"),
        w.fact("Stabilized", w.moment(night.stabilized_at, zone)),
        w.fact("Stabilized by", w.name(night.stabilized_by)),
        w.fact("Care asked for", w.quoted(night.care)),
        *more,
    )
