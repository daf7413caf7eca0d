"""One specimen of every letter, about invented people, with realistic values.

For the letters page, where staff see what a letter looks like, for the tests, and for measuring.
The lengths stand here as an example only; real letters take theirs from the rulebook.
"""

from .. import fields as f
from ..letter import Kind, Order, Reader
from . import answers, appeals, care, care_that_ends, grievances, hospitals, receipts
from .people import ADDRESSEES, LANGUAGE_LINES, LETTERHEADS, PAGE, PRACTICE, SENT
from .scene import Scene, Words

__all__ = ["SENT", "specimen"]

_FILLED = (
    answers.FILLED
    | receipts.FILLED
    | hospitals.FILLED
    | care.FILLED
    | care_that_ends.FILLED
    | appeals.FILLED
    | grievances.FILLED
)
SILENCE = {
    "MA": f.SilenceMeans.NO,
    "MEDI-CAL": f.SilenceMeans.NO,
    "KK": f.SilenceMeans.STILL_OPEN,
    "AZ-COMM": f.SilenceMeans.YES,
}


def specimen(
    kind: Kind,
    reader: Reader = Reader.MEMBER,
    *,
    line_of_business: str = "MA",
    language: str = "en",
    letter_format: str = "standard",
    ground: f.Ground = f.Ground.NOT_NECESSARY,
    means: f.SilenceMeans | None = None,
) -> Order:
    """Return an order for one letter, complete for its line of business."""
    spoken = language if language in LETTERHEADS else "en"
    return Order(
        kind=kind,
        reader=reader,
        language=language,
        letter_format=letter_format,
        sent_on=SENT,
        letterhead=LETTERHEADS[spoken],
        addressee=ADDRESSEES[reader],
        fields=_FILLED[kind](
            Scene(
                say=Words(spoken),
                line=line_of_business,
                ground=ground,
                means=means or SILENCE.get(line_of_business, f.SilenceMeans.STILL_OPEN),
            )
        ),
        language_lines=LANGUAGE_LINES,
        translate_within=f.Length(count=21, unit="calendar_days"),
        copies_to=(PRACTICE.name,) if reader is Reader.MEMBER else (),
        page_address=PAGE if reader is Reader.MEMBER else "",
    )
