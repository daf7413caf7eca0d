"""What the specimens share: one request, its words in the reader's language, a yes and a no."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from .. import fields as f
from ..fields import Fields, Wording
from .people import DOCTOR
from .ways_on import remedies

ZONE = "America/Los_Angeles"
DUE = datetime(2026, 11, 26, 7, 59, 59, tzinfo=UTC)
LATER = datetime(2026, 12, 10, 7, 59, 59, tzinfo=UTC)


class Words:
    """The handed-in wordings of the specimen in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, english: str, spanish: str) -> Wording:
        if self.language == "es":
            return Wording(text=spanish, language="es")
        return Wording(text=english, language="en")


def case_told(say: Words, line_of_business: str) -> f.CaseFacts:
    return f.CaseFacts(
        request_number="PA-2026-004217",
        member_name="Rosa Delgado Fuentes",
        member_number="LCM-0047-2231",
        plan_name="Harborlight Health Plan",
        line_of_business=line_of_business,
        received_on=date(2026, 11, 18),
        requested_by="Dr. Ana Lim, Elm Street Family Practice",
        asked=say("12 therapy visits", "12 sesiones de terapia"),
        services=(
            f.Service(
                description=say("Therapeutic exercises", "Ejercicios terapéuticos"),
                code="97110",
                units=say("12 visits", "12 sesiones").text,
                approved_units=say("6 visits", "6 sesiones").text,
            ),
        ),
        time_zone=ZONE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One letter to be shown: `say` picks the words, `line` is the line of business."""

    say: Words
    line: str
    ground: f.Ground
    means: f.SilenceMeans

    @property
    def case(self) -> f.CaseFacts:
        """The request, approved in part."""
        return case_told(self.say, self.line)

    @property
    def whole(self) -> f.CaseFacts:
        """The request, approved whole."""
        services = (replace(each, approved_units=each.units) for each in self.case.services)
        return replace(self.case, services=tuple(services))

    @property
    def refusal(self) -> f.Refusal:
        return refusal(self.say, self.line, self.ground)

    def approval(self, visits: int) -> f.Approval:
        return approval(self.say, self.line, visits)


Filled = Callable[[Scene], Fields]


def refusal(say: Words, line_of_business: str, ground: f.Ground) -> f.Refusal:
    covered = ground is f.Ground.NOT_NECESSARY
    return f.Refusal(
        ground=ground,
        reason=say(
            "You had 24 visits since March. The notes show that your knee can do all that you"
            " need at home. You can now do the exercises at home."
            if covered
            else "Your plan pays for 24 therapy visits a year. You had 24 visits this year.",
            "Usted tuvo 24 sesiones desde marzo. Las notas muestran que su rodilla ya puede hacer"
            " todo lo que necesita en casa. Ahora puede hacer los ejercicios en casa."
            if covered
            else "Su plan paga 24 sesiones de terapia al año. Usted ya tuvo 24 sesiones este año.",
        ),
        clinical_reason=say(
            "Functional plateau documented on 11/03/2026; home exercise program established."
            if covered
            else "Annual benefit limit reached.",
            "Meseta funcional documentada el 3 de noviembre de 2026; programa de ejercicios en"
            " casa establecido."
            if covered
            else "Se alcanzó el límite anual del beneficio.",
        ),
        rule=f.RuleUsed(name="Outpatient Therapy Criteria", edition="2026.2", section="PT-4")
        if covered
        else f.RuleUsed(name="Evidence of Coverage", edition="2026", section="Section 4.12"),
        decided_on=date(2026, 11, 23),
        remedies=remedies(line_of_business),
        responsible=DOCTOR,
        peer_to_peer=f.PeerToPeer(
            phone="1-213-555-0151", until=datetime(2026, 12, 2, 1, 0, tzinfo=UTC)
        ),
    )


def approval(say: Words, line_of_business: str, visits: int) -> f.Approval:
    return f.Approval(
        authorization_number="A-2026-88120",
        approved=say(f"{visits} therapy visits", f"{visits} sesiones de terapia"),
        decided_on=date(2026, 11, 23),
        validity=f.Validity(
            first_day=date(2026, 11, 23),
            last_day=date(2027, 2, 20),
            end=f.ValidityEnd.TERM,
            term=f.Length(count=90, unit="calendar_days"),
        ),
        care_from="Seaside Physical Therapy, 1-213-555-0160",
        may_not_be_taken_back=line_of_business == "KK",
    )
