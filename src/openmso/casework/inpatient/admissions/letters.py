"""What the letters about a stay say: to the PCP, to the hospital, and a no to the member."""

from dataclasses import replace
from datetime import datetime

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said, facts_of
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.remedies_named import as_a_letter_names_them
from openmso.casework.remedies.router import route
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters import fields as f
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.eligibility.queries import coverages_on
from openmso.roster.plans.models import HealthPlan
from openmso.roster.providers.models import Hospital

from .domain.stay import Level
from .models import Admission, ConcurrentReview

_PHYSICIAN = {"en": "Physician reviewer", "es": "Médico revisor"}
_ASKED = {"en": "hospital days", "es": "días de hospital"}
_FROM = {"en": "from", "es": "desde el"}
_DESK = "utilization_management"


def stay_news(
    admission: Admission,
    news: f.StayNews,
    *,
    happened_at: datetime,
    hospital: Hospital,
    level: Level | None,
) -> f.StayNewsFields:
    """Return what the PCP reads about one thing that happened."""
    gone = news is f.StayNews.DISCHARGED
    return f.StayNewsFields(
        case=_facts(admission),
        news=news,
        happened_at=happened_at,
        hospital_name=hospital.name,
        hospital_phone=hospital.phone.removeprefix("+1"),
        level_of_care=level.words if level else "",
        planned=admission.way == "planned",
        attending=admission.attending,
        discharged_to=admission.get_discharged_to_display() if gone else "",
        instructions=_written(admission.instructions) if gone else None,
        follow_up_with=admission.follow_up_with if gone else "",
        follow_up_on=admission.follow_up_on if gone else None,
    )


def days_approved(admission: Admission, review: ConcurrentReview) -> f.StayDaysApprovedFields:
    """Return what the hospital reads about approved days."""
    if review.until_on is None:
        raise ValueError("approved days have a last one")
    return f.StayDaysApprovedFields(
        case=_facts(admission),
        first_day=review.from_on,
        until_on=review.until_on,
        next_review_on=admission.next_review_on,
        decided_at=review.decided_at,
    )


def days_refused(
    admission: Admission, review: ConcurrentReview, *, phone: str
) -> f.StayDaysRefusedFields:
    """Return what the hospital reads about days a physician refused."""
    return f.StayDaysRefusedFields(
        case=_facts(admission),
        from_on=review.from_on,
        clinical_reason=f.Wording(text=review.words),
        rule=_rule_used(review, "en"),
        physician=_signer(review, "en", phone=phone),
        decided_at=review.decided_at,
    )


def denial(admission: Admission, review: ConcurrentReview, *, phone: str) -> f.DenialFields:
    """Return the no as the member reads it, with every way to ask for a change."""
    language = "es" if admission.member and admission.member.language == "es" else "en"
    return f.DenialFields(
        case=replace(
            _facts(admission, language), services=(_days_asked(admission, review, language),)
        ),
        refusal=f.Refusal(
            ground=f.Ground.NOT_NECESSARY,
            reason=f.worded_for(review.plain_reason, review.plain_reason_es, language),
            clinical_reason=f.Wording(text=review.words),
            rule=_rule_used(review, language),
            decided_on=review.decided_on,
            remedies=_remedies(admission, review),
            responsible=_signer(review, language, phone=phone),
            peer_to_peer=f.PeerToPeer(phone=phone),
        ),
    )


def desk_phone(admission: Admission, *, at: datetime) -> str:
    """Return the number of the desk on the office's day of `at`; empty where none is set."""
    on = office_calendar(admission.tenant_id).local(at).date()
    lines = contact_lines(admission.tenant_id, on, _DESK, admission.plan_id)
    line = line_for(lines, _DESK, plan_id=admission.plan_id)
    return line.voice if line else ""


def _remedies(admission: Admission, review: ConcurrentReview) -> tuple[f.Remedy, ...]:
    plan = admission.plan
    office = office_calendar(admission.tenant_id)
    no = No(
        line_of_business=admission.line_of_business,
        licensed_plan=plan.licensed_plan if plan else None,
        self_funded=plan is not None and plan.funding == HealthPlan.Funding.SELF_FUNDED,
        other_lines=_other_lines(admission, review),
        said=Said.NO,
        ground=Ground.MEDICAL_APPROPRIATENESS,
        # Somebody who lies in a hospital cannot wait for the usual time.
        urgency=Urgency.EXPEDITED,
        is_drug=False,
        on=review.decided_on,
    )
    routed = route(facts_of(no), as_of=review.decided_on, book=rulebook(), office=office)
    return as_a_letter_names_them(routed)


def _other_lines(admission: Admission, review: ConcurrentReview) -> frozenset[str]:
    if admission.member_id is None:
        return frozenset()
    covered = coverages_on(admission.tenant_id, admission.member_id, review.decided_on)
    return frozenset(each.line_of_business for each in covered) - {admission.line_of_business}


def _signer(review: ConcurrentReview, language: str, *, phone: str) -> f.Professional:
    return f.Professional(name=review.signed_by_name, title=_PHYSICIAN[language], phone=phone)


def _rule_used(review: ConcurrentReview, language: str) -> f.RuleUsed:
    edition = review.criteria_edition
    if edition is None:
        raise ValueError("a no during a stay names its criterion")
    title = edition.title_es if language == "es" else edition.title
    return f.RuleUsed(name=title, edition=edition.edition)


def _days_asked(admission: Admission, review: ConcurrentReview, language: str) -> f.Service:
    """Say in one line what was not approved: the days from the first open one on."""
    return f.Service(
        description=f.Wording(text=_ASKED[language].capitalize(), language=language),
        code=admission.number,
        units=f"{_FROM[language]} {review.from_on:%m/%d/%Y}",
    )


def _written(text: str) -> f.Wording | None:
    return f.Wording(text=text) if text.strip() else None


def _facts(admission: Admission, language: str = "en") -> f.CaseFacts:
    return f.CaseFacts(
        request_number=admission.number,
        member_name=admission.member.full_name if admission.member else admission.told_name,
        member_number=admission.coverage.member_number if admission.coverage else "",
        plan_name=admission.plan.name if admission.plan else "",
        line_of_business=admission.line_of_business,
        received_on=office_calendar(admission.tenant_id).local(admission.notified_at).date(),
        requested_by=admission.hospital.name,
        asked=f.Wording(text=_ASKED[language], language=language),
        services=(),
        time_zone=tenant_by_id(admission.tenant_id).time_zone,
    )
