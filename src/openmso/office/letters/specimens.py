"""One specimen of every letter, about invented people, with realistic values.

For the letters page, where staff see what a letter looks like, for the tests, and for measuring.
The lengths stand here as an example only; real letters take theirs from the rulebook.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from . import fields as f
from .fields import Fields, RemedyKind, Wording
from .letter import Kind, Order, Reader
from .letterhead import Addressee, ContactLine, Letterhead
from .taglines import LanguageLine

ZONE = "America/Los_Angeles"
SENT = date(2026, 11, 24)

LETTERHEADS = {
    "en": Letterhead(
        name="Laurel Canyon Medical Management",
        legal_name="Laurel Canyon Medical Management, Inc.",
        address_lines=("4200 Example Avenue, Suite 310", "Los Angeles, CA 90000"),
        website="laurelcanyon.example",
        lines=(
            ContactLine(
                purpose="member_services",
                label="Member services",
                phone="1-800-555-0142",
                tty="711",
                hours="Monday to Friday, 8 AM to 6 PM",
            ),
            ContactLine(
                purpose="grievances",
                label="Complaints and appeals",
                phone="1-800-555-0143",
                tty="711",
            ),
        ),
    ),
    "es": Letterhead(
        name="Laurel Canyon Medical Management",
        legal_name="Laurel Canyon Medical Management, Inc.",
        address_lines=("4200 Example Avenue, Suite 310", "Los Angeles, CA 90000"),
        website="laurelcanyon.example",
        lines=(
            ContactLine(
                purpose="member_services",
                label="Servicios para miembros",
                phone="1-800-555-0142",
                tty="711",
                hours="de lunes a viernes, de 8 a. m. a 6 p. m.",
            ),
            ContactLine(
                purpose="grievances",
                label="Quejas y apelaciones",
                phone="1-800-555-0143",
                tty="711",
            ),
        ),
    ),
}
PAGE = "https://portal.laurelcanyon.example/l/K7QF-2MRT-9XWD/"
LANGUAGE_LINES = (
    LanguageLine(phone="1-800-555-0144", tty="711"),
    LanguageLine(phone="1-800-555-0145", tty="711", language="zh-Hant"),
)
MEMBER = Addressee(
    name="Rosa Delgado Fuentes",
    address_lines=("118 Example Street, Apt 4", "Los Angeles, CA 90000"),
)
PRACTICE = Addressee(
    name="Elm Street Family Practice",
    address_lines=("77 Example Boulevard", "Los Angeles, CA 90000"),
)

HOSPITAL = Addressee(
    name="Harbor Point Hospital",
    address_lines=("900 Example Way", "Los Angeles, CA 90000"),
)
ADDRESSEES = {Reader.MEMBER: MEMBER, Reader.PROVIDER: PRACTICE, Reader.HOSPITAL: HOSPITAL}

SILENCE = {
    "MA": f.SilenceMeans.NO,
    "MEDI-CAL": f.SilenceMeans.NO,
    "KK": f.SilenceMeans.STILL_OPEN,
    "AZ-COMM": f.SilenceMeans.YES,
}


def specimen(
    kind: Kind,
    reader: Reader = Reader.MEMBER,
    *,
    line_of_business: str = "MA",
    language: str = "en",
    letter_format: str = "standard",
    ground: f.Ground = f.Ground.NOT_NECESSARY,
    means: f.SilenceMeans | None = None,
) -> Order:
    """Return an order for one letter, complete for its line of business."""
    spoken = language if language in LETTERHEADS else "en"
    return Order(
        kind=kind,
        reader=reader,
        language=language,
        letter_format=letter_format,
        sent_on=SENT,
        letterhead=LETTERHEADS[spoken],
        addressee=ADDRESSEES[reader],
        fields=_fields(
            kind,
            _Words(spoken),
            line_of_business,
            ground,
            means or SILENCE.get(line_of_business, f.SilenceMeans.STILL_OPEN),
        ),
        language_lines=LANGUAGE_LINES,
        translate_within=f.Length(count=21, unit="calendar_days"),
        copies_to=(PRACTICE.name,) if reader is Reader.MEMBER else (),
        page_address=PAGE if reader is Reader.MEMBER else "",
    )


class _Words:
    """The handed-in wordings of the specimen in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, english: str, spanish: str) -> Wording:
        if self.language == "es":
            return Wording(text=spanish, language="es")
        return Wording(text=english, language="en")


