"""Why a review takes longer. The reason is shown to the member with what is missing."""

from enum import StrEnum


class DelayReason(StrEnum):
    OUR_RECORDS = "our_records_missing"
    DOCTORS_RECORDS = "doctors_records_missing"
    CERTIFICATE = "doctors_certificate_missing"
    REVIEWER_ASKS_MORE = "reviewer_asks_for_more"
    OUTSIDE = "the_outside_body_needs_time"
