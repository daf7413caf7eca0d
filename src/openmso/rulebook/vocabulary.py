"""The fixed words of a rule besides its facts: who says so, how surely, what starts a clock."""

from enum import StrEnum


class Authority(StrEnum):
    """Whose rule it is. Each authority may give one answer to a question."""

    FEDERAL = "federal"
    STATE = "state"
    CONTRACT = "contract"
    ACCREDITATION = "accreditation"
    HOUSE = "house"


class CheckMark(StrEnum):
    """How the rule was verified; shown wherever the rule is."""

    READ = "read"
    SECONDARY = "secondary"
    STALE = "stale"
    KNOWN = "known"
    SEED = "seed"

    @property
    def meaning(self) -> str:
        """The mark in words."""
        return {
            CheckMark.READ: "read in the rule or an official statement",
            CheckMark.SECONDARY: "taken from a secondary source",
            CheckMark.STALE: "read in an older text",
            CheckMark.KNOWN: "known, but not read",
            CheckMark.SEED: "a promise published by the house",
        }[self]


class Consequence(StrEnum):
    """What the law makes of silence, or of a decision, without anybody's doing."""

    ADVERSE_DETERMINATION_APPEALABLE = "adverse_determination_appealable"
    COUNTS_AS_DENIAL = "counts_as_denial"
    DELAY_NOTICE_OWED = "delay_notice_owed"
    DEEMED_APPROVED = "deemed_approved"
    DEEMED_GRANTED = "deemed_granted"
    FULL_NOTICE_AND_APPEAL_RIGHTS = "full_notice_and_appeal_rights"


class ExtensionGround(StrEnum):
    """Why a decision may take longer; nothing else is a ground."""

    MEMBER_ASKS = "member_asks"
    PROVIDER_ASKS = "provider_asks"
    NONCONTRACT_EVIDENCE_MAY_CHANGE_DENIAL = "noncontract_evidence_may_change_denial"
    EXTRAORDINARY_CIRCUMSTANCES = "extraordinary_circumstances"
    MORE_INFORMATION_IN_MEMBERS_INTEREST = "more_information_in_members_interest"


# What starts or stops a clock, and how its working names it ("Received 11/20/2026 …").
MOMENTS: dict[str, str] = {
    "request_received": "Received",
    "information_complete": "Information complete",
    "missing_information_received": "Missing information received",
    "information_received": "Information received",
    "decision_made": "Decided",
    "oral_notice_given": "Told by voice",
    "expedition_refused": "Expedited handling declined",
    "expedition_refusal_told": "Told by voice that handling is not expedited",
    "extension_taken": "Extension taken",
    "delay_foreseen": "Delay foreseen",
    "delay_notice_sent": "Delay notice sent",
    "deadline_passed": "Deadline passed",
    "approved": "Approved",
    "denial_expected": "Denial expected",
    "service_given": "Service given",
    "automated_tool_used": "Automated tool used",
    "day_in_the_law": "Day named by the law",
    "denial_notified": "Denial notice dated",
    "appeal_received": "Appeal received",
    "appeal_answered": "Appeal answer dated",
    "fast_grievance_received": "Complaint received",
    "translation_asked": "Translation asked for",
    # What meets a clock.
    "decision_notified": "Decision notified",
    "provider_told": "Provider told",
    "member_notice_sent": "Member notice sent",
    "written_confirmation_sent": "Written confirmation sent",
    "outside_information_requested": "Information requested",
    "extension_notice_sent": "Extension notice sent",
    "expedition_refusal_letter_sent": "Letter about the refusal sent",
    "receipt_acknowledged": "Receipt acknowledged",
    "copies_delivered": "Copies delivered",
    "appeal_rights_opened": "Appeal rights opened",
    "appeal_filed": "Appeal filed",
    "hearing_asked": "Hearing asked for",
    "review_asked": "Independent review asked for",
    "translation_given": "Translation given",
}
