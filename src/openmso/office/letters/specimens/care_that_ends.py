"""Specimens about care that ends."""

from dataclasses import replace
from datetime import date

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .people import HOSPITAL
from .scene import Filled, Scene


def _reasons(scene: Scene, *, care: f.Wording, provider: str, again: bool = False) -> Fields:
    changed = scene.say("You can climb stairs now.", "Ya puede subir escaleras.")
    return f.EndReasonsFields(
        case=replace(
            scene.case,
            request_number="FT-261124-7KQ4MX",
            requested_by=provider,
            asked=care,
            services=(),
        ),
        provider=provider,
        ends_on=date(2026, 11, 27),
        why=scene.say(
            "You can walk and eat on your own. Your wound has closed.",
            "Usted ya camina y come por su cuenta. Su herida cerró.",
        ),
        rule_used="Sample Coverage Manual, chapter 8, section 30",
        what_changed=changed if again else None,
        in_time=True,
    )


def _discharge_reasons(scene: Scene) -> Fields:
    care = scene.say("hospital stay", "estancia en el hospital")
    return _reasons(scene, care=care, provider=HOSPITAL.name)


def _care_ends_reasons(scene: Scene) -> Fields:
    care = scene.say("home care", "atención en casa")
    return _reasons(scene, care=care, provider="Seaside Home Care", again=True)


FILLED: dict[Kind, Filled] = {
    Kind.DISCHARGE_REASONS: _discharge_reasons,
    Kind.CARE_ENDS_REASONS: _care_ends_reasons,
}
