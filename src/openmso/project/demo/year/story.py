"""One request on its way, step by step, each step the action that people use."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.answer_point import Finding, answer_point
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.ask_for_information import ask_for_information
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.join import join
from openmso.casework.prior_auth.actions.open_record import open_record
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.run_out_of_time import run_out_of_time
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.actions.talk_to_peer import answer_talk, note_talk, offer_talk
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.casework.prior_auth.criteria_points import points_and_findings
from openmso.casework.prior_auth.denial import Denial
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.timeline.models import Deadline
from openmso.roster.benefits.queries import benefit_sections

from .desk import Ask, Desk
from .paper import notes_as_pdf

MISSING_NOTES = "Clinical notes that show why the service is needed."
_SUPPLIER = "Quiet Creek Medical Supply"
_KEPT_SECONDS = timedelta(seconds=12)


class Story:
    """A request between its arrival and wherever the story leaves it. `at` is its own present."""

    def __init__(self, desk: Desk, ask: Ask, chance: Random) -> None:
        self.desk = desk
        self.ask = ask
        self.chance = chance
        self.hours = desk.hours(chance)
        self.at = ask.received_at
        self.request = AuthorizationRequest()
        self._due_at: datetime | None = None

    # Arrival

    def arrives(
        self,
        *,
        papers: bool = True,
        gap: bool = False,
        answers: bool = False,
        emergency: bool = False,
    ) -> "Story":
        """The request reaches the office. Without `papers` something is missing; `gap` puts a
        point into the notes that is not met; `answers` says that the practice meets every point."""
        ask = self.ask
        by = self.desk.intake()
        if ask.channel is Channel.PORTAL:
            by = self.desk.practice(ask.doctor)
        elif ask.channel in {Channel.FAX, Channel.MAIL}:
            self.at += timedelta(minutes=self.chance.randint(7, 55))
            if not ask.urgent:
                self.at = self.hours.later(self.at, minutes=(0, 60), before=self.desk.now)
        self.request = receive(
            self._asked_for(papers=papers, answers=answers, emergency=emergency),
            files=[("Clinical notes", self._notes(gap=gap))] if papers else [],
            by=by,
            at=self.at,
        ).request
        return self

    def _asked_for(self, *, papers: bool, answers: bool, emergency: bool) -> Request:
        ask = self.ask
        points = [f"P{number}" for number, _ in enumerate(ask.wish.evidence, start=1)]
        number = self.chance.randrange(10**9)
        return Request(
            client_key=f"demo-{ask.received_at:%y%m%d%H%M%S}-{number}",
            channel=ask.channel,
            received_at=ask.received_at,
            member_id=ask.member.id,
            practice_id=ask.doctor.practice_id,
            practitioner_id=ask.doctor.id,
            services=(
                ServiceLine(
                    code=ask.wish.code,
                    description=ask.wish.description,
                    quantity=Decimal(ask.quantity),
                    unit=ask.wish.unit,
                ),
            ),
            diagnoses=ask.wish.diagnoses,
            service_from_on=ask.service_on,
            servicing_name="Quiet Creek Medical Supply"
            if ask.wish.unit in {"item", "month"}
            else "",
            marked_urgent=ask.urgent,
            physician_supports_urgency=ask.urgent,
            urgency_reason="Waiting could make it much worse." if ask.urgent else "",
            emergency=emergency,
            is_drug=ask.wish.drug,
            clinical_summary=ask.wish.summary if papers else "",
            answers=dict.fromkeys(points, "met") if answers else {},
        )

    def _notes(self, *, gap: bool) -> Inspected:
        wish, ask = self.ask.wish, self.ask
        seen = list(wish.evidence)
        if gap and seen:
            seen[-1] = wish.gap
        pages = [
            [
                f"Visit of {ask.received_at - timedelta(days=2):%m/%d/%Y}, {ask.doctor.name}",
                "",
                wish.summary,
                "",
                f"Asked for: {wish.description} ({wish.code}), {ask.quantity} {wish.unit}.",
            ],
            ["What the record shows:", "", *seen, "", f"Signed {ask.doctor.name}."],
        ]
        content = notes_as_pdf(f"Clinical notes, {wish.description}", pages)
        # Made by us a line above: nothing in it needs to be cleaned.
        return Inspected(content=content, media_type="application/pdf", pages=len(pages))

    def nurse(self) -> Actor:
        return self.desk.nurse(self.chance)

    # Time

    @property
    def due_at(self) -> datetime:
        """When the decision is due; the present where no clock runs."""
        if self._due_at is None:
            deadline = Deadline.objects.filter(
                tenant_id=self.request.tenant_id,
                case_id=self.request.id,
                purpose="decide",
                governs=True,
            ).first()
            self._due_at = deadline.due_at if deadline else self.desk.now
        return self._due_at

    def later(self, *minutes: int) -> datetime:
        """Let some minutes of office time pass, never beyond what is due or the present."""
        before = min(self.due_at, self.desk.now)
        if before <= self.at:
            before = self.desk.now
        self.at = self.hours.later(self.at, minutes=(minutes[0], minutes[-1]), before=before)
        return self.at

    def fresh(self) -> AuthorizationRequest:
        self.request.refresh_from_db()
        return self.request

    # The desk of the nurse

    def nurse_compares(self, *, gap: bool = False, only: int | None = None) -> "Story":
        """The nurse answers the criteria points; with `gap` the last one is not met."""
        nurse = self.nurse()
        papers = [each for each in self._documents() if each.source != Document.Source.OFFICE]
        points = [point.code for point, _ in points_and_findings(self.fresh())]
        for place, code in enumerate(points[:only]):
            self.later(2, 30)
            last = place == len(points) - 1
            met = not (gap and last)
            evidence = self.ask.wish.evidence
            quote = evidence[min(place, len(evidence) - 1)] if met else self.ask.wish.gap
            answer_point(
                self.request.id,
                code,
                finding=Finding(
                    answer=PointAnswer.MET if met else PointAnswer.NOT_MET,
                    quote=quote,
                    document_id=papers[0].id if papers else None,
                    page=2 if papers else None,
                ),
                by=nurse,
                at=self.at,
            )
        return self

    def nurse_approves(self) -> "Story":
        approve(self.request.id, by=self.nurse(), at=self.later(10, 1500))
        return self

    def nurse_sends_to_physician(self) -> "Story":
        note = f"Not met: {self.ask.wish.gap}" if self.ask.wish.gap else "Please look at it."
        send_to_physician(self.request.id, note=note, by=self.nurse(), at=self.later(5, 240))
        return self

    def office_is_asked(self) -> "Story":
        ask_for_information(
            self.request.id,
            missing=[MISSING_NOTES],
            words="Please send the notes of the last two visits.",
            by=self.desk.intake(),
            at=self.later(20, 300),
        )
        return self

    def office_sends_notes(self, *, gap: bool = False) -> "Story":
        add_information(
            self.request.id,
            files=[("Notes sent later", self._notes(gap=gap))],
            words=self.ask.wish.summary,
            received_at=self.later(120, 1500),
            source="portal",
            by=self.desk.practice(self.ask.doctor),
            at=self.at,
        )
        self._due_at = None
        return self

    # The physician's desk

    def physician_reads(self) -> Actor:
        """A physician who may sign opens every paper of the case."""
        physician = self.desk.physician(self.fresh().review_specialties, self.at)
        for document in self._documents():
            open_record(self.request.id, document.id, by=physician, at=self.later(3, 60))
        return physician

    def talk_is_offered(self, physician: Actor, *, held: bool = True) -> "Story":
        """A talk is offered to the requesting doctor, and held unless `held` is false."""
        self.later(5, 60)
        slots = [self.at + timedelta(hours=hours) for hours in (2, 4)]
        talk = offer_talk(self.request.id, slots=slots, by=physician, at=self.at)
        if held:
            front_desk = self.desk.practice(self.ask.doctor)
            answer_talk(
                self.request.id, talk.id, slot=slots[0], by=front_desk, at=self.later(10, 40)
            )
            note_talk(
                self.request.id,
                talk.id,
                reached=True,
                note="Went through the record with the doctor.",
                by=physician,
                at=self.later(80, 120),
            )
        return self

    def physician_approves(self, physician: Actor) -> "Story":
        approve(self.request.id, by=physician, at=self.later(10, 300))
        return self

    def physician_denies(self, physician: Actor) -> "Story":
        deny(
            self.request.id,
            denial=self._denial(),
            by=physician,
            at=self.later(10, 300),
            version=self.fresh().version,
        )
        return self

    def physician_approves_part(self, physician: Actor, quantity: int) -> "Story":
        approved: Mapping[int, Decimal] = {1: Decimal(quantity)}
        approve_in_part(
            self.request.id,
            approved=approved,
            denial=self._denial(),
            by=physician,
            at=self.later(10, 300),
            version=self.fresh().version,
        )
        return self

    def _denial(self) -> Denial:
        wish, request = self.ask.wish, self.fresh()
        if wish.no is None:
            raise ValueError(f"nobody has written a reason against {wish.key}")
        section = next(
            (
                each
                for each in benefit_sections(
                    request.tenant_id, request.plan_id, request.service_from_on.year
                )
                if each.section == wish.section
            )
            if wish.section and request.plan_id
            else iter(()),
            None,
        )
        return Denial(
            ground=Ground.NOT_COVERED if section else Ground.MEDICAL_APPROPRIATENESS,
            clinical_reason=wish.no.clinical,
            plain_reason=wish.no.plain,
            plain_reason_es=wish.no.plain_es,
            criteria_edition_id=None if section else request.criteria_edition_id,
            benefit_section_id=section.id if section else None,
            alternative=wish.no.alternative,
            shown={"criteria": str(request.criteria_edition_id), "screen": "physician desk"},
        )

    # Everything else that can happen

    def time_is_extended(self, ground: str, why: str) -> "Story":
        extend(
            self.request.id,
            ground=ground,
            why=why,
            by=self.nurse(),
            at=self.later(30, 900),
        )
        return self

    def is_withdrawn(self) -> "Story":
        withdraw(
            self.request.id,
            asked_by="the doctor's office",
            why="The patient feels better.",
            by=self.desk.intake(),
            at=self.later(60, 1200),
        )
        return self

    def twin(self) -> "Story":
        """The same request once more, by fax, an hour and a half later; it has not arrived yet."""
        later = self.ask.received_at + timedelta(minutes=95)
        twin = replace(self.ask, channel=Channel.FAX, received_at=later)
        return Story(self.desk, twin, self.chance)

    def is_joined_to(self, other: "Story") -> "Story":
        join(
            self.request.id, into_id=other.request.id, by=self.desk.intake(), at=self.later(10, 90)
        )
        return self

    def time_runs_out(self) -> "Story":
        """Nobody answers; the clock carries out what the law makes of it."""
        self.at = self.due_at + _KEPT_SECONDS
        run_out_of_time(self.request.id, by=self.desk.system("Clock"), at=self.at)
        return self

    def is_reopened(self) -> "Story":
        reopen(
            self.request.id,
            why="The doctor sent a new X-ray.",
            by=self.desk.supervisor(),
            at=self.later(600, 2400),
        )
        return self

    def messages(self, *texts: str) -> "Story":
        """Messages go to and fro, the practice's first."""
        for place, text in enumerate(texts):
            by = self.desk.practice(self.ask.doctor) if place % 2 == 0 else self.nurse()
            write_message(self.request.id, text=text, by=by, at=self.later(15, 90))
        return self

    def _documents(self) -> list[Document]:
        return documents_of(self.request.tenant_id, self.request.id)
