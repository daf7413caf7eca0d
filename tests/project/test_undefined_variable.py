"""A template that prints what nobody gave it fails in the tests."""

import pytest
from django.template import engines


def test_printing_an_undefined_variable_raises() -> None:
    template = engines["django"].from_string("Dear {{ member_name }}")

    with pytest.raises(LookupError, match="member_name"):
        template.render({})


def test_asking_whether_a_variable_is_there_is_allowed() -> None:
    template = engines["django"].from_string("{% if member_name %}Dear{% endif %}")

    assert template.render({}) == ""
