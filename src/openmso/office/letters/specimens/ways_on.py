"""What the member of a specimen may still do, by line of business."""

from datetime import date

from .. import fields as f
from ..fields import RemedyKind

WHICH_FIRST = f.Told(
    en="Want both? Ask for IMR first. If you ask for a State Hearing first, you may lose IMR.",
    es="¿Quiere las dos? Pida primero la IMR. Si pide primero la audiencia estatal, puede perder"
    " la IMR.",
)
COMPLAINT = f.Remedy(
    kind=RemedyKind.ANOTHER_WAY,
    key="plan_complaint",
    name=f.Told(en="Complain to your plan", es="Presentar una queja a su plan"),
    says=f.Told(
        en="Tell your plan if you had to wait too long or got poor care.",
        es="Diga a su plan si tuvo que esperar demasiado o la atención fue mala.",
    ),
    who=f.Told(en="Your health plan", es="Su plan de salud"),
    answer_within=f.Length(count=30, unit="calendar_days"),
)
A_PERSON = f.Remedy(kind=RemedyKind.A_PERSON, key="ask_a_person", by_a_person=True)
FAST = f.Remedy(kind=RemedyKind.FAST_GRIEVANCE, answer_within=f.Length(count=24, unit="hours"))


def remedies(line_of_business: str) -> tuple[f.Remedy, ...]:
    both = (WHICH_FIRST,) if line_of_business == "MEDI-CAL" else ()
    hearing = f.Remedy(
        kind=RemedyKind.STATE_HEARING,
        file_within=f.Length(count=120, unit="calendar_days"),
        warnings=both,
    )
    review = f.Remedy(
        kind=RemedyKind.INDEPENDENT_REVIEW,
        file_within=f.Length(count=6, unit="months"),
        warnings=both,
    )
    keep = f.Remedy(
        kind=RemedyKind.KEEP_SERVICE,
        file_within=f.Length(count=10, unit="calendar_days"),
        file_by=date(2026, 12, 4),
    )
    return {
        "MA": (_look_again(RemedyKind.PLAN_APPEAL, 65, date(2027, 1, 28)), COMPLAINT, A_PERSON),
        "MEDI-CAL": (
            keep,
            _look_again(RemedyKind.PLAN_APPEAL, 60, date(2027, 1, 23)),
            review,
            hearing,
            COMPLAINT,
            A_PERSON,
        ),
        "KK": (_look_again(RemedyKind.GRIEVANCE, 180, date(2027, 5, 23)), review, A_PERSON),
        "AZ-COMM": (f.Remedy(kind=RemedyKind.PLAN_APPEAL, key="plan_appeal"), A_PERSON),
    }[line_of_business]


def _look_again(kind: RemedyKind, days: int, by: date) -> f.Remedy:
    return f.Remedy(
        kind=kind,
        file_within=f.Length(count=days, unit="calendar_days"),
        file_by=by,
        answer_within=f.Length(count=30, unit="calendar_days"),
        fast_answer_within=f.Length(count=72, unit="hours"),
    )
