"""What a request for authorization is asked for: one list for the portal, the desk and the paper.

Labels, hints and whether an answer is required; how a channel draws them is the channel's business.
`on_paper_only` fields stand on the printed form because there the sender is not signed in. What is
asked for each service (`of_one_service`) comes as often as one request can name services.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from .domain.urgency import DEFINITION


class Kind(StrEnum):
    """How much room an answer needs."""

    LINE = "line"
    DATE = "date"
    LINES = "lines"
    CHOICE = "choice"
    CHECK = "check"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `explanation` stands below its label."""

    value: str
    label: str
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    key: str
    label: str
    hint: str = ""
    kind: Kind = Kind.LINE
    required: bool = False
    choices: tuple[Choice, ...] = ()
    on_paper_only: bool = False
    of_one_service: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    key: str
    title: str
    fields: tuple[FormField, ...]


PATIENT = FormSection(
    key="patient",
    title="Patient",
    fields=(
        FormField(key="family_name", label="Family name", required=True),
        FormField(key="given_name", label="Given name"),
        FormField(
            key="birth_date",
            label="Birth date",
            hint="Month, day, year, for example 04/28/1986",
            kind=Kind.DATE,
            required=True,
        ),
        FormField(
            key="member_number",
            label="Member number",
            hint="From the health plan card. With it, no name or birth date is needed.",
        ),
    ),
)
REQUESTER = FormSection(
    key="requester",
    title="Who asks",
    fields=(
        FormField(key="practice_name", label="Practice", required=True, on_paper_only=True),
        FormField(key="practice_phone", label="Phone", required=True, on_paper_only=True),
        FormField(key="practice_fax", label="Fax", on_paper_only=True),
        FormField(key="practitioner", label="Requesting doctor or clinician", required=True),
        FormField(
            key="practitioner_npi",
            label="NPI of the requesting clinician",
            required=True,
            on_paper_only=True,
        ),
    ),
)
MOST_SERVICES = 4
"""How many services one request can name."""

_ONE_SERVICE = (
    FormField(
        key="code",
        label="Service code",
        hint="Type the code, or words such as “walker” or “breast MRI”",
        required=True,
        of_one_service=True,
    ),
    FormField(
        key="description",
        label="What the service is",
        hint="Only needed for a code that is not on our list",
        of_one_service=True,
    ),
    FormField(key="quantity", label="How many", required=True, of_one_service=True),
)


def key_on_line(key: str, line: int) -> str:
    """Return the key of a field of the `line`-th service, from 1; the first has the plain key."""
    return key if line == 1 else f"{key}_{line}"


def _another_service(line: int) -> tuple[FormField, ...]:
    # How a code is typed is said once, on the first line.
    return tuple(
        replace(
            one,
            key=key_on_line(one.key, line),
            label=f"{one.label}, service {line}",
            hint="" if one.key == "code" else one.hint,
            required=False,
        )
        for one in _ONE_SERVICE
    )


SERVICE = FormSection(
    key="service",
    title="Service",
    fields=(
        *_ONE_SERVICE,
        *(one for line in range(2, MOST_SERVICES + 1) for one in _another_service(line)),
        FormField(
            key="service_from_on",
            label="First day of service",
            hint="For example 11/22/2026",
            kind=Kind.DATE,
            required=True,
        ),
        FormField(
            key="service_until_on",
            label="Last day of service",
            hint="Leave empty for one day",
            kind=Kind.DATE,
        ),
        FormField(key="servicing_name", label="Who will give the care"),
        FormField(
            key="servicing_npi", label="NPI of who will give the care", hint="10 digits, if known"
        ),
    ),
)
DIAGNOSES = FormSection(
    key="diagnoses",
    title="Diagnoses",
    fields=(
        FormField(
            key="diagnosis_1",
            label="Main diagnosis (ICD-10)",
            hint="Type the code, or words such as “low back pain”",
            required=True,
        ),
        FormField(key="diagnosis_2", label="Second diagnosis (ICD-10)"),
        FormField(key="diagnosis_3", label="Third diagnosis (ICD-10)"),
    ),
)
URGENCY = FormSection(
    key="urgency",
    title="How soon",
    fields=(
        FormField(
            key="urgency",
            label="How soon is an answer needed?",
            kind=Kind.CHOICE,
            required=True,
            choices=(
                Choice("standard", "Standard", "An answer in the normal time."),
                Choice("urgent", "Urgent", DEFINITION.removeprefix("Urgent means: ").capitalize()),
                Choice(
                    "emergency",
                    "Emergency care",
                    "Given already, or being given now. It never needs approval.",
                ),
            ),
        ),
        FormField(
            key="physician_support",
            label="A physician asks for or supports the fast answer",
            hint="Then the fast answer is a duty.",
            kind=Kind.CHECK,
        ),
        FormField(
            key="urgency_reason",
            label="Why it cannot wait",
            hint="One sentence is enough.",
        ),
    ),
)
CLINICAL = FormSection(
    key="clinical",
    title="Clinical information",
    fields=(
        FormField(
            key="clinical_summary",
            label="Clinical summary",
            hint="What was tried, for how long, and what the exam shows",
            kind=Kind.LINES,
        ),
        FormField(
            key="papers",
            label="Clinical notes",
            hint="PDF, picture (PNG, JPEG, TIFF) or plain text. Up to 50 MB each, 10 at a time.",
            kind=Kind.FILES,
        ),
    ),
)
SIGNATURE = FormSection(
    key="signature",
    title="Signature",
    fields=(
        FormField(
            key="signed_by",
            label="Name of who fills in this form",
            required=True,
            on_paper_only=True,
        ),
        FormField(key="signed_on", label="Date", kind=Kind.DATE, required=True, on_paper_only=True),
    ),
)

SECTIONS = (PATIENT, REQUESTER, SERVICE, DIAGNOSES, URGENCY, CLINICAL, SIGNATURE)
"""The whole form in its order, as it is printed."""

_BY_KEY = {field.key: field for section in SECTIONS for field in section.fields}


def form_field(key: str) -> FormField:
    """Return one field of the list; raises KeyError for a name that is not on it."""
    return _BY_KEY[key]
