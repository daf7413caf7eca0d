"""Approving everything that was asked for."""

from datetime import datetime
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.signatures import in_the_way_of_signing
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.roster.benefits.queries import benefit_sections

from .form import ActForm


class Approve(ActForm):
    permission = Permission.PRIOR_AUTH_APPROVE
    move = Move.APPROVE
    title = "Approve everything that was asked for"
    button = "Approve"

    def fill(self) -> None:
        if self.case.criteria_edition_id is None:
            self.fields["benefit_section"] = forms.ChoiceField(
                label="Benefit section this rests on",
                choices=[("", "- Select -"), *_sections(self.case, covered=True)],
            )
            self.before = "No criteria belong to this service: name the benefit section."
        else:
            self.before = f"Decided by {self.case.criteria_edition}."
        not_ready = in_the_way_of_signing(self.viewer, at=self.at)
        self.refusal, self.asks_for_attestation = " ".join(not_ready), bool(not_ready)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        section = self.cleaned_data.get("benefit_section")
        done = approve(
            self.case.id,
            by=by,
            at=at,
            version=self.cleaned_data["version"],
            benefit_section_id=UUID(section) if section else None,
        )
        return f"Approved: authorization number {done.authorization_number}. {done.validity_why}"


def _sections(case: AuthorizationRequest, *, covered: bool) -> list[tuple[str, str]]:
    if case.plan_id is None:
        return []
    return [
        (str(section.id), f"{section.section} {section.title}")
        for section in benefit_sections(case.tenant_id, case.plan_id, case.service_from_on.year)
        if section.covered is covered
    ]
