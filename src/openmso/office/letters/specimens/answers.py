"""Specimens that answer a request, or say why the answer takes longer."""

from datetime import UTC, date, datetime

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .people import DOCTOR
from .scene import DUE, LATER, Filled, Scene
from .ways_on import FAST, remedies


def _missing(scene: Scene) -> tuple[f.Wording, ...]:
    return (
        scene.say("notes from your last 6 visits", "notas de sus últimas 6 sesiones"),
        scene.say("the plan of care", "el plan de tratamiento"),
    )


def _approval(scene: Scene) -> Fields:
    return f.ApprovalFields(case=scene.whole, approval=scene.approval(12))


def _denial(scene: Scene) -> Fields:
    return f.DenialFields(case=scene.case, refusal=scene.refusal)


def _partial_approval(scene: Scene) -> Fields:
    return f.PartialApprovalFields(
        case=scene.case,
        approval=scene.approval(6),
        not_approved=scene.say("6 more visits", "6 sesiones más"),
        refusal=scene.refusal,
    )


def _request_for_information(scene: Scene) -> Fields:
    return f.InformationFields(
        case=scene.case,
        missing=_missing(scene),
        send_by=datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
        decide_by=DUE,
        fax="1-213-555-0170",
    )


def _extension(scene: Scene) -> Fields:
    return f.ExtensionFields(
        case=scene.case,
        reason=scene.say(
            "A clinic outside our network has notes that may help you. We asked for them.",
            "Una clínica fuera de nuestra red tiene notas que pueden ayudarle. Las pedimos.",
        ),
        first_due=DUE,
        new_due=LATER,
        longer_by=f.Length(count=14, unit="calendar_days"),
        remedies=(FAST,),
    )


def _delay_notice(scene: Scene) -> Fields:
    return f.DelayFields(
        case=scene.case,
        missing=_missing(scene),
        expert_or_test=scene.say("a knee doctor to look at it", "un especialista en rodilla"),
        expected_on=date(2026, 12, 9),
        remedies=remedies(scene.line),
        responsible=DOCTOR,
    )


def _silence_notice(scene: Scene) -> Fields:
    return f.SilenceFields(
        case=scene.case,
        due_at=DUE,
        means=scene.means,
        remedies=remedies(scene.line),
        citation="42 CFR 422.568(f)",
    )


FILLED: dict[Kind, Filled] = {
    Kind.APPROVAL: _approval,
    Kind.DENIAL: _denial,
    Kind.PARTIAL_APPROVAL: _partial_approval,
    Kind.REQUEST_FOR_INFORMATION: _request_for_information,
    Kind.EXTENSION: _extension,
    Kind.DELAY_NOTICE: _delay_notice,
    Kind.SILENCE_NOTICE: _silence_notice,
}
