"""What the desk does from the application until the packet has left."""

from datetime import datetime

from django import forms

from openmso.casework.external_review.actions.build_our_papers import build_our_papers
from openmso.casework.external_review.actions.note_contact import Contact, note_contact
from openmso.casework.external_review.actions.record_acceptance import record_acceptance
from openmso.casework.external_review.actions.record_coverage import record_coverage
from openmso.casework.external_review.actions.record_delay import end_delay, record_delay
from openmso.casework.external_review.actions.record_filed import record_filed
from openmso.casework.external_review.actions.record_not_qualified import record_not_qualified
from openmso.casework.external_review.actions.send_packet import PacketNotReady, send_packet
from openmso.casework.external_review.domain.delay import DelayReason
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.ruling import Answer
from openmso.casework.external_review.domain.states import AT_WORK, OPEN, Move, State, moves_from
from openmso.casework.external_review.models import ExternalReview, OutsideContact
from openmso.casework.external_review.says import says
from openmso.channels.ui.forms import Tile
from openmso.office.access.actor import Actor

from .act import WAYS, Act, Happened, NoticeAct


def open_move(case: ExternalReview, move: Move) -> bool:
    """Tell whether this move is open from the case's state."""
    return move in moves_from(State(case.state), forum=Forum(case.forum))


class Filed(Happened):
    name = "filed"
    title = "The application went out"
    button = "Keep that it was filed"
    before = "From then the regulator's own time is shown."

    way = forms.ChoiceField(label="How it went", choices=WAYS)

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.FILE)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        record_filed(
            self.case.id,
            filed_at=said["happened_at"],
            way=said["way"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "It is on record as filed."


class Accepted(NoticeAct):
    name = "accepted"
    title = "The regulator took the case"
    button = "Keep the notice and start the packet's time"
    before = "The packet's time counts from the moment this notice reached any of our desks."

    speed = forms.ChoiceField(
        label="How fast they review",
        widget=forms.RadioSelect,
        choices=[
            ("standard", "Standard review"),
            ("expedited", Tile("Expedited review", "The packet has a much shorter time.")),
        ],
    )

    def fill(self) -> None:
        super().fill()
        self.initial["speed"] = "expedited" if self.case.urgent else "standard"

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.ACCEPT)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        record_acceptance(
            self.case.id,
            self.notice(),
            expedited=self.cleaned_data["speed"] == "expedited",
            letter=self.paper_taken_in,
            by=by,
            at=at,
            version=self.cleaned_data["version"],
        )
        return "The packet is due; its time is on the case."


class NotQualified(NoticeAct):
    name = "not-qualified"
    title = "The regulator wrote that it does not qualify"
    button = "Keep the letter and go on as a complaint"
    before = (
        "The letter is kept. The case goes on as the regulator's complaint with everything that is "
        "known; nobody fills in anything again."
    )
    file_needed = True

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.FIND_NOT_QUALIFIED)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        complaint = record_not_qualified(
            self.case.id,
            self.notice(),
            letter=self.paper(),
            by=by,
            at=at,
            version=self.cleaned_data["version"],
        )
        return f"It goes on as complaint {complaint.number}."


class Coverage(NoticeAct):
    name = "coverage"
    title = "The outside body decided about coverage"
    button = "Keep the decision"
    before = "Whether care is covered is their question here. Their answer is kept with its day."

    answer = forms.ChoiceField(
        label="Their answer",
        widget=forms.RadioSelect,
        choices=[(Answer.COVERED.value, "Covered"), (Answer.NOT_COVERED.value, "Not covered")],
    )

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return State(case.state) in OPEN

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        answer = Answer(self.cleaned_data["answer"])
        record_coverage(
            self.case.id, answer, self.notice(), letter=self.paper_taken_in, by=by, at=at
        )
        return "The decision about coverage is kept."


class OurPapers(Act):
    name = "our-papers"
    title = "Print our own papers"
    button = "Print them from the case"
    before = "What was asked, decided and why, the rule used, and the list of letters."

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return State(case.state) in OPEN and case.packet_sent_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        build_our_papers(self.case.id, by=by, at=at)
        return "Our own papers are printed and on the checklist."


class Packet(Act):
    name = "packet"
    title = "Send the packet"
    button = "Send what is here"
    before = (
        "Everything that is ours to get must be here. What others owe may follow; the member gets "
        "a list of what was sent and may have copies."
    )

    way = forms.ChoiceField(label="How it goes", choices=WAYS[::-1])

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.SEND_PACKET) and case.packet_sent_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        try:
            send_packet(self.case.id, way=said["way"], by=by, at=at, version=said["version"])
        except PacketNotReady as refusal:
            # Each paper is said on a line of its own.
            refusal.reasons = tuple(f"Not here yet: {one}" for one in refusal.reasons)
            raise
        return "The packet is on record as sent. The letter with its list is ordered."


class Delay(Act):
    name = "delay"
    title = "It takes longer"
    button = "Keep the delay"
    before = "The member sees the reason, and what is missing, on their own page."

    reason = forms.ChoiceField(
        label="Why",
        widget=forms.RadioSelect,
        choices=[(one.value, says(f"delay_{one.value}")) for one in DelayReason],
    )
    note = forms.CharField(label="Note for us", max_length=300, required=False)

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.DELAY)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        record_delay(
            self.case.id,
            DelayReason(said["reason"]),
            note=said["note"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "The delay is kept, and the member sees it."


class GoesOn(Act):
    name = "goes-on"
    title = "It goes on"
    button = "End the delay"

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.GO_ON) and case.packet_sent_at is not None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        end_delay(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return "The delay is over."


class Talked(Happened):
    name = "contact"
    title = "Note a letter or call"
    button = "Write it into the log"
    before = "Everything between us and the outside body stands in one log."
    file_label = "The letter, if there is one"

    direction = forms.ChoiceField(
        label="Which way", widget=forms.RadioSelect, choices=OutsideContact.Direction.choices
    )
    way = forms.ChoiceField(label="How", choices=WAYS)
    about = forms.CharField(label="About", max_length=300)

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return State(case.state) in AT_WORK

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        contact = Contact(
            direction=said["direction"],
            way=said["way"],
            about=said["about"],
            happened_at=said["happened_at"],
            letter=self.paper_taken_in,
        )
        note_contact(self.case.id, contact, by=by, at=at)
        return "It stands in the log."
