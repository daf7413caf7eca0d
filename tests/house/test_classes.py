"""Classes are written, not made while a page is: one made for a page outlives it."""

import ast

from source_code import modules

_NAME_BASES_FIELDS = 3


def test_no_class_is_made_by_a_call() -> None:
    made = [
        f"{module.place}:{call.lineno}"
        for module in modules()
        for call in module.calls()
        if isinstance(call.func, ast.Name)
        and call.func.id == "type"
        and len(call.args) == _NAME_BASES_FIELDS
    ]
    assert made == []
