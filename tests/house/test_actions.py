"""What stands in `actions/` is an action: one transaction, and a line of history or nothing."""

import ast

from source_code import Module, modules

WRAPPERS = ("action", "action_in_one_statement")


def functions_without_the_wrapper(module: Module) -> list[str]:
    return [
        node.name
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and not any(_name_of(wrapper) in WRAPPERS for wrapper in node.decorator_list)
    ]


def _name_of(wrapper: ast.expr) -> str:
    if isinstance(wrapper, ast.Call):
        wrapper = wrapper.func
    return wrapper.id if isinstance(wrapper, ast.Name) else ""


def test_every_public_function_in_actions_is_an_action() -> None:
    found = {
        module.place: names
        for module in modules()
        if module.is_in("actions") and (names := functions_without_the_wrapper(module))
    }

    assert not found, (
        f"{found}: put @action on it, or move it: what only decides belongs in domain/, what only "
        "reads in queries.py; a step of one action starts with an underscore."
    )
