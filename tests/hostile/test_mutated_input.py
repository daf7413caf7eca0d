"""Twenty thousand broken inputs: each is read, or refused in words; none breaks anything."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client

from factories.access import sign_in
from factories.roster import make_ipa, make_plan, make_tenant
from hostile.bad_files import NEUTRALISED, pdf
from hostile.complete_form import ADDRESS, complete_form
from hostile.mutations import SEED, broken_bytes, broken_form, broken_line, broken_texts
from hostile.two_offices import TwoOffices
from openmso.channels.people_files.coverage import piece_from
from openmso.channels.people_files.load import load_folder
from openmso.channels.people_files.network import practice_from, role_from
from openmso.channels.people_files.order import LoadOrder
from openmso.channels.people_files.patient import member_from
from openmso.channels.people_files.plan_map import read_map
from openmso.channels.people_files.refused import CannotTake
from openmso.channels.staff_portal.worklist.asked import place as worklist_place
from openmso.channels.ui.forms import DateField, MemorableDateField, NpiField
from openmso.channels.ui.forms.read_date import NotADate, read_date
from openmso.channels.ui.forms.times import TimeField
from openmso.channels.ui.older_rows import read_after
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import FileRefused, inspect
from openmso.office.incentives.questions import questions
from openmso.project import commands
from openmso.standards.calendars.spans import Span
from openmso.standards.codes.diagnoses import diagnosis, find_diagnoses
from openmso.standards.codes.specialties import specialty_code
from openmso.standards.codes.us_states import state_code
from openmso.standards.fhir.ndjson import lines_of
from openmso.standards.identifiers import parse_cin, parse_mbi, parse_npi, parse_tin
from openmso.standards.identifiers.errors import IdentifierNotValid
from openmso.standards.names import search_form, sort_form
from openmso.standards.typed_text import code_form, kept

TODAY = date(2026, 11, 22)
DATES = ["11/22/2026", "2026-11-22", "Nov 22, 2026", "11/22/26", "2/29/2028"]
NUMBERS = ["1EG4-TE5-MK73", "91234567A2", "1234567893", "12-3456789", "N000000001"]
PLACES = [f"2026-11-22T10:00:00+00:00~{uuid4()}", f"2026-11-22T10:00:00+00:00_{uuid4()}"]

READERS: dict[str, tuple[Callable[[str], object], list[str], tuple[type[Exception], ...]]] = {
    "date": (read_date, DATES, (NotADate,)),
    "date field": (DateField().clean, DATES, (ValidationError,)),
    "time field": (TimeField().clean, ["2:30 PM", "14:30", "2pm"], (ValidationError,)),
    "NPI field": (NpiField().clean, NUMBERS, (ValidationError,)),
    "NPI": (parse_npi, NUMBERS, (IdentifierNotValid,)),
    "Medi-Cal number": (parse_cin, NUMBERS, (IdentifierNotValid,)),
    "Medicare number": (parse_mbi, NUMBERS, (IdentifierNotValid,)),
    "tax number": (parse_tin, NUMBERS, (IdentifierNotValid,)),
    "length of time": (Span.parse, ["72 hours", "5 business days", "3 months"], (ValueError,)),
    "diagnosis": (diagnosis, ["M54.50", "I10", "E11.9"], ()),
    "diagnosis search": (find_diagnoses, ["back pain", "M54", "type 2 diab"], ()),
    "state": (state_code, ["California", "CA"], ()),
    "specialty": (specialty_code, ["Family medicine", "Cardiology"], ()),
    "code": (code_form, ["72148", "E0143"], ()),
    "text": (kept, ["Alma Quintero", "4120 Sample Avenue"], ()),
    "name for search": (search_form, ["Quintero", "Núñez de la Cruz"], ()),
    "name for order": (lambda text: sort_form(text, text), ["Quintero", "O'Brien"], ()),
    "place in the worklist": (worklist_place, PLACES, ()),
    "place in a list of cases": (read_after, PLACES, ()),
}  # fmt: skip
EACH = 632


@pytest.mark.parametrize("name", READERS)
def test_a_broken_text_is_read_or_refused(name: str) -> None:
    reader, good, refusals = READERS[name]
    refused = 0

    for text in broken_texts(good, EACH):
        try:
            reader(text)
        except refusals:
            refused += 1

    assert bool(refused) == bool(refusals), "what can be refused was, and nothing else"


def test_a_broken_question_to_the_rulebook_gets_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    times = ["2026-11-20T17:45:00-08:00", "2026-11-20", "2026-11-20 17:45"]
    rules = ["od_standard", "OD-1", "utilization_review"]
    zones = ["America/Los_Angeles", "UTC", "US/Pacific"]
    ends: Counter[object] = Counter()
    broken = zip(*(broken_texts(good, 300) for good in (rules, times, zones)), strict=True)
    for number, (rule, at, zone) in enumerate(broken):
        asked = [
            ["due", rule, "--at", times[0]],
            ["due", "od_standard", "--at", at],
            ["due", "od_standard", "--at", times[0], "--time-zone", zone],
            ["list", "--on", at],
            ["list", "--line-of-business", rule],
        ][number % 5]
        try:
            words = [_as_a_shell_hands_it_over(word) for word in asked]
            ends[commands.main(["rulebook", *words, "--json"])] += 1
        except SystemExit as leaving:
            ends[leaving.code] += 1
        capsys.readouterr()

    assert set(ends) <= {0, 1, 2}


def _as_a_shell_hands_it_over(word: str) -> str:
    return word.encode("utf-8", "backslashreplace").decode()


# --- people files ----------------------------------------------------------------------------

PATIENT: dict[str, Any] = {
    "resourceType": "Patient",
    "id": "p-1",
    "identifier": [{"system": "http://hl7.org/fhir/sid/us-mbi", "value": "1EG4TE5MK73"}],
    "name": [{"use": "official", "family": "Piña", "given": ["Blanca", "Inés"], "prefix": ["Ms."]}],
    "gender": "female",
    "birthDate": "1971-04-30",
    "deceasedDateTime": "2026-01-02T10:00:00-08:00",
    "telecom": [{"system": "phone", "value": "213-555-0142", "use": "home"}],
    "address": [
        {"line": ["12 Sample Way"], "city": "Los Angeles", "state": "CA", "postalCode": "90001"}
    ],
    "communication": [{"language": {"coding": [{"code": "es-US"}], "text": "Spanish"}}],
}
COVERAGE: dict[str, Any] = {
    "resourceType": "Coverage",
    "id": "c-1",
    "beneficiary": {"reference": "urn:uuid:p-1"},
    "subscriberId": "N000000001",
    "period": {"start": "2026-01-01", "end": "2026-12-31"},
    "type": {"coding": [{"code": "HIP"}]},
    "payor": [{"display": "Some Insurer"}],
}
ORGANIZATION: dict[str, Any] = {
    "resourceType": "Organization",
    "id": "o-1",
    "name": "Sample Clinic",
    "type": [{"coding": [{"code": "prov"}]}],
    "telecom": [{"system": "phone", "value": "213-555-0110"}],
    "address": [{"line": ["1 Sample Way"], "city": "Los Angeles", "state": "CA"}],
}
ROLE: dict[str, Any] = {
    "resourceType": "PractitionerRole",
    "practitioner": {"identifier": {"value": "2000000002"}, "reference": "Practitioner/1"},
    "organization": {"reference": "Organization/o-1"},
    "specialty": [{"coding": [{"code": "207Q00000X", "display": "Family medicine"}]}],
    "code": [{"coding": [{"code": "208D00000X"}]}],
}
TRANSLATORS: dict[str, tuple[dict[str, Any], Callable[[Any], object]]] = {
    "Patient": (PATIENT, partial(member_from, on=TODAY)),
    "Coverage": (COVERAGE, partial(piece_from, payer_names={})),
    "Organization": (ORGANIZATION, practice_from),
    "PractitionerRole": (ROLE, role_from),
}


@pytest.mark.parametrize("kind", TRANSLATORS)
def test_a_broken_line_of_a_people_file_is_refused_and_the_next_one_read(
    kind: str, tmp_path: Path
) -> None:
    good, translate = TRANSLATORS[kind]
    chance = Random(SEED)
    file = tmp_path / f"{kind}.ndjson"
    file.write_bytes(b"\n".join(broken_line(good, chance) for _ in range(1_000)))
    taken = 0
    for line in lines_of(file, kind):
        if line.resource is None:
            continue
        try:
            translate(line.resource)
            taken += 1
        except CannotTake:
            continue

    assert taken > 50


@pytest.mark.django_db
def test_a_folder_of_broken_people_loads_to_its_end(tmp_path: Path) -> None:
    chance = Random(SEED)
    for kind, (good, _) in TRANSLATORS.items():
        lines = []
        for number in range(250):
            own: dict[str, Any] = {"id": f"{kind[0].lower()}-{number}"}
            if number % 5:  # every fifth patient claims the same Medicare number
                own["identifier"] = []
            lines.append(broken_line(good | own, chance))
        lines.append(json.dumps(good | {"id": "p-good"}).encode())
        (tmp_path / f"{kind}.ndjson").write_bytes(b"\n".join(lines))
    office = make_tenant()
    for line_of_business in ("MA", "MEDI-CAL", "KK"):
        make_plan(office, line_of_business)

    loaded = load_folder(
        LoadOrder(
            folder=tmp_path,
            plan_map=read_map(),
            ipa_id=make_ipa(office).id,
            by=Actor.system("load people", office.id),
            at=datetime(2026, 11, 22, 20, 0, tzinfo=UTC),
            on=TODAY,
            progress=lambda *_: None,
        )
    )

    assert loaded.members.added > 50
    assert loaded.refused
    assert all(one.where for one in loaded.refused)


# --- files -----------------------------------------------------------------------------------


def test_a_broken_file_is_taken_or_refused() -> None:
    chance = Random(SEED)
    good = [
        pdf(2),
        NEUTRALISED["script.pdf"],
        b"Six weeks of therapy.",
        b"\x89PNG\r\n\x1a\n" + b"x" * 60,
    ]
    refused = 0
    for _ in range(800):
        try:
            inspect(broken_bytes(chance.choice(good), chance))
        except FileRefused:
            refused += 1

    assert refused > 100


def test_a_birth_date_in_three_boxes_is_read_or_refused() -> None:
    field = MemorableDateField()
    parts = zip(*(broken_texts(good, 1_000) for good in (["4"], ["28"], ["1986"])), strict=True)
    refused = 0
    for month, day, year in parts:
        try:
            field.clean([month, day, year])
        except ValidationError:
            refused += 1

    assert 0 < refused <= 1_000


# --- pages -----------------------------------------------------------------------------------


def forms(offices: TwoOffices) -> list[tuple[Role, str, dict[str, Any]]]:
    """Return the forms of the product, each filled in well."""
    ours = offices.ours
    case = f"/staff/prior-auth/{ours.open_case.id}/"
    whole = complete_form(ours.world, ours.receipt, day=date(2026, 12, 1))
    by_name = {"family_name": "Quintero", "given_name": "Alma", "birth_date": "03/14/1958"}
    memorable = {
        "family_name": "Quintero",
        "birth_date_0": "3",
        "birth_date_1": "14",
        "birth_date_2": "1958",
        "number": "",
    }
    received = {"received_on": "11/20/2026", "received_time": "9:45 AM"}
    key_in = (
        received
        | whole
        | memorable
        | {
            "channel": "fax",
            "step": "send",
            "member": str(ours.world.member.id),
            "kept": "",
            "practitioner_npi": ours.world.practitioner.npi,
            "practice": str(ours.world.practice.id),
            "code_1": "72148",
            "quantity_1": "1",
            "unit_1": "study",
            "ipa": "",
            "files_chosen": "0",
            "servicing_npi": "",
            "service_until_on": "12/02/2026",
            "birth_date": "03/14/1958",
        }
    )
    care = f"/staff/case-management/{ours.care.case.id}/"
    decide = {
        "choice": "in_part",
        "ground": "medical_appropriateness",
        "clinical_reason": "None shown.",
        "plain_reason": "You do not need it.",
        "line_1": "0.5",
        "benefit_section": "",
        "shown": "x",
        "alternative": "",
        "version": str(ours.open_case.version),
    }
    return [
        (Role.PRACTICE, ADDRESS, whole | by_name | {"servicing_npi": "", "files_chosen": "1"}),
        (Role.PRACTICE, ADDRESS, whole | by_name | {"receipt": "", "find": "1"}),
        (Role.PRACTICE, f"{ADDRESS}check/", whole),
        (
            Role.PRACTICE,
            "/practice/eligibility/",
            by_name | {"for_date": "12/01/2026", "number": "", "ipa": ""},
        ),
        (
            Role.PRACTICE,
            f"/practice/requests/{ours.open_case.id}/add/",
            {"words": "More.", "diagnosis": "I10"},
        ),
        (Role.PRACTICE, f"/practice/requests/{ours.open_case.id}/message/", {"text": "Hello."}),
        (
            Role.PRACTICE,
            f"/practice/requests/{ours.open_case.id}/talk/{ours.talk_id}/",
            {"slot": "2026-12-20T18:00:00+00:00"},
        ),
        (Role.INTAKE, "/staff/key-in/", key_in),
        (Role.INTAKE, "/staff/key-in/member/", key_in | {"step": "find"}),
        (Role.INTAKE, "/staff/key-in/practice/", key_in),
        (Role.INTAKE, "/staff/key-in/completeness/", key_in),
        (Role.INTAKE, "/staff/members/", memorable),
        (
            Role.INTAKE,
            f"/staff/members/{ours.world.member.id}/check/",
            {"for_date": "12/01/2026", "ipa": ""},
        ),
        (Role.INTAKE, f"{case}add/", received | {"source": "fax", "words": "More.", "kept": ""}),
        (Role.INTAKE, f"{case}join/", {"number": offices.neighbor.open_case.number}),
        (
            Role.INTAKE,
            f"{case}join/",
            {"other": str(offices.neighbor.open_case.id), "goes_on": str(ours.open_case.id)},
        ),
        (
            Role.NURSE,
            f"{case}points/1/",
            {
                "point-1-answer": "met",
                "point-1-quote": "Six weeks.",
                "point-1-page": "1",
                "point-1-document": str(ours.document_id),
            },
        ),
        (
            Role.NURSE,
            f"{case}talk/",
            {
                "day_1": "12/20/2026",
                "time_1": "2:30 PM",
                "day_2": "12/21/2026",
                "time_2": "9:00 AM",
            },
        ),
        (
            Role.NURSE,
            f"{case}extend/",
            {"ground": "member_request", "why": "Asked.", "version": "1"},
        ),
        (Role.NURSE, f"{case}urgency/", {"urgency": "expedited", "why": "Worse.", "version": "1"}),
        (Role.NURSE, f"{case}ask/", {"words": "The notes of May.", "version": "1"}),
        (
            Role.NURSE,
            f"{case}withdraw/",
            {"asked_by": "The practice", "why": "Done.", "version": "1"},
        ),
        (Role.PHYSICIAN, f"{case}decide/", decide),
        (Role.PHYSICIAN, f"{case}decide/sign/", decide),
        (Role.PHYSICIAN, "/staff/attestation/", {"agreed": "on", "edition": "2026"}),
        (
            Role.CASE_MANAGER,
            f"{care}do/contact/",
            {
                "talked_on": "11/20/2026",
                "talked_time": "9:45 AM",
                "way": "phone",
                "with_whom": "member",
                "outcome": "talked",
                "note": "Well.",
            },
        ),
        (
            Role.CASE_MANAGER,
            f"{care}do/instructions/",
            {
                "source": "visit",
                "from_whom": "Practice",
                "given_on": "11/20/2026",
                "steps": "Rest.",
                "follow_up_on": "12/20/2026",
            },
        ),
        (Role.MEMBER, "/member/care-plan/say/", {"say-words": "Hello."}),
        (Role.MEMBER, "/account/login/", {"login": "a@office.example", "password": "x"}),
        (Role.MEMBER, "/language/", {"language": "es", "next": "/member/"}),
    ]


def desk_forms(offices: TwoOffices) -> Iterator[tuple[Role, str, dict[str, str]]]:
    """What is sent at the mail desk, by a member who asks, and to the register of incentives."""
    mail = f"/staff/mail/{offices.ours.mail_id}/"
    yield Role.INTAKE, f"{mail}reject/", {"reason": "not_ours", "told": "fax", "words": "Not us."}
    yield Role.INTAKE, f"{mail}hand-on/", {"desk": "claims", "words": "A bill."}
    yield Role.INTAKE, f"{mail}case/", {"about": offices.ours.open_case.number}
    ask = {"client_key": "k" * 20, "code": "72148", "care_on": "12/01/2026", "urgent": "normal"}
    yield Role.MEMBER, "/member/ask/", ask | {"care_from": "Dr. Who", "why": "My back hurts."}
    yield Role.MEMBER, "/member/my-doctor/", {"name": "Ab", "step": "wish", "doctor": "x"}
    answers = {f"question_{one.code}": "no" for one in questions()}
    program = {"name": "Calls", "whom": "doctors", "reward": "Money", "goal": "Calls"}
    new = program | answers | {"from_on": "01/01/2027", "explanation": ""}
    yield Role.OFFICE_ADMIN, "/staff/incentives/new/", new


def addresses(offices: TwoOffices) -> Iterator[tuple[Role, str, dict[str, Any]]]:
    day = {
        "code": "72148",
        "on": "12/01/2026",
        "plan": str(offices.ours.world.plan.id),
        "receipt": "",
    }
    yield Role.PRACTICE, "/practice/requests/", {"after": PLACES[1], "state": "approved"}
    yield Role.PRACTICE, "/practice/is-it-needed/", day
    yield Role.PRACTICE, "/practice/codes/", {"q": "walker"}
    yield Role.PRACTICE, ADDRESS, {"receipt": offices.ours.receipt, "code": "72148"}
    yield (
        Role.NURSE,
        "/staff/worklist/nurse/",
        {"after": PLACES[0], "whose": "mine", "ipa": "x", "urgency": "expedited"},
    )
    yield Role.NURSE, "/staff/letters/", {"show": "owed", "after": PLACES[0]}
    yield Role.NURSE, "/staff/search/practitioners/", {"q": "Abara"}
    yield Role.MEMBER, "/member/", {"after": PLACES[1]}
    yield Role.MEMBER, "/member/ask/", {"q": "walker", "code": "72148"}
    yield Role.INTAKE, "/staff/mail/", {"show": "waiting", "after": PLACES[0]}
    yield Role.INTAKE, "/staff/key-in/", {"paper": str(offices.ours.mail_id)}


def test_no_broken_form_or_address_breaks_a_page(offices: TwoOffices, quiet_logs: None) -> None:
    chance = Random(SEED)
    people = {
        role: sign_in(Client(raise_request_exception=False), offices.person(role)) for role in Role
    }
    names = {role: client.cookies["sessionid"].value for role, client in people.items()}
    broken: list[str] = []
    sent: Counter[int] = Counter()
    sent_forms = [*forms(offices), *desk_forms(offices)]
    asks = [(*one, "post") for one in sent_forms] + [(*one, "get") for one in addresses(offices)]
    for number in range(1_500):
        role, address, good, method = asks[number % len(asks)]
        form = broken_form(good, chance)
        with transaction.atomic():
            answer = getattr(people[role], method)(address, form)
            transaction.set_rollback(True)
        people[role].cookies.clear()
        people[role].cookies["sessionid"] = names[role]
        sent[answer.status_code] += 1
        if answer.status_code >= 500:
            changed = {name: form.get(name) for name in good if form.get(name) != good[name]}
            broken.append(f"{address}: {str(changed)[:300]} -> {answer.status_code}")

    assert not broken, f"{len(broken)} in all\n" + "\n".join(broken[:12])
    assert sent[422] > 200
    assert sent[302] + sent[200] > 200


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+00:00"],
)
def test_a_place_at_the_end_of_time_is_only_an_empty_page(
    offices: TwoOffices, moment: str, quiet_logs: None
) -> None:
    for role, address, name, mark in (
        (Role.PRACTICE, "/practice/requests/", "after", "_"),
        (Role.MEMBER, "/member/", "after", "_"),
        (Role.NURSE, "/staff/worklist/physician/", "after", "~"),
        (Role.NURSE, "/staff/worklist/physician/", "before", "~"),
        (Role.NURSE, "/staff/letters/", "after", "~"),
        (Role.INTAKE, "/staff/mail/", "after", "~"),
    ):
        client = sign_in(Client(raise_request_exception=False), offices.person(role))
        answer = client.get(address, {name: f"{moment}{mark}{uuid4()}"})
        assert answer.status_code == 200, address
