"""Who, outside this office, looks at a no again."""

from enum import StrEnum


class Forum(StrEnum):
    """The outside body; each has its own way to begin and its own clocks."""

    IMR = "independent_medical_review"
    STATE_HEARING = "state_hearing"
    MEDICARE_ENTITY = "medicare_independent_entity"
    COMPLAINT = "regulator_complaint"

    @property
    def label(self) -> str:
        """The name as it is printed."""
        return _LABELS[self]

    @property
    def who(self) -> str:
        """Who acts there, for a line of history or of the log."""
        return _WHO[self]


REVERSED_BY = {
    Forum.IMR: "imr",
    Forum.STATE_HEARING: "state_hearing",
    Forum.MEDICARE_ENTITY: "independent_entity",
    # A regulator who finds for the member in a complaint leaves the plan to take its no back.
    Forum.COMPLAINT: "plan",
}
"""The rulebook's word for who took a no back."""

_LABELS = {
    Forum.IMR: "Independent Medical Review",
    Forum.STATE_HEARING: "State Hearing",
    Forum.MEDICARE_ENTITY: "Medicare independent entity",
    Forum.COMPLAINT: "Complaint at the regulator",
}
_WHO = {
    Forum.IMR: "The regulator",
    Forum.STATE_HEARING: "The State Hearing office",
    Forum.MEDICARE_ENTITY: "The Medicare independent entity",
    Forum.COMPLAINT: "The regulator",
}
