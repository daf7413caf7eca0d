"""Everything the desk can do with an outside review, in the order in which it comes."""

from openmso.casework.external_review.models import ExternalReview

from .act import Act
from .acts_after_ruling import Close, Evidence, Proof, Ruled, Withdraw
from .acts_until_ruled import (
    Accepted,
    Coverage,
    Delay,
    Filed,
    GoesOn,
    NotQualified,
    OurPapers,
    Packet,
    Talked,
)

ACTS: dict[str, type[Act]] = {
    act.name: act
    for act in (
        *(Filed, Accepted, NotQualified, OurPapers, Packet, Coverage, Delay, GoesOn),
        *(Ruled, Proof, Evidence, Close, Talked, Withdraw),
    )
}


def acts_open_for(case: ExternalReview) -> list[type[Act]]:
    """Return what can be done with the case as it stands."""
    return [act for act in ACTS.values() if act.is_open_for(case)]
