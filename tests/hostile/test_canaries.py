"""After a whole story nothing about the person stands where it does not belong.

The member's name, birth date, numbers, diagnosis and the clinical words are looked for in log
lines, addresses, mails, error pages, titles, job arguments, sessions and the shared cache.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from factories.access import make_account, sign_in
from factories.prior_auth import World, make_world
from hostile.complete_form import ADDRESS, complete_form
from hostile.two_offices import letters_may_leave
from openmso.care.case_management.models import CareCase
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.office.access.models import AccountSession
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received
from openmso.office.documents.store import read, stored_files
from openmso.office.letters import jobs as printing
from openmso.office.letters.models import OrderedLetter
from openmso.office.outbound.jobs import send
from openmso.office.timeline.models import CaseEvent
from openmso.project.logs import LOGGING
from openmso.roster.eligibility.models import CoverageSpan, EligibilityReceipt

GIVEN, FAMILY = "Hortensia", "Zwillingsbaum"
STREET = "77 Bougainvillea Terrace"
CLINICAL = "spondylolisthesis after a fall from a ladder"
MESSAGE = "She limps since Tuesday morning"
REASON = "Your notes do not show a weak leg. We need that to say yes."
WHY_URGENT = "Sleepless with pain every night"


class Written(logging.Handler):
    """Keeps every log line of the product as its own formatter writes it."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        formatter = dict(LOGGING["formatters"]["allowed"])
        self.setFormatter(formatter.pop("()")(**formatter))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass(slots=True)
class Story:
    """What a whole case left behind, and the words that must not be in it."""

    files: Path
    canaries: tuple[str, ...] = ()
    addresses: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    error_pages: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pages_with_the_person: int = 0


class Walker:
    """A browser that follows a story and notes where it has been."""

    def __init__(self, client: Client, story: Story) -> None:
        self.client, self.story = client, story

    def get(self, address: str) -> Any:
        return self._noted(self.client.get(address), address)

    def post(self, address: str, form: dict[str, Any]) -> Any:
        answer = self._noted(self.client.post(address, form), address)
        if answer.status_code == 302:
            self.get(answer.headers["Location"].split("#")[0])
        return answer

    def _noted(self, answer: Any, address: str) -> Any:
        html = answer.content.decode(errors="replace")
        story = self.story
        story.addresses += [address, answer.headers.get("Location", "")]
        story.addresses += re.findall(r'(?:href|action|hx-get|hx-post|src)="([^"]*)"', html)
        story.titles += re.findall(r"<title>(.*?)</title>", html, re.DOTALL)
        story.titles.append(str(answer.headers.get("Content-Disposition", "")))
        story.pages_with_the_person += FAMILY in html
        if answer.status_code in {400, 403, 404, 500}:
            story.error_pages.append(html)
        return answer


