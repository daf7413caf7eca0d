"""What the desk can do with a hospital's request: one form each, and the action it carries out."""

from datetime import datetime
from typing import ClassVar

from django import forms

from openmso.casework.inpatient.post_stabilization.actions.answer_disagree import (
    Disagreement,
    answer_disagree,
)
from openmso.casework.inpatient.post_stabilization.actions.answer_yes import Yes, answer_yes
from openmso.casework.inpatient.post_stabilization.actions.end_responsibility import (
    end_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.record_consultation import (
    Talk,
    record_consultation,
)
from openmso.casework.inpatient.post_stabilization.domain.responsibility import EndReason
from openmso.casework.inpatient.post_stabilization.domain.states import Move, State, moves_from
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.channels.ui.forms import DateField, PhoneField, Tile
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from ..acting.happened import HappenedAct
from ..acting.versioned import VersionedAct


class Act(VersionedAct[PostStabilization]):
    """One thing that can be done while the case is in one of its states; `url` names its page."""

    back = "staff:post_stabilization_case"
    permission: ClassVar[Permission]
    url: ClassVar[str]

    def in_the_way(self) -> str:
        if not self.is_open_for(self.case) and self.case.member_id is None:
            return "Identify the patient first: the plan that answers is not known yet."
        return super().in_the_way()


class _Happened(HappenedAct[PostStabilization], Act):
    """An act that says when something happened."""


class SayYes(Act):
    permission = Permission.POST_STABILIZATION_APPROVE
    url = "staff:post_stabilization_yes"
    title = "Say yes"
    button = "Approve the care"
    before = "The hospital gets a letter with the authorization number. The plan is responsible."

    care = forms.CharField(
        label="What is approved", widget=forms.Textarea({"rows": 3}), max_length=2000
    )
    level_of_care = forms.CharField(label="Level of care", max_length=60, required=False)
    next_review_on = DateField(label="Next review", required=False)

    @classmethod
    def is_open_for(cls, case: PostStabilization) -> bool:
        return Move.APPROVE in moves_from(State(case.state)) and case.member_id is not None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        yes = Yes(
            care=said["care"],
            level_of_care=said["level_of_care"],
            next_review_on=said["next_review_on"],
        )
        case = answer_yes(self.case.id, yes, by=by, at=at, version=said["version"])
        return f"Approved under {case.authorization_number}. The letter to the hospital is ordered."


class Disagree(Act):
    permission = Permission.POST_STABILIZATION_DISAGREE
    url = "staff:post_stabilization_disagree"
    title = "Disagree and offer the talk"
    button = "Sign the disagreement"
    before = (
        "Only a physician can. The hospital may go on with the care, and the plan stays "
        "responsible until its own physician takes over, the patient is moved, both sides agree, "
        "or the patient goes home."
    )

    reason = forms.CharField(
        label="Clinical reason", widget=forms.Textarea({"rows": 4}), max_length=4000
    )
    consult_phone = PhoneField(
        label="Number at which the treating physician reaches you now",
    )

    @classmethod
    def is_open_for(cls, case: PostStabilization) -> bool:
        return Move.DISAGREE in moves_from(State(case.state)) and case.member_id is not None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        no = Disagreement(reason=said["reason"], consult_phone=said["consult_phone"])
        answer_disagree(self.case.id, no, by=by, at=at, version=said["version"])
        return "The disagreement is signed and the talk is offered to the hospital."


class Consult(_Happened):
    permission = Permission.POST_STABILIZATION_FOLLOW
    url = "staff:post_stabilization_consult"
    title = "Record the talk"
    button = "Keep the talk"
    before = "Without an agreement care goes on, and the plan stays responsible."

    came_of_it = forms.ChoiceField(
        label="What came of it",
        widget=forms.RadioSelect,
        choices=[
            ("agreed", Tile("They agreed", "The plan's responsibility ends as agreed.")),
            ("no_agreement", "They talked and did not agree"),
            ("not_reached", "The treating physician was not reached"),
        ],
    )
    note = forms.CharField(
        label="Note", widget=forms.Textarea({"rows": 3}), max_length=2000, required=False
    )

    @classmethod
    def is_open_for(cls, case: PostStabilization) -> bool:
        return case.state == State.DISAGREED

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        talk = Talk(
            reached=said["came_of_it"] != "not_reached",
            agreed=said["came_of_it"] == "agreed",
            talked_at=said["happened_at"],
            note=said["note"],
        )
        record_consultation(self.case.id, talk, by=by, at=at)
        return "The talk is on record."


class EndIt(_Happened):
    permission = Permission.POST_STABILIZATION_FOLLOW
    url = "staff:post_stabilization_end"
    title = "Record the end of the plan's responsibility"
    button = "Keep the end"
    before = "There are only these four ends."

    reason = forms.ChoiceField(
        label="How it ended",
        widget=forms.RadioSelect,
        choices=[
            (EndReason.TAKEN_OVER.value, "A physician of the plan took over at the hospital"),
            (
                EndReason.TRANSFERRED.value,
                "The patient was moved into the care of a physician of the plan",
            ),
            (EndReason.AGREED.value, "The hospital and the plan agreed about the care"),
            (EndReason.DISCHARGED.value, "The patient was discharged"),
        ],
    )

    @classmethod
    def is_open_for(cls, case: PostStabilization) -> bool:
        return Move.END in moves_from(State(case.state))

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        end_responsibility(
            self.case.id,
            EndReason(said["reason"]),
            happened_at=said["happened_at"],
            by=by,
            at=at,
        )
        return "The end is on record."


ACTS: tuple[type[Act], ...] = (SayYes, Disagree, Consult, EndIt)
