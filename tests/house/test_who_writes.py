"""Rows change in actions, and in the steps that actions share, so that nothing changes without a
line of history."""

import ast

from source_code import Module, modules

ALWAYS = {
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
# The machinery's own writing modules, each called from inside an action or a job.
MACHINERY = {
    "office/access/models.py",  # creates accounts
    "office/timeline/action.py",  # writes the line of history itself
    "office/seals/sealing.py",  # seals lines of history; a line about a seal would need a seal
    "office/timeline/deadlines.py",
    "office/timeline/versions.py",  # keeps the row that an action has locked
    "office/documents/moving.py",  # puts papers on another case; each action says so itself
    "office/worklists/items.py",
}


def writes(module: Module) -> list[int]:
    """Return the lines that write rows. `update(x=1)` writes; `update(mapping)` fills a dict."""
    return [call.lineno for call in module.calls() if _is_write(call)]


def _is_write(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id == "add_rows"
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    if name == "update":
        return bool(call.keywords) and not call.args
    if name in {"delete", "save"}:
        return not call.args  # a document's `save(path)` and a cache's `delete(key)` are no rows
    return name in ALWAYS


def may_write(module: Module) -> bool:
    return (
        module.is_in("actions")
        or module.is_in("steps")
        or module.place in MACHINERY
        or module.place.startswith("project/")
    )


def test_rows_are_written_in_actions_only() -> None:
    found = {
        module.place: lines
        for module in modules()
        if not may_write(module) and (lines := writes(module))
    }

    assert not found, (
        f"{found}: put the change into an action (one verb, one file, one transaction, one line "
        "of history), or name the module in MACHINERY here and say why."
    )


def test_the_list_of_writing_modules_is_current() -> None:
    writing = {module.place for module in modules() if writes(module)}

    assert writing >= MACHINERY, f"no longer writing: {MACHINERY - writing}"
