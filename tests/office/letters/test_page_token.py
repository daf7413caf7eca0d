"""The short word on a letter's paper."""

import secrets

from openmso.office.letters.page_token import ALPHABET, in_groups, new_token, typed


def test_it_is_chance_and_has_nothing_that_is_mistaken_for_something_else() -> None:
    found = {new_token(secrets.choice) for _ in range(200)}

    assert len(found) == 200
    assert not set("".join(found)) & set("01ILO")
    assert set("".join(found)) <= set(ALPHABET)


def test_what_is_typed_with_hyphens_or_small_letters_is_the_same_word() -> None:
    token = new_token(secrets.choice)

    assert typed(in_groups(token)) == token
    assert typed(f" {in_groups(token).lower()} ") == token


def test_it_is_printed_in_groups_that_can_be_read_aloud() -> None:
    assert in_groups("K7QF2MRT9XWD") == "K7QF-2MRT-9XWD"
