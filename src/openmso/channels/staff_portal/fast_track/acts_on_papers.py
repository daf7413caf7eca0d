"""What the desk does up to the moment at which the QIO has everything."""

from datetime import datetime

from django import forms

from openmso.casework.fast_track.actions.give_reasons import give_reasons
from openmso.casework.fast_track.actions.record_notice import record_notice
from openmso.casework.fast_track.actions.record_request import record_request
from openmso.casework.fast_track.actions.record_told import record_told
from openmso.casework.fast_track.actions.send_records import send_records
from openmso.casework.fast_track.actions.write_reasons import write_reasons
from openmso.casework.fast_track.domain.asking import Way
from openmso.casework.fast_track.domain.notice import Delivery, Proof
from openmso.casework.fast_track.domain.reasons import Reasons
from openmso.casework.fast_track.domain.states import OPEN, Move, State
from openmso.casework.fast_track.models import FastTrackCase
from openmso.channels.ui.forms import DateField
from openmso.office.access.actor import Actor

from ..prior_auth.decide.reading import reading_of
from .act import Act
from .words import PROOFS, WAYS

_WAYS = (("portal", "Their portal"), ("fax", "Fax"), ("mail", "Mail"), ("phone", "Telephone"))


class NoticeGiven(Act):
    name = "notice"
    title = "The notice was given"
    before = "The provider hands it out. We keep when, by whom, and how it is proven."
    when = "Given"

    given_by = forms.CharField(label="Given by", max_length=160)
    proof = forms.ChoiceField(
        label="How it is proven",
        widget=forms.RadioSelect,
        choices=[(one.value, PROOFS[one]) for one in Proof],
    )
    told_to = forms.CharField(label="Who signed, refused, or was called", max_length=120)
    witness = forms.CharField(label="Who saw the refusal", max_length=120, required=False)
    mailed_on = DateField(label="After a call: paper mailed on", required=False)

    def fill(self) -> None:
        self.initial.setdefault("given_by", self.case.provider_name)

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        owed = bool(case.end.questions.notice) and case.notice_given_at is None
        return owed and State(case.state) in OPEN

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        delivery = Delivery(
            given_at=self.happened_at,
            given_by=said["given_by"],
            proof=Proof(said["proof"]),
            told_to=said["told_to"],
            witness=said["witness"],
            mailed_on=said["mailed_on"],
        )
        case = record_notice(self.case.id, delivery, by=by, at=at, version=said["version"])
        if case.notice_late:
            return "The notice is on record. It came too late for this end."
        return "The notice is on record."


class Asked(Act):
    name = "asked"
    title = "The member asked for a fast look"
    before = "In time or late, nobody is turned away; what it means is worked out from the rule."
    when = "Asked"
    move = Move.ASK

    asked_by = forms.CharField(label="Who asked", max_length=120)

    def fill(self) -> None:
        self.initial.setdefault("asked_by", self.case.member.full_name)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        case = record_request(
            self.case.id,
            asked_at=self.happened_at,
            asked_by=said["asked_by"],
            by=by,
            at=at,
            version=said["version"],
        )
        return f"On record. {WAYS[Way(case.asked_way)]}."


class ToldByQio(Act):
    name = "told"
    title = "The QIO told us of the request"
    before = "The time for the detailed reasons and the records counts from this moment."
    when = "Told"
    move = Move.BE_TOLD

    reference = forms.CharField(label="Their case number", max_length=60, required=False)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        record_told(
            self.case.id,
            told_at=self.happened_at,
            reference=said["reference"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "On record. Reasons and records are due; the times are on the case."


class WriteReasons(Act):
    name = "reasons"
    title = "Write the detailed reasons"
    button = "Order the letter"
    before = (
        "The letter explains why the care can end. It decides nothing: the QIO does. Use the facts "
        "of this patient and name the coverage rule."
    )

    why = forms.CharField(
        label="Why the care can end, for the member",
        help_text="Short sentences, short words: grade 6 or below.",
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
    )
    why_es = forms.CharField(
        label="The same in Spanish",
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
        required=False,
    )
    rule_used = forms.CharField(label="Coverage rule that was used", max_length=300)
    changed = forms.CharField(
        label="What has changed since the QIO last looked",
        help_text="Only when the end of this care was announced before.",
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
    )
    changed_es = forms.CharField(
        label="That in Spanish",
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
    )

    def fill(self) -> None:
        if self.case.came_from_id is None:
            del self.fields["changed"], self.fields["changed_es"]

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        return State(case.state) is State.REASONS_DUE and case.reasons_given_at is None

    def clean_why(self) -> str:
        return self._plain("why")

    def clean_changed(self) -> str:
        return self._plain("changed")

    def _plain(self, field: str) -> str:
        text: str = self.cleaned_data[field]
        reading = reading_of(text)
        if reading.too_hard:
            raise forms.ValidationError(reading.sentence, code="too_hard")
        return text

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        reasons = Reasons(
            why=said["why"],
            why_es=said["why_es"],
            rule_used=said["rule_used"],
            changed=said.get("changed", ""),
            changed_es=said.get("changed_es", ""),
        )
        write_reasons(self.case.id, reasons, by=by, at=at, version=said["version"])
        return "The letter is ordered. Record when the member has it."


class ReasonsGiven(Act):
    name = "reasons-given"
    title = "The member has the reasons"
    when = "Given"

    how = forms.CharField(label="How, or who took them", max_length=160)

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        return case.reasons_written_at is not None and case.reasons_given_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        give_reasons(
            self.case.id,
            given_at=self.happened_at,
            how=said["how"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "On record."


class RecordsSent(Act):
    name = "records"
    title = "The records went to the QIO"
    before = "What left is written into the ledger of who was told what."
    when = "Sent"

    what = forms.CharField(label="Which records", max_length=300)
    way = forms.ChoiceField(label="How they went", choices=_WAYS)

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        return State(case.state) is State.REASONS_DUE and case.records_sent_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        send_records(
            self.case.id,
            sent_at=self.happened_at,
            what=said["what"],
            way=said["way"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "On record."
