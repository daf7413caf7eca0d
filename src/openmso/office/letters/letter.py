"""What is ordered, and what comes out when it has been put into words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .blocks import Block
from .fields import Fields, Length
from .letterhead import Addressee, Letterhead
from .taglines import LanguageLine


class Kind(StrEnum):
    APPROVAL = "approval"
    DENIAL = "denial"
    PARTIAL_APPROVAL = "partial_approval"
    REQUEST_FOR_INFORMATION = "request_for_information"
    EXTENSION = "extension"
    DELAY_NOTICE = "delay_notice"
    SILENCE_NOTICE = "silence_notice"
    RECEIPT = "receipt"
    WITHDRAWAL = "withdrawal"
    NOT_NEEDED = "not_needed"
    NOT_ELIGIBLE = "not_eligible"
    FORWARDED = "forwarded"
    HOSPITAL_APPROVAL = "hospital_approval"
    HOSPITAL_DISAGREEMENT = "hospital_disagreement"
    PLAN_RESPONSIBLE = "plan_responsible"
    APPEAL_RECEIVED = "appeal_received"
    APPEAL_UPHELD = "appeal_upheld"
    APPEAL_OVERTURNED = "appeal_overturned"
    APPEAL_EXTENSION = "appeal_extension"
    APPEAL_CLOSED = "appeal_closed"
    APPEAL_NOT_FAST = "appeal_not_fast"
    PAYMENT_ORDERED = "payment_ordered"
    GRIEVANCE_RECEIVED = "grievance_received"
    GRIEVANCE_ANSWERED = "grievance_answered"
    GRIEVANCE_EXTENSION = "grievance_extension"
    GRIEVANCE_CLOSED = "grievance_closed"
    STAY_DAYS_APPROVED = "stay_days_approved"
    STAY_DAYS_REFUSED = "stay_days_refused"
    STAY_NEWS = "stay_news"
    CARE_PLAN = "care_plan"
    CARE_INSTRUCTIONS = "care_instructions"
    REVIEW_PAPERS = "review_papers"
    DISCHARGE_REASONS = "discharge_reasons"
    CARE_ENDS_REASONS = "care_ends_reasons"


class Reader(StrEnum):
    """Whom a copy is written for."""

    MEMBER = "member"
    PROVIDER = "provider"
    HOSPITAL = "hospital"


TO_HOSPITALS = frozenset(
    {
        Kind.HOSPITAL_APPROVAL,
        Kind.HOSPITAL_DISAGREEMENT,
        Kind.PLAN_RESPONSIBLE,
        Kind.STAY_DAYS_APPROVED,
        Kind.STAY_DAYS_REFUSED,
    }
)
"""The letters that only a hospital gets."""

TO_PRACTICES = frozenset({Kind.STAY_NEWS})
"""The letters that only a practice gets."""

TO_MEMBERS = frozenset(
    {
        Kind.CARE_PLAN,
        Kind.CARE_INSTRUCTIONS,
        Kind.REVIEW_PAPERS,
        Kind.DISCHARGE_REASONS,
        Kind.CARE_ENDS_REASONS,
        Kind.APPEAL_NOT_FAST,
        Kind.APPEAL_RECEIVED,
        Kind.PAYMENT_ORDERED,
        Kind.APPEAL_OVERTURNED,
        Kind.APPEAL_EXTENSION,
        Kind.APPEAL_CLOSED,
        Kind.GRIEVANCE_RECEIVED,
        Kind.GRIEVANCE_ANSWERED,
        Kind.GRIEVANCE_EXTENSION,
        Kind.GRIEVANCE_CLOSED,
    }
)
"""The letters that only a member gets; all others go to the member and the practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialText:
    """Wording of an authority, loaded by the installation, with the edition it was taken from."""

    slot: str
    language: str
    edition: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Everything a letter needs, all of it decided before anything is printed.

    `language` is the reader's own, also when no template exists for it. `translate_within` is
    the length the rulebook gives for a translation that is then owed. `page_address` is where the
    reader finds this letter on a screen; empty when it is not printed.
    """

    kind: Kind
    reader: Reader
    language: str
    letter_format: str
    sent_on: date
    letterhead: Letterhead
    addressee: Addressee
    fields: Fields
    language_lines: tuple[LanguageLine, ...]
    tagline_languages: tuple[str, ...] = ()
    official_texts: tuple[OfficialText, ...] = ()
    translate_within: Length | None = None
    copies_to: tuple[str, ...] = ()
    page_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter in words, ready for paper or page.

    `language` is the one it is written in. `translation_owed` names the reader's language when
    any part is not in it; `format_owed` the format that people must still make (braille, audio);
    `official_missing` the official wordings this installation has not loaded.
    """

    kind: Kind
    reader: Reader
    language: str
    title: str
    date_line: str
    reference: str
    page_words: str
    letter_format: str
    letterhead: Letterhead
    addressee: Addressee
    blocks: tuple[Block, ...]
    translation_owed: str = ""
    format_owed: str = ""
    official_missing: tuple[str, ...] = ()