def _case(say: _Words, line_of_business: str) -> f.CaseFacts:
    return f.CaseFacts(
        request_number="PA-2026-004217",
        member_name="Rosa Delgado Fuentes",
        member_number="LCM-0047-2231",
        plan_name="Harborlight Health Plan",
        line_of_business=line_of_business,
        received_on=date(2026, 11, 18),
        requested_by="Dr. Ana Lim, Elm Street Family Practice",
        asked=say("12 therapy visits", "12 sesiones de terapia"),
        services=(
            f.Service(
                description=say("Therapeutic exercises", "Ejercicios terapéuticos"),
                code="97110",
                units=say("12 visits", "12 sesiones").text,
                approved_units=say("6 visits", "6 sesiones").text,
            ),
        ),
        time_zone=ZONE,
    )


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


def _remedies(line_of_business: str) -> tuple[f.Remedy, ...]:
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


DOCTOR = f.Professional(
    name="Dr. Samuel Okafor", title="Physician, physical medicine", phone="1-213-555-0150"
)


_NIGHT = f.HospitalNight(
    asked_at=datetime(2026, 11, 24, 10, 8, tzinfo=UTC),
    stabilized_at=datetime(2026, 11, 24, 9, 50, tzinfo=UTC),
    stabilized_by="Dr. Lena Ortiz",
    care=f.Wording(text="Monitored bed after chest pain"),
)


def _refusal(say: _Words, line_of_business: str, ground: f.Ground) -> f.Refusal:
    covered = ground is f.Ground.NOT_NECESSARY
    return f.Refusal(
        ground=ground,
        reason=say(
            "You had 24 visits since March. The notes show that your knee can do all that you"
            " need at home. You can now do the exercises at home."
            if covered
            else "Your plan pays for 24 therapy visits a year. You had 24 visits this year.",
            "Usted tuvo 24 sesiones desde marzo. Las notas muestran que su rodilla ya puede hacer"
            " todo lo que necesita en casa. Ahora puede hacer los ejercicios en casa."
            if covered
            else "Su plan paga 24 sesiones de terapia al año. Usted ya tuvo 24 sesiones este año.",
        ),
        clinical_reason=say(
            "Functional plateau documented on 11/03/2026; home exercise program established."
            if covered
            else "Annual benefit limit reached.",
            "Meseta funcional documentada el 3 de noviembre de 2026; programa de ejercicios en"
            " casa establecido."
            if covered
            else "Se alcanzó el límite anual del beneficio.",
        ),
        rule=f.RuleUsed(name="Outpatient Therapy Criteria", edition="2026.2", section="PT-4")
        if covered
        else f.RuleUsed(name="Evidence of Coverage", edition="2026", section="Section 4.12"),
        decided_on=date(2026, 11, 23),
        remedies=_remedies(line_of_business),
        responsible=DOCTOR,
        peer_to_peer=f.PeerToPeer(
            phone="1-213-555-0151", until=datetime(2026, 12, 2, 1, 0, tzinfo=UTC)
        ),
    )


def _approval(say: _Words, line_of_business: str, visits: int) -> f.Approval:
    return f.Approval(
        authorization_number="A-2026-88120",
        approved=say(f"{visits} therapy visits", f"{visits} sesiones de terapia"),
        decided_on=date(2026, 11, 23),
        validity=f.Validity(
            first_day=date(2026, 11, 23),
            last_day=date(2027, 2, 20),
            end=f.ValidityEnd.TERM,
            term=f.Length(count=90, unit="calendar_days"),
        ),
        care_from="Seaside Physical Therapy, 1-213-555-0160",
        may_not_be_taken_back=line_of_business == "KK",
    )