@pytest.fixture(scope="module")
def story(committed_rows: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    files = tmp_path_factory.mktemp("files")
    with override_settings(DATA_DIR=files):
        yield _told(files)


def _told(files: Path) -> Story:
    written, root = Written(), logging.getLogger()
    level = root.level
    root.addHandler(written)
    root.setLevel(logging.DEBUG)
    told = Story(files=files)
    try:
        _tell(told)
    finally:
        root.removeHandler(written)
        root.setLevel(level)
    told.lines = written.lines
    return told


def _tell(story: Story) -> None:
    world = make_world(
        given_name=GIVEN,
        family_name=FAMILY,
        birth_date=date(1947, 8, 29),
        address_line_1=STREET,
        phone="213-555-0177",
    )
    number = CoverageSpan.objects.get(member=world.member).member_number
    story.canaries = (
        *(GIVEN, FAMILY, STREET, CLINICAL, MESSAGE, REASON, WHY_URGENT, number),
        *("1947-08-29", "08/29/1947", "8/29/1947", "213-555-0177", "M43.16"),
    )
    people = {
        role: Walker(
            sign_in(
                Client(raise_request_exception=False),
                make_account(
                    role,
                    world.tenant,
                    practice_id=world.practice.id if role is Role.PRACTICE else None,
                    member_id=world.member.id if role is Role.MEMBER else None,
                ),
            ),
            story,
        )
        for role in Role
    }
    case = _practice_asks(people[Role.PRACTICE], world, number)
    _desk_decides(people, case)
    _care_is_followed(people, case)
    _things_go_wrong(people, case)
    with letters_may_leave():
        for letter in OrderedLetter.objects.filter(case_id=case.id):
            printing.render(str(letter.id))
    for event in CaseEvent.objects.filter(case_id=case.id, name="letter.handed_to_gate"):
        send(str(event.tenant_id), event.case_kind, str(event.case_id), str(event.id))
    for address in ("/member/", f"/member/requests/{case.id}/", "/member/letters/"):
        people[Role.MEMBER].get(address)
    for letter in OrderedLetter.objects.filter(case_id=case.id, reader="member"):
        people[Role.MEMBER].get(f"/member/letters/{letter.id}/")
        people[Role.MEMBER].get(f"/member/letters/{letter.id}/paper/")


def _practice_asks(practice: Walker, world: World, number: str) -> AuthorizationRequest:
    by_name = {"family_name": FAMILY, "given_name": GIVEN, "birth_date": "08/29/1947"}
    practice.get("/practice/eligibility/")
    practice.post("/practice/eligibility/", by_name | {"for_date": "12/01/2026", "number": ""})
    practice.post("/practice/eligibility/", {"number": number, "for_date": "12/01/2026"})
    receipt = EligibilityReceipt.objects.filter(member_id=world.member.id).first()
    assert receipt is not None
    practice.get(f"/practice/receipts/{receipt.number}/")
    form = complete_form(
        world,
        receipt.number,
        day=date(2026, 12, 1),
        diagnosis_1="M43.16",
        urgency="urgent",
        urgency_reason=WHY_URGENT,
        clinical_summary=CLINICAL,
    )
    practice.post(ADDRESS, form | {"receipt": "", "find": "1"} | by_name)
    practice.post(f"{ADDRESS}check/", form)
    practice.post(ADDRESS, form | {"quantity": "many"})
    answer = practice.post(ADDRESS, form)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    case = AuthorizationRequest.objects.get(member=world.member)
    practice.post(f"/practice/requests/{case.id}/message/", {"text": MESSAGE})
    practice.post(f"/practice/requests/{case.id}/add/", {"words": CLINICAL, "papers": _paper()})
    for address in ("/practice/", "/practice/requests/", f"/practice/requests/{case.id}/status/"):
        practice.get(address)
    return case


def _paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("note.txt", f"{GIVEN} {FAMILY}, {STREET}: {CLINICAL}".encode())


def _desk_decides(people: dict[Role, Walker], case: AuthorizationRequest) -> None:
    nurse, physician = people[Role.NURSE], people[Role.PHYSICIAN]
    page = f"/staff/prior-auth/{case.id}/"
    memorable = {"birth_date_0": "8", "birth_date_1": "29", "birth_date_2": "1947"}
    nurse.post("/staff/members/", {"family_name": FAMILY, "number": ""} | memorable)
    nurse.get(f"/staff/members/{case.member_id}/")
    nurse.get("/staff/worklist/intake/")
    nurse.get("/staff/worklist/nurse/")
    nurse.get(page)
    nurse.post(f"{page}start-review/", {})
    nurse.post(f"{page}points/1/", {"point-1-answer": "met", "point-1-quote": CLINICAL})
    nurse.post(f"{page}points/2/", {"point-2-answer": "not_met", "point-2-quote": CLINICAL})
    nurse.post(f"{page}message/", {"text": MESSAGE})
    nurse.post(f"{page}send-to-physician/", {"note": CLINICAL})
    physician.get("/staff/worklist/physician/")
    for paper in papers_received(case.tenant_id, case.id):
        physician.get(f"{page}documents/{paper.id}/")
    case.refresh_from_db()
    decide = {
        "choice": "approve",
        "clinical_reason": CLINICAL,
        "plain_reason": REASON,
        "version": str(case.version),
    }
    shown = physician.post(f"{page}decide/", decide)
    physician.post(f"{page}decide/sign/", decide | {"shown": shown.context["shown"]})
    assert Decision.objects.filter(request=case, outcome="approved").exists()
    nurse.get(page)
    nurse.get("/staff/letters/")


def _care_is_followed(people: dict[Role, Walker], case: AuthorizationRequest) -> None:
    manager, member = people[Role.CASE_MANAGER], people[Role.MEMBER]
    desk = "/staff/case-management/"
    manager.post(f"{desk}members/{case.member_id}/", {"reason": CLINICAL})
    page = f"{desk}{CareCase.objects.get(member=case.member_id).id}/"
    manager.post(f"{page}do/flag/", {"condition": CLINICAL, "said_by": "Dr. Abara"})
    manager.post(f"{page}do/task/", {"what": CLINICAL, "due_on": "12/20/2026"})
    plan = {"doctor": "Dr. Abara", "about": REASON, "steps": REASON}
    manager.post(f"{page}do/plan/", plan)
    member.post("/member/care-plan/say/", {"say-words": MESSAGE})
    for address in (desk, page, f"{page}plan/", f"{page}cover/"):
        manager.get(address)
    member.get("/member/care-plan/")
    manager.get(f"{desk}00000000-0000-4000-8000-000000000000/")


def _things_go_wrong(people: dict[Role, Walker], case: AuthorizationRequest) -> None:
    """Answers that say no, and a page that breaks with the person's words in its exception."""
    nurse = people[Role.NURSE]
    nurse.get(f"/staff/prior-auth/{case.id}/decide/")
    nurse.get("/staff/prior-auth/00000000-0000-4000-8000-000000000000/")
    nurse.get(f"/staff/nowhere/?name={'x'}")
    people[Role.OFFICE_ADMIN].get(f"/staff/prior-auth/{case.id}/")
    nurse.client.get(f"/staff/worklist/nurse/?q={FAMILY}")
    nurse.client.post("/account/login/", {"login": f"{FAMILY}@office.example", "password": FAMILY})
    with patch(
        "openmso.channels.staff_portal.prior_auth.review.views.case_file",
        side_effect=ValueError(f"Key (name)=({FAMILY}) {CLINICAL} already exists"),
    ):
        nurse.get(f"/staff/prior-auth/{case.id}/")
    Client().post("/account/password/reset/", {"email": "nora@office.example"})


def found_in(texts: Iterator[str] | list[str], story: Story) -> list[str]:
    return [
        f"{canary}: ...{text[max(0, place - 60) : place + 60]}..."
        for text in texts
        for canary in story.canaries
        if (place := text.lower().find(canary.lower())) >= 0
    ]


def test_the_story_was_really_about_this_person(story: Story) -> None:
    assert story.pages_with_the_person > 10
    assert len(story.lines) > 40
    assert len(story.error_pages) >= 4


def test_no_log_line_names_the_person(story: Story) -> None:
    assert found_in(story.lines, story) == []


def test_no_address_names_the_person(story: Story) -> None:
    assert found_in(story.addresses, story) == []


def test_no_title_and_no_file_name_names_the_person(story: Story) -> None:
    assert found_in(story.titles, story) == []


def test_no_error_page_names_the_person(story: Story) -> None:
    assert found_in(story.error_pages, story) == []


def test_no_mail_names_the_person(story: Story) -> None:
    assert found_in([f"{one.subject} {one.body} {one.to}" for one in mail.outbox], story) == []


def test_no_job_carries_more_than_ids(story: Story) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args::text FROM procrastinate_jobs")
        jobs = cursor.fetchall()

    assert len(jobs) > 1
    assert found_in([arguments for _, arguments in jobs], story) == []


@pytest.mark.requirement("S000-55")
def test_no_stored_file_can_be_read_without_the_key(story: Story) -> None:
    stored = [file.read_bytes() for file in story.files.rglob("*") if file.is_file()]
    opened = [read(digest) for digest, _ in stored_files()]

    assert len(stored) == len(opened) > 2
    assert found_in([one.decode("latin-1") for one in opened if b"%PDF" not in one[:9]], story)
    assert any(one.startswith(b"%PDF") for one in opened), "no letter was printed"
    assert found_in([one.decode("latin-1") for one in stored], story) == []
    for locked in stored:
        assert all(one[:48] not in locked and one[-48:] not in locked for one in opened)


def test_no_session_and_no_cache_entry_names_the_person(story: Story) -> None:
    opened = [json.dumps(session.get_decoded()) for session in AccountSession.objects.all()]

    assert len(opened) >= len(Role)
    assert found_in(opened, story) == []
    assert timezone.now() + timedelta(hours=13) > max(
        AccountSession.objects.values_list("expire_date", flat=True)
    )
