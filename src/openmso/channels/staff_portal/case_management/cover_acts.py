"""What can be done about a member's cover: treatment under way, and what goes on."""

from datetime import datetime

from django import forms

from openmso.care.case_management.actions.keep_continuity import keep_continuity
from openmso.care.case_management.actions.note_treatment import end_treatment, note_treatment
from openmso.channels.ui.forms import DateField
from openmso.office.access.actor import Actor

from .act import COVER, Act


class NoteTreatment(Act):
    name = "treatment"
    title = "Note a treatment under way"
    button = "Keep the treatment"
    before = "A change of PCP, IPA or plan then cannot lose it."
    back = COVER

    what = forms.CharField(label="Which treatment", max_length=200)
    with_whom = forms.CharField(label="Who gives it", max_length=160)
    since_on = DateField(label="Since", help_text="For example 11/22/2026")

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        note_treatment(
            self.case.id, said["what"], said["with_whom"], said["since_on"], by=by, at=at
        )
        return "The treatment is noted."


class EndTreatment(Act):
    name = "treatment"
    title = "A treatment is over"
    button = "Keep its end"
    back = COVER
    thing = "treatment"

    ended_on = DateField(label="First day without it", help_text="For example 11/22/2026")

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        end_treatment(self.case.id, self.chosen(), self.cleaned_data["ended_on"], by=by, at=at)
        return "The end is kept."


class KeepContinuity(Act):
    name = "continuity"
    title = "Write down what goes on"
    button = "Write it down"
    before = "Each approval and treatment under way gets its answer, and a task for us."
    back = COVER

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        kept = keep_continuity(self.case.id, by=by, at=at)
        return f"Answers written down: {len(kept)}." if kept else "There was nothing new."
