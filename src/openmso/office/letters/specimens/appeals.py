"""Specimens about appeals and outside reviews."""

from dataclasses import replace
from datetime import UTC, date, datetime

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .people import DOCTOR, SENT
from .scene import DUE, LATER, Filled, Scene
from .ways_on import FAST


def _appeal_received(scene: Scene) -> Fields:
    return f.AppealReceivedFields(
        case=scene.case,
        appeal_number="AP-261124-7KQ4MX",
        filed_by="Rosa Delgado Fuentes",
        filed_on=date(2026, 11, 24),
        expedited=False,
        decide_by=datetime(2026, 12, 25, 7, 59, 59, tzinfo=UTC),
        contact=DOCTOR,
    )


def _appeal_upheld(scene: Scene) -> Fields:
    return f.AppealUpheldFields(
        case=scene.case,
        appeal_number="AP-261124-7KQ4MX",
        refusal=replace(scene.refusal, peer_to_peer=None),
        goes_on=scene.line == "MA",
        file_by=LATER if scene.line == "MA" else None,
    )


def _appeal_overturned(scene: Scene) -> Fields:
    return f.AppealOverturnedFields(
        case=scene.whole, appeal_number="AP-261124-7KQ4MX", approval=scene.approval(12)
    )


def _appeal_extension(scene: Scene) -> Fields:
    return f.AppealExtensionFields(
        case=scene.case,
        appeal_number="AP-261124-7KQ4MX",
        reason=scene.say(
            "Your clinic has notes that may help you. We asked for them.",
            "Su clínica tiene notas que pueden ayudarle. Las pedimos.",
        ),
        first_due=DUE,
        new_due=LATER,
        longer_by=f.Length(count=14, unit="calendar_days"),
        remedies=(FAST,),
    )


def _appeal_closed(scene: Scene) -> Fields:
    return f.AppealClosedFields(
        case=scene.case,
        appeal_number="AP-261124-7KQ4MX",
        end=f.AppealEnd.LATE,
        ended_on=date(2026, 11, 24),
        last_day=date(2026, 11, 20),
    )


def _appeal_not_fast(scene: Scene) -> Fields:
    return f.AppealNotFastFields(
        case=scene.case,
        appeal_number="AP-261124-7KQ4MX",
        reason=scene.say(
            "Your knee has been the same for a year. The notes do not show that it gets worse now.",
            "Su rodilla está igual desde hace un año. Las notas no muestran que empeore ahora.",
        ),
        refused_on=date(2026, 11, 24),
        decide_by=LATER,
        remedies=(FAST,) if scene.line == "MA" else (),
    )


def _payment_ordered(scene: Scene) -> Fields:
    claim = f.Claim(
        service=scene.say("Emergency room visit", "Visita a la sala de emergencias"),
        served_on=date(2026, 9, 3),
        amount="$1,240.00",
    )
    asked = scene.say("payment for care that you had", "el pago de una atención que usted recibió")
    case = replace(scene.case, asked=asked, services=(), claim=claim)
    return f.PaymentOrderedFields(
        case=replace(case, requested_by="Seaside Emergency Group"),
        appeal_number="AP-261124-7KQ4MX",
        payment=f.PaymentOrder(
            amount="$1,240.00",
            pay_to="Seaside Emergency Group",
            decided_on=date(2026, 11, 23),
            pay_by=LATER,
        ),
    )


def _review_papers(scene: Scene) -> Fields:
    return f.ReviewPapersFields(
        case=scene.case,
        reviewer=f.Told(en="the state", es="el estado"),
        sent_on=SENT,
        sent=(
            f.Told(en="The rule we used to decide", es="La regla que usamos para decidir"),
            f.Told(en="All letters about this care", es="Todas las cartas"),
        ),
        to_follow=(f.Told(en="Records of Lena Ortiz", es="Expediente de Lena Ortiz"),),
    )


FILLED: dict[Kind, Filled] = {
    Kind.APPEAL_RECEIVED: _appeal_received,
    Kind.APPEAL_UPHELD: _appeal_upheld,
    Kind.APPEAL_OVERTURNED: _appeal_overturned,
    Kind.APPEAL_EXTENSION: _appeal_extension,
    Kind.APPEAL_CLOSED: _appeal_closed,
    Kind.APPEAL_NOT_FAST: _appeal_not_fast,
    Kind.PAYMENT_ORDERED: _payment_ordered,
    Kind.REVIEW_PAPERS: _review_papers,
}