def _fields(kind: Kind, say: _Words, line: str, ground: f.Ground, means: f.SilenceMeans) -> Fields:
    case, due = _case(say, line), datetime(2026, 11, 26, 7, 59, 59, tzinfo=UTC)
    whole = replace(
        case, services=tuple(replace(each, approved_units=each.units) for each in case.services)
    )
    later = datetime(2026, 12, 10, 7, 59, 59, tzinfo=UTC)
    fast = f.Remedy(kind=RemedyKind.FAST_GRIEVANCE, answer_within=f.Length(count=24, unit="hours"))
    missing = (
        say("notes from your last 6 visits", "notas de sus últimas 6 sesiones"),
        say("the plan of care", "el plan de tratamiento"),
    )
    match kind:
        case Kind.APPROVAL:
            return f.ApprovalFields(case=whole, approval=_approval(say, line, 12))
        case Kind.DENIAL:
            return f.DenialFields(case=case, refusal=_refusal(say, line, ground))
        case Kind.PARTIAL_APPROVAL:
            return f.PartialApprovalFields(
                case=case,
                approval=_approval(say, line, 6),
                not_approved=say("6 more visits", "6 sesiones más"),
                refusal=_refusal(say, line, ground),
            )
        case Kind.REQUEST_FOR_INFORMATION:
            return f.InformationFields(
                case=case,
                missing=missing,
                send_by=datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
                decide_by=due,
                fax="1-213-555-0170",
            )
        case Kind.EXTENSION:
            return f.ExtensionFields(
                case=case,
                reason=say(
                    "A clinic outside our network has notes that may help you. We asked for them.",
                    "Una clínica fuera de nuestra red tiene notas que pueden ayudarle. Las"
                    " pedimos.",
                ),
                first_due=due,
                new_due=later,
                longer_by=f.Length(count=14, unit="calendar_days"),
                remedies=(fast,),
            )
        case Kind.DELAY_NOTICE:
            return f.DelayFields(
                case=case,
                missing=missing,
                expert_or_test=say("a knee doctor to look at it", "un especialista en rodilla"),
                expected_on=date(2026, 12, 9),
                remedies=_remedies(line),
                responsible=DOCTOR,
            )
        case Kind.SILENCE_NOTICE:
            return f.SilenceFields(
                case=case,
                due_at=due,
                means=means,
                remedies=_remedies(line),
                citation="42 CFR 422.568(f)",
            )
        case Kind.RECEIPT:
            return f.ReceiptFields(case=case, expedited=False, decide_by=due)
        case Kind.WITHDRAWAL:
            return f.WithdrawalFields(
                case=case, withdrawn_by="Dr. Ana Lim", withdrawn_on=date(2026, 11, 20)
            )
        case Kind.NOT_NEEDED:
            return f.NotNeededFields(
                case=case,
                because=f.NotNeededBecause.NOT_ON_LIST,
                receipt_number="E-2026-771204",
                care_on=date(2026, 11, 30),
                list_name="Harborlight authorization list",
                list_edition="edition of January 1, 2026",
            )
        case Kind.NOT_ELIGIBLE:
            return f.NotEligibleFields(
                case=replace(case, plan_name="", member_number=""),
                because=f.NotEligibleBecause.ENDED,
                care_on=date(2026, 11, 30),
                known_plan="Harborlight Health Plan",
                known_ipa="Laurel Canyon Physicians",
                turning_on=date(2026, 10, 31),
            )
        case Kind.FORWARDED:
            return f.ForwardedFields(case=case, forwarded_on=date(2026, 11, 18))
        case Kind.HOSPITAL_APPROVAL:
            return f.HospitalApprovalFields(
                case=case,
                night=_NIGHT,
                answered_at=datetime(2026, 11, 24, 10, 34, tzinfo=UTC),
                authorization_number="AU-261124-7KQ4MX",
                approved=f.Wording(text="Monitored bed for two nights"),
                level_of_care="Telemetry",
                next_review_on=date(2026, 11, 26),
            )
        case Kind.HOSPITAL_DISAGREEMENT:
            return f.HospitalDisagreementFields(
                case=case,
                night=_NIGHT,
                answered_at=datetime(2026, 11, 24, 10, 40, tzinfo=UTC),
                clinical_reason=f.Wording(text="Two normal tests; can be watched at home."),
                physician=DOCTOR,
                citation="42 CFR 422.113(c)(2)(iii)",
            )
        case Kind.PLAN_RESPONSIBLE:
            return f.PlanResponsibleFields(
                case=case,
                night=_NIGHT,
                due_at=datetime(2026, 11, 24, 11, 8, tzinfo=UTC),
                citation="42 CFR 422.113(c)(2)(iii)",
            )
