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
    FORWARDED_TO_INDEPENDENT_REVIEW = "forwarded_to_independent_review"
    NEXT_STEP_OPENS = "next_step_opens"
    PLAN_PAYS = "plan_pays"


class LimitIs(StrEnum):
    """What the end of the time means."""

    DEADLINE = "deadline"
    OPENING = "opening"
    PERIOD = "period"

    @property
    def ends(self) -> str:
        """How a working names the end: the duty is due, a way opens, or a state lasts until."""
        return {
            LimitIs.DEADLINE: "Due",
            LimitIs.OPENING: "Not before",
            LimitIs.PERIOD: "Lasts until",
        }[self]


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
    # Grievances, appeals and what follows them.
    "event_happened": "Incident or action",
    "grievance_filed": "Grievance filed",
    "grievance_received": "Grievance received",
    "urgent_case_known": "Urgent case known",
    "representation_shown": "Representative's paper received",
    "liability_waived": "Waiver of liability received",
    "appeal_upheld": "No upheld",
    "reversal_received": "Notice of the reversal received",
    "case_file_received": "Case file received",
    "review_decision_received": "Independent decision received",
    "judges_decision_received": "Judge's decision received",
    "council_decision_received": "Council's decision received",
    "hearing_told": "Told of the hearing",
    "change_takes_effect": "Change takes effect",
    # Hospital stays and care that ends.
    "admitted": "Admitted",
    "stabilized": "Stabilized",
    "hospital_asked": "Hospital asked",
    "disagreement_found": "Disagreement found",
    "discharge_planned": "Planned discharge",
    "discharge_day": "Day of discharge",
    "coverage_ends": "Coverage ends",
    "qio_told_us": "Told by the QIO",
    "qio_information_complete": "QIO has everything",
    "qio_decision_received": "QIO decision received",
    "coverage_began": "Coverage began",
    # Independent Medical Review and the regulator.
    "application_received": "Application received",
    "application_complete": "Application and papers received",
    "found_not_eligible": "Found not to qualify",
    "regulator_notice_received": "Regulator's notice received",
    "expedited_review_approved": "Expedited review approved",
    # Records and privacy.
    "release_received": "Signed release received",
    "summary_chosen": "Summary chosen",
    "contract_ended": "Contract or last audit ended",
    "grievance_closed": "Grievance closed",
    "last_in_effect": "Made or last in effect",
    "free_accounting_given": "Free list of disclosures given",
    "delay_asked_by_voice": "Delay asked for by voice",
    "authorization_signed": "Authorization signed",
    "notice_last_given": "Notice last given",
    "notice_changed": "Notice changed",
    "breach_discovered": "Breach discovered",
    "substitute_notice_posted": "Substitute notice posted",
    # Claims and bills.
    "claim_received": "Claim received",
    "claim_overdue": "Claim overdue",
    "claim_paid": "Claim paid",
    "overpayment_identified": "Overpayment identified",
    "payer_acted": "Payer acted",
    "dispute_received": "Dispute received",
    "estimate_owed": "Service scheduled or estimate asked for",
    "bill_received": "Bill received",
    # Access to care, telephone, directory.
    "appointment_asked": "Appointment asked for",
    "appointment_begins": "Appointment begins",
    "last_visit": "Last visit",
    "ride_begins": "Ride begins",
    "call_received": "Call received",
    "representative_reached": "Representative reached",
    "changed_data_received": "Changed data received",
    "directory_change_learned": "Change learned",
    "directory_question_asked": "Asked whether in the network",
    "confirmation_asked": "Confirmation asked for",
    "accepting_patients_changed": "New patients stopped or started",
    "wrong_listing_reported": "Wrong listing reported",
    # Reports and interfaces.
    "year_ended": "Year ended",
    "closing_planned": "Planned closing",
    "request_or_status_changed": "Request received or its status changed",
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
    "reopened": "Reopened",
    "grievance_answered": "Grievance answered",
    "member_told": "Member told",
    "case_file_sent": "Case file sent",
    "care_authorized": "Care authorized",
    "care_given": "Care given",
    "payment_made": "Payment made",
    "care_handed_over": "Care handed over",
    "answer_given": "Answer given",
    "plan_contacted": "Plan contacted",
    "admission_notified": "Admission notified",
    "hospital_notice_given": "Hospital notice given",
    "termination_notice_given": "Notice given",
    "qio_asked": "QIO asked",
    "detailed_notice_given": "Detailed notice given",
    "qio_decided": "QIO decided",
    "council_asked": "Council asked",
    "action_filed": "Civil action filed",
    "hearing_decided": "Hearing decided",
    "packet_sent": "Packet sent",
    "records_sent": "Records sent",
    "application_accepted": "Application accepted or rejected",
    "review_decided": "Review decided",
    "application_enclosed": "Application enclosed",
    "access_given": "Access given",
    "amendment_answered": "Wish to correct answered",
    "addendum_attached": "Addendum attached",
    "accounting_given": "List of disclosures given",
    "restriction_agreed": "Restriction agreed",
    "communication_changed": "Address or channel changed",
    "privacy_notice_given": "Privacy notice given",
    "people_notified": "People concerned told",
    "media_notified": "Media told",
    "regulator_notified": "Regulator told",
    "covered_entity_notified": "Covered entity told",
    "claim_answered": "Claim paid, contested or denied",
    "interest_paid": "Interest paid",
    "claim_forwarded": "Claim passed on",
    "claim_filed": "Claim filed",
    "refund_asked": "Money asked back",
    "overpayment_returned": "Overpayment returned",
    "dispute_filed": "Dispute filed",
    "dispute_decided": "Dispute decided",
    "dispute_paid": "Dispute paid",
    "estimate_sent": "Estimate sent",
    "rebilled": "Billed again",
    "appointment_offered": "Appointment offered",
    "ride_booked": "Ride booked",
    "caller_helped": "Caller helped",
    "interpreter_present": "Interpreter there",
    "availability_notice_given": "Notice of language help given",
    "listing_verified": "Listing verified",
    "directory_updated": "Directory updated",
    "directory_question_answered": "Told whether in the network",
    "listing_confirmed": "Listing confirmed",
    "plan_told": "Plan told",
    "report_published": "Report published",
    "interfaces_live": "Interfaces live",
    "data_available": "Data available",
}
