"""A part of a page that stays the same is drawn once for each set of values and each language."""

import pytest
from django.template import Context, Template
from django.utils import translation

DRAWN = "{% load kept i18n %}{% kept_for name %}{{ name }} {{ drawn }}{% endkept_for %}"


def test_the_same_values_show_what_was_drawn_first() -> None:
    page = Template(DRAWN)

    assert page.render(Context({"name": "Rosa", "drawn": 1})) == "Rosa 1"
    assert page.render(Context({"name": "Rosa", "drawn": 2})) == "Rosa 1"


def test_other_values_are_drawn_for_themselves() -> None:
    page = Template(DRAWN)
    page.render(Context({"name": "Rosa", "drawn": 1}))

    assert page.render(Context({"name": "Alma", "drawn": 2})) == "Alma 2"


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_language_has_its_own(language: str) -> None:
    page = Template(DRAWN)
    page.render(Context({"name": "Rosa", "drawn": "one"}))

    with translation.override(language):
        assert page.render(Context({"name": "Rosa", "drawn": "uno"})) == "Rosa uno"


def test_what_is_kept_is_escaped() -> None:
    page = Template(DRAWN)

    assert "<b>" not in page.render(Context({"name": "<b>", "drawn": ""}))


def test_two_places_of_one_page_do_not_share() -> None:
    page = Template(
        "{% load kept %}{% kept_for name %}first{% endkept_for %}{% kept_for name %}second"
        "{% endkept_for %}"
    )

    assert page.render(Context({"name": "Rosa"})) == "firstsecond"
