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
    Kind.REVIEW_PAPERS: _review_papers,
}
