"""A printed letter in the words of the gate, and its case in the words of the timeline."""

from openmso.office.outbound.piece import CaseOfLetter, FinishedLetter

from .models import OrderedLetter


def case_of(letter: OrderedLetter) -> CaseOfLetter:
    """Return the case that a letter is about."""
    return CaseOfLetter(letter.case_kind, letter.case_id, letter.tenant_id)


def finished(letter: OrderedLetter) -> FinishedLetter:
    """Return the printed letter as the gate wants it."""
    if letter.document is None:
        raise ValueError(f"letter {letter.id} is not printed")
    printed = letter.content["addressee"]
    return FinishedLetter(
        letter_id=letter.id,
        what=letter.kind,
        file_name=f"{letter.kind}-{letter.id}.pdf",
        content_sha256=letter.document.sha256,
        about_member_id=letter.about_member_id,
        receiver_kind=letter.receiver_kind,
        receiver_id=letter.receiver_id,
        receiver_name=printed["name"],
        postal_lines=tuple(printed["address_lines"]),
        language=letter.language,
        letter_format=letter.letter_format,
    )
