"""Specimens about grievances."""

from dataclasses import replace
from datetime import UTC, date, datetime

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .scene import DUE, LATER, Filled, Scene
from .ways_on import A_PERSON

_DESK = f.Professional(name="Winston Oyelaran", title="Complaints desk", phone="1-213-555-0154")
_GROUP = f.ReviewGroup(
    name="Demo Quality Review Group",
    name_es="Grupo de revisión de calidad (muestra)",
    phone="1-800-555-0192",
)


def _case(scene: Scene) -> f.CaseFacts:
    return replace(
        scene.case,
        request_number="GR-261118-7KQ4MX",
        asked=scene.say("How good the care was", "Qué tan buena fue la atención"),
        services=(),
    )


def _received(scene: Scene) -> Fields:
    return f.GrievanceReceivedFields(
        case=_case(scene),
        filed_by="Rosa Delgado Fuentes",
        expedited=scene.line == "KK",
        answer_by=datetime(2026, 12, 19, 7, 59, 59, tzinfo=UTC),
        contact=_DESK,
        regulator=scene.line == "KK",
    )


def _answered(scene: Scene) -> Fields:
    return f.GrievanceAnsweredFields(
        case=_case(scene),
        answered_on=date(2026, 11, 23),
        finding=f.GrievanceFinding.PARTLY,
        answer=scene.say(
            "The nurse did not look at your skin. We spoke with the clinic. It now checks each"
            " time.",
            "La enfermera no le revisó la piel. Hablamos con la clínica. Ahora la revisa siempre.",
        ),
        responsible=_DESK,
        remedies=(A_PERSON,),
        quality_of_care=scene.line == "MA",
        review_group=_GROUP if scene.line == "MA" else None,
    )


def _extension(scene: Scene) -> Fields:
    return f.GrievanceExtensionFields(
        case=_case(scene),
        reason=scene.say(
            "The clinic has notes that may help you. We asked for them.",
            "La clínica tiene notas que pueden ayudarle. Las pedimos.",
        ),
        first_due=DUE,
        new_due=LATER,
        longer_by=f.Length(count=14, unit="calendar_days"),
        contact=_DESK,
    )


def _closed(scene: Scene) -> Fields:
    return f.GrievanceClosedFields(
        case=_case(scene),
        end=f.GrievanceEnd.WITHDRAWN,
        ended_on=date(2026, 11, 23),
        by="Rosa Delgado Fuentes",
    )


FILLED: dict[Kind, Filled] = {
    Kind.GRIEVANCE_RECEIVED: _received,
    Kind.GRIEVANCE_ANSWERED: _answered,
    Kind.GRIEVANCE_EXTENSION: _extension,
    Kind.GRIEVANCE_CLOSED: _closed,
}
