"""Specimens that answer a request without deciding about the care."""

from dataclasses import replace
from datetime import date

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .scene import DUE, Filled, Scene


def _receipt(scene: Scene) -> Fields:
    return f.ReceiptFields(case=scene.case, expedited=False, decide_by=DUE)


def _withdrawal(scene: Scene) -> Fields:
    return f.WithdrawalFields(
        case=scene.case, withdrawn_by="Dr. Ana Lim", withdrawn_on=date(2026, 11, 20)
    )


def _not_needed(scene: Scene) -> Fields:
    return f.NotNeededFields(
        case=scene.case,
        because=f.NotNeededBecause.NOT_ON_LIST,
        receipt_number="E-2026-771204",
        care_on=date(2026, 11, 30),
        list_name="Harborlight authorization list",
        list_edition="edition of January 1, 2026",
    )


def _not_eligible(scene: Scene) -> Fields:
    return f.NotEligibleFields(
        case=replace(scene.case, plan_name="", member_number=""),
        because=f.NotEligibleBecause.ENDED,
        care_on=date(2026, 11, 30),
        known_plan="Harborlight Health Plan",
        known_ipa="Laurel Canyon Physicians",
        turning_on=date(2026, 10, 31),
    )


def _forwarded(scene: Scene) -> Fields:
    return f.ForwardedFields(case=scene.case, forwarded_on=date(2026, 11, 18))


FILLED: dict[Kind, Filled] = {
    Kind.RECEIPT: _receipt,
    Kind.WITHDRAWAL: _withdrawal,
    Kind.NOT_NEEDED: _not_needed,
    Kind.NOT_ELIGIBLE: _not_eligible,
    Kind.FORWARDED: _forwarded,
}
