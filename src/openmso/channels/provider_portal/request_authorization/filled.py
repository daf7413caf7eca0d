"""A form as it came in: its fields, its files, its patient; nothing of it is lost on a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from openmso.casework.prior_auth.domain.request import Request
from openmso.casework.prior_auth.form_fields import key_on_line
from openmso.channels.ui.forms.read_date import read_date
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import services_named
from openmso.standards.typed_text import code_form

from ..pages import PracticeRequest
from .forms import RequestForm
from .lines import TypedService, typed_services
from .patient import Patient, find_patient, patient_of_receipt, why_not_covered
from .presenter import FormPage
from .questions import QuestionsFor, answers_in
from .uploads import Uploads, kept, take_in
from .weighing import Weighed, asked_together, to_request, weigh

_NO_QUESTIONS = QuestionsFor()
_NO_FILES = Uploads(files=(), refused=())


@dataclass(slots=True, kw_only=True)
class Filled:
    """What stands on the form. `answered` names the questions that were on the page.

    `known` are the services of our list that are asked for, by code; `files_not_sent` counts the
    files that are chosen in the browser and come with the form only when it is sent.
    """

    form: RequestForm
    answers: Mapping[str, str]
    uploads: Uploads
    by: Actor
    at: datetime
    answered: QuestionsFor = _NO_QUESTIONS
    patient: Patient | None = None
    known: Mapping[str, ServiceCode] = field(default_factory=dict)
    files_not_sent: int = 0

    @classmethod
    def read(
        cls,
        request: PracticeRequest,
        practitioners: list[tuple[str, str]],
        data: QueryDict | None = None,
    ) -> "Filled":
        """Read a form that was sent, or `data` in its place. Files that cannot be taken get their
        sentence."""
        form = RequestForm(
            request.POST if data is None else data, request.FILES, practitioners=practitioners
        )
        form.is_valid()
        uploads = take_in(
            form.cleaned_data.get("papers") or (), request.POST.getlist("kept"), by=request.actor
        )
        for sentence in uploads.refused:
            form.add_error("papers", sentence)
        return cls(
            form=form,
            answers=answers_in(request.POST),
            uploads=uploads,
            by=request.actor,
            at=request.arrived_at,
            answered=QuestionsFor.read(request.POST.get("questions_for", "")),
        )

    @classmethod
    def empty(
        cls, request: PracticeRequest, form: RequestForm, patient: Patient | None
    ) -> "Filled":
        """A form nobody has filled in yet, perhaps with its patient and service."""
        return cls(
            form=form,
            answers={},
            uploads=_NO_FILES,
            by=request.actor,
            at=request.arrived_at,
            patient=patient,
        )

    def find_patient(self) -> None:
        """Find who is meant; a mistake gets its sentence."""
        today = office_calendar(self.by.tenant_id).local(self.at).date()
        self.patient = find_patient(self.form, today=today, by=self.by, at=self.at)

    def find_patient_again(self) -> None:
        """Find who was named by an eligibility receipt; nobody new is looked for."""
        receipt = self.form.cleaned_data.get("receipt") or ""
        self.patient = patient_of_receipt(receipt, viewer=self.by)

    def not_sent_yet(self) -> None:
        """Take back "fill this in": somebody pressed another button and has not filled in more."""
        for name, mistakes in list(self.form.errors.as_data().items()):
            if all(mistake.code == "required" for mistake in mistakes):
                del self.form.errors[name]

    def is_good(self) -> bool:
        """Tell whether it can be sent; everything that is wrong gets its sentence."""
        self._check_services()
        self._check_coverage()
        if not self.form.is_valid():
            return False
        return self._may_go_together() and self._questions_were_shown()

    def request(self) -> Request:
        """Return the request to send; the form must be good."""
        if self.patient is None:
            raise ValueError("the form names no patient")
        return to_request(self.form, self.patient, self.known, self.answers, by=self.by, at=self.at)

    def page(self) -> FormPage:
        """Return the form to show, weighed as it stands; its files are kept from now on."""
        self.uploads = kept(self.uploads, by=self.by)
        return FormPage(
            form=self.form,
            patient=self.patient,
            files=self.uploads.files,
            weighed=self._weigh(),
        )

    def _services(self) -> tuple[TypedService, ...]:
        return typed_services(self.form.cleaned_data)

    def _check_services(self) -> None:
        typed = self._services()
        if typed:
            self.known = services_named([one.code for one in typed])
        for one in typed:
            self._check_service(one)

    def _check_service(self, one: TypedService) -> None:
        service = self.known.get(code_form(one.code))
        if service is None and not one.description:
            self.form.add_error(
                key_on_line("description", one.line),
                f"{one.code} is not on our list of codes. Write what it is, and we take it as "
                "you wrote it.",
            )
        day, last = self.form.cleaned_data.get("service_from_on"), service and service.until_on
        if day and last and last <= day:
            self.form.add_error(
                key_on_line("code", one.line),
                f"This code is no longer used since {staff_date(last)}. Choose another one.",
            )

    def _may_go_together(self) -> bool:
        """Tell whether one of us, or the plan, decides all of it; one service always may."""
        typed = self._services()
        if len(typed) == 1 or self.form.cleaned_data["urgency"] == "emergency":
            return True
        alone = self._weigh().for_the_plan
        for one in typed:
            if code_form(one.code) in alone:
                self.form.add_error(
                    key_on_line("code", one.line),
                    "The health plan decides this service and we decide the others. Take it out "
                    "here and send it as a request of its own.",
                )
        return not alone

    def _check_coverage(self) -> None:
        said = self.form.cleaned_data
        day = said.get("service_from_on")
        if self.patient is None or day is None or said.get("urgency") == "emergency":
            return
        if sentence := why_not_covered(self.patient, day, viewer=self.by):
            self.form.add_error("service_from_on", sentence)

    def _questions_were_shown(self) -> bool:
        """Tell whether the answers belong to the questions of this service.

        Without JavaScript the questions can only come with the next page.
        """
        said = self.form.cleaned_data
        asked_for = (asked_together(self._services()), said["service_from_on"].isoformat())
        if self.answered and (self.answered.code, self.answered.day) == asked_for:
            return True
        weighed = self._weigh()
        if not weighed.points or weighed.questions_for.edition == self.answered.edition:
            return True
        self.answers, self.answered = {}, weighed.questions_for
        count = len(weighed.points)
        self.form.add_error(
            None,
            f"This service has {count} questions. Answer what you can, then send the request.",
        )
        return False

    def _said_before(self) -> Mapping[str, object]:
        """What the address of an empty form says of it already."""
        return {
            "code": self.form.initial.get("code"),
            "service_from_on": read_date(str(self.form.initial["service_from_on"])),
        }

    def _weigh(self) -> Weighed:
        return weigh(
            self.form.cleaned_data if self.form.is_bound else self._said_before(),
            self.patient,
            self.answers,
            self.answered,
            documents=len(self.uploads.files) + self.files_not_sent,
            by=self.by,
            at=self.at,
        )
