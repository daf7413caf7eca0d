"""To the patient's own doctor: admitted, moved to another hospital, or discharged."""

from openmso.office.letters.blocks import Block, Fact
from openmso.office.letters.fields import StayNews, StayNewsFields
from openmso.office.letters.wording.writer import Writer

_LEADS = {
    StayNews.ADMITTED: "Your patient was admitted to a hospital.",
    StayNews.TRANSFERRED: "Your patient was moved to another hospital.",
    StayNews.DISCHARGED: "Your patient left the hospital. Please see to what follows.",
}
_WHEN = {
    StayNews.ADMITTED: "Admitted",
    StayNews.TRANSFERRED: "Moved",
    StayNews.DISCHARGED: "Discharged",
}


def stay_news(w: Writer, fields: StayNewsFields) -> tuple[Block, ...]:
    case = fields.case
    planned = "planned" if fields.planned else "through the emergency room"
    return (
        w.lead(_LEADS[fields.news]),
        w.facts(
            "Stay",
            w.fact("Stay number", w.name(case.request_number), element="asked"),
            w.fact("Patient", w.name(case.member_name)),
            w.fact("Member number", w.name(case.member_number)),
            w.fact("Health plan", w.name(case.plan_name)),
            w.fact("Hospital", w.name(fields.hospital_name)),
            w.fact("Telephone", w.name(fields.hospital_phone)),
            w.fact("Came", w.name(planned)),
            w.fact("Level of care", w.name(fields.level_of_care)),
            w.fact("Attending physician", w.name(fields.attending)),
            w.fact(
                _WHEN[fields.news],
                w.moment(fields.happened_at, case.time_zone),
                element="happened",
            ),
            *_afterwards(w, fields),
        ),
    )


def _afterwards(w: Writer, fields: StayNewsFields) -> tuple[Fact, ...]:
    told = fields.instructions
    follow_up = fields.follow_up_on
    return (
        w.fact("Went", w.name(fields.discharged_to)),
        *((w.fact("What the patient was told", w.quoted(told)),) if told else ()),
        w.fact("Follow-up with", w.name(fields.follow_up_with)),
        *((w.fact("Follow-up on", w.day(follow_up)),) if follow_up else ()),
    )
