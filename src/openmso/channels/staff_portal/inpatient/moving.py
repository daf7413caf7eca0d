"""Acts about where the patient is: another level or hospital, leave, a line that was wrong."""

from datetime import datetime
from uuid import UUID

from django import forms

from openmso.casework.inpatient.admissions.actions.join_night import join_night
from openmso.casework.inpatient.admissions.actions.record_move import record_move
from openmso.casework.inpatient.admissions.domain.notification import Way
from openmso.casework.inpatient.admissions.domain.stay import Level, Move, MoveKind
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import nights_that_may_belong
from openmso.channels.ui.forms.stay import LEVELS
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.roster.providers.hospitals import hospitals_of

from .acts import Act, Happened


class RecordMove(Happened):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_move"
    title = "Record a move"
    button = "Keep the move"
    before = (
        "Another level of care, another hospital, or a leave. A move to another hospital is told "
        "to the patient's own doctor."
    )

    kind = forms.ChoiceField(
        label="What happened",
        widget=forms.RadioSelect,
        choices=[
            (MoveKind.ENTER.value, "Another level of care, or another hospital"),
            (MoveKind.LEAVE.value, "A leave began"),
            (MoveKind.RETURN.value, "Back from leave"),
        ],
    )
    level = forms.ChoiceField(
        label="Level of care", choices=[("", "- Select -"), *LEVELS], required=False
    )
    hospital = forms.ChoiceField(label="Hospital", required=False)

    field_order = ("version", "kind", "level", "hospital", "happened_on", "happened_time")

    def fill(self) -> None:
        choice = self.fields["hospital"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [(str(one.id), one.name) for one in hospitals_of(self.case.tenant_id)]
        self.initial.setdefault("hospital", str(self.case.hospital_id))

    def clean(self) -> dict[str, object]:
        typed = super().clean()
        if typed.get("kind") == MoveKind.ENTER:
            for name, sentence in (
                ("level", "Choose the level of care."),
                ("hospital", "Choose the hospital."),
            ):
                if name not in self.errors and not typed.get(name):
                    self.add_error(name, sentence)
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        kind = MoveKind(said["kind"])
        enters = kind is MoveKind.ENTER
        move = Move(
            at=said["happened_at"],
            kind=kind,
            level=Level(said["level"]) if enters else None,
            place=UUID(said["hospital"]) if enters else None,
        )
        record_move(self.case.id, move, by=by, at=at, version=said["version"])
        return "The move is on record."


class JoinNight(Act):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_join"
    title = "Join to the request of the night"
    button = "They belong together"
    before = "Requests of the same patient at the same hospital, near the admission."

    night = forms.ChoiceField(
        label="Request of the night",
        widget=forms.RadioSelect,
        error_messages={"required": "There is no request to join, or none is chosen."},
    )

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        free = stay.night_id is None and stay.member_id is not None
        return super().is_open_for(stay) and free and stay.way == Way.UNPLANNED

    def fill(self) -> None:
        choice = self.fields["night"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [
                (
                    str(one.id),
                    f"{one.number}, {staff_time(one.asked_at or one.stabilized_at, self.zone)}",
                )
                for one in nights_that_may_belong(self.viewer, self.case)
            ]

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        stay = join_night(self.case.id, UUID(self.cleaned_data["night"]), by=by, at=at)
        return f"Joined to {stay.night.number if stay.night else ''}."
