"""The evidence for the regulator that a ruling was carried out: ruling, authorization, service."""

from openmso.casework.prior_auth.letters.teller import Teller
from openmso.office.tenants.queries import tenant_by_id

from ..domain.forum import Forum
from ..models import ExternalReview
from ..says import kept_as
from .dates import day_in
from .printing import Paper, facts, heading, text

TITLE = "Evidence that the ruling was carried out"


def evidence_paper(case: ExternalReview) -> Paper:
    """Return the paper. Raises ValueError for a case that is not carried out."""
    if case.served_on is None or case.proof is None or case.ruled_on is None:
        raise ValueError(f"{case.number} is not carried out")
    told = Teller(case.request, "en").case()
    return Paper(
        title=TITLE,
        office=tenant_by_id(case.tenant_id).legal_name,
        footer=f"{case.number} {kept_as(case.label)}",
        language="en",
        parts=(
            heading("The ruling"),
            facts(
                ("Body", Forum(case.forum).label),
                ("Their number", case.outside_reference),
                ("Dated", day_in(case.ruled_on, "en")),
            ),
            heading("The member and the care"),
            facts(
                ("Member", told.member_name),
                ("Member number", told.member_number),
                ("Health plan", told.plan_name),
                ("Care", told.asked.text),
            ),
            heading("What was done"),
            facts(
                ("Authorization", case.authorization_number),
                ("Care given", case.served_what),
                ("On", day_in(case.served_on, "en")),
                ("Proof", f"{case.proof.title}, SHA-256 {case.proof.sha256[:16]}"),
            ),
            text("The proof of service is enclosed."),
        ),
    )
