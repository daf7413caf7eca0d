"""Specimens to hospitals and doctors: the night, and the stay."""

from dataclasses import replace
from datetime import UTC, date, datetime

from .. import fields as f
from ..fields import Fields
from ..letter import Kind
from .people import DOCTOR, HOSPITAL
from .scene import Filled, Scene

_NIGHT = f.HospitalNight(
    asked_at=datetime(2026, 11, 24, 10, 8, tzinfo=UTC),
    stabilized_at=datetime(2026, 11, 24, 9, 50, tzinfo=UTC),
    stabilized_by="Dr. Lena Ortiz",
    care=f.Wording(text="Monitored bed after chest pain"),
)


def _stay(case: f.CaseFacts) -> f.CaseFacts:
    return replace(
        case,
        request_number="IP-261124-7KQ4MX",
        requested_by=HOSPITAL.name,
        asked=f.Wording(text="hospital days"),
        services=(),
    )


def _hospital_approval(scene: Scene) -> Fields:
    return f.HospitalApprovalFields(
        case=scene.case,
        night=_NIGHT,
        answered_at=datetime(2026, 11, 24, 10, 34, tzinfo=UTC),
        authorization_number="AU-261124-7KQ4MX",
        approved=f.Wording(text="Monitored bed for two nights"),
        level_of_care="Telemetry",
        next_review_on=date(2026, 11, 26),
    )


def _hospital_disagreement(scene: Scene) -> Fields:
    return f.HospitalDisagreementFields(
        case=scene.case,
        night=_NIGHT,
        answered_at=datetime(2026, 11, 24, 10, 40, tzinfo=UTC),
        clinical_reason=f.Wording(text="Two normal tests; can be watched at home."),
        physician=DOCTOR,
        citation="42 CFR 422.113(c)(2)(iii)",
    )


def _plan_responsible(scene: Scene) -> Fields:
    return f.PlanResponsibleFields(
        case=scene.case,
        night=_NIGHT,
        due_at=datetime(2026, 11, 24, 11, 8, tzinfo=UTC),
        citation="42 CFR 422.113(c)(2)(iii)",
    )


def _stay_days_approved(scene: Scene) -> Fields:
    return f.StayDaysApprovedFields(
        case=_stay(scene.case),
        first_day=date(2026, 11, 24),
        until_on=date(2026, 11, 27),
        next_review_on=date(2026, 11, 25),
        decided_at=datetime(2026, 11, 24, 18, 20, tzinfo=UTC),
    )


def _stay_days_refused(scene: Scene) -> Fields:
    return f.StayDaysRefusedFields(
        case=_stay(scene.case),
        from_on=date(2026, 11, 27),
        clinical_reason=f.Wording(text="No fever for two days; tablets can be taken."),
        rule=f.RuleUsed(name="Acute hospital stay", edition="2026.1"),
        physician=DOCTOR,
        decided_at=datetime(2026, 11, 26, 19, 5, tzinfo=UTC),
    )


def _stay_news(scene: Scene) -> Fields:
    return f.StayNewsFields(
        case=_stay(scene.case),
        news=f.StayNews.DISCHARGED,
        happened_at=datetime(2026, 11, 27, 19, 30, tzinfo=UTC),
        hospital_name=HOSPITAL.name,
        hospital_phone="1-213-555-0181",
        level_of_care="",
        planned=False,
        attending="Dr. Lena Ortiz",
        discharged_to="home",
        instructions=f.Wording(text="Weigh each morning; call when 3 pounds more."),
        follow_up_with="Dr. Ana Lim, Elm Street Family Practice",
        follow_up_on=date(2026, 12, 3),
    )


FILLED: dict[Kind, Filled] = {
    Kind.HOSPITAL_APPROVAL: _hospital_approval,
    Kind.HOSPITAL_DISAGREEMENT: _hospital_disagreement,
    Kind.PLAN_RESPONSIBLE: _plan_responsible,
    Kind.STAY_DAYS_APPROVED: _stay_days_approved,
    Kind.STAY_DAYS_REFUSED: _stay_days_refused,
    Kind.STAY_NEWS: _stay_news,
}
