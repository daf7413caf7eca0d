"""Whether a letter of the catalog says and encloses what the notices it serves must contain."""

from openmso.rulebook.notice import Notice

from .letter_catalog import CatalogEntry


def lacking(entry: CatalogEntry, notice: Notice) -> frozenset[str]:
    """Return what the notice asks for and the catalog does not hold the letter to.

    Contents and enclosures, by the words of the rulebook's `notice_words.py`. What a loaded form
    says in its own words is not asked of ours; composing refuses a letter without the rest.
    """
    cases = (frozenset[str](), *(frozenset({situation}) for situation in notice.says_when))
    unsaid = (notice.must_say(case) - entry.required(case) for case in cases)
    not_enclosed = frozenset(notice.encloses) - {paper.slot for paper in entry.official}
    return not_enclosed.union(*unsaid)
