"""An answer is kept where the same words stand in the new edition, and only there."""

from hypothesis import given
from hypothesis.strategies import dictionaries, text

from openmso.casework.prior_auth.domain.criteria_renewal import renewal

codes = text("123456789", min_size=1, max_size=3)
wordings = dictionaries(codes, text("ab C", max_size=4), max_size=6)


def test_same_words_under_another_code_are_the_same_point() -> None:
    old = {"1": "Six weeks of therapy.", "2": "Weakness of a leg."}
    new = {"1": "An X-ray was taken.", "2": "six weeks  of therapy.", "3": "Weakness of both legs."}

    found = renewal(old, new)

    assert (dict(found.kept), found.again) == ({"1": "2"}, ("1", "3"))


@given(old=wordings, new=wordings)
def test_every_point_of_the_new_edition_is_kept_once_or_asked_again(
    old: dict[str, str], new: dict[str, str]
) -> None:
    found = renewal(old, new)

    kept = list(found.kept.values())
    assert len(kept) == len(set(kept))
    assert not set(kept) & set(found.again)
    assert set(found.kept) <= set(old)


def test_the_same_edition_keeps_everything() -> None:
    points = {"1": "Six weeks of therapy.", "2": "Weakness of a leg."}

    assert dict(renewal(points, points).kept) == {"1": "1", "2": "2"}
