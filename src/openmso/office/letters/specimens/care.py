"""Specimens of case management."""

from dataclasses import replace
from datetime import date

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .scene import Filled, Scene


def _care_plan(scene: Scene) -> Fields:
    return f.CarePlanFields(
        case=replace(scene.case, services=()),
        edition=2,
        about=scene.say(
            "We want to keep your heart strong and keep you at home.",
            "Queremos cuidar su corazón y que usted siga en su casa.",
        ),
        steps=(
            scene.say("A nurse calls you each day.", "Una enfermera le llama cada día."),
            scene.say("You weigh each day.", "Usted se pesa cada día."),
        ),
        goals=(scene.say("Walk to the park.", "Caminar hasta el parque."),),
        specialists=(
            f.CareSpecialist(
                name="Lena Ortiz, MD", specialty="Cardiology", last_day=date(2027, 5, 31)
            ),
        ),
        doctor="Dr. Ana Lim",
        manager="Odile Marchetti, RN",
    )


def _care_instructions(scene: Scene) -> Fields:
    return f.CareInstructionsFields(
        case=replace(scene.case, services=()),
        after_a_stay=True,
        from_whom="Harbor Point Hospital",
        given_on=date(2026, 11, 20),
        steps=(
            scene.say("Take your new pill in the morning.", "Tome su pastilla en la mañana."),
            scene.say("Call us if your feet swell.", "Llámenos si se le hinchan los pies."),
        ),
        follow_up_on=date(2026, 11, 27),
        manager="Odile Marchetti, RN",
    )


FILLED: dict[Kind, Filled] = {
    Kind.CARE_PLAN: _care_plan,
    Kind.CARE_INSTRUCTIONS: _care_instructions,
}
