"""What is addressed to a member or a practice leaves through the gate, and by no other way.

The gate (office/outbound) knows the address, the language and the format that were asked for, sends
electronically only to somebody who chose it, writes the disclosure ledger and keeps the proof.
Mails are no way around it: each module that writes one is named here, with whom it writes to.
"""

import ast
from collections.abc import Iterator

import pytest

from source_code import Module, modules

GATE = "office/outbound/jobs.py"
# Nothing about a member stands in any of these.
MAILS = {
    "office/access/sign_in.py": "whoever forgot a password",
    "office/accounts/mail.py": "whoever is invited to open an account",
    "office/emergency_access/jobs.py": "privacy staff",
    "adapters/pager/email.py": "whoever is on call",
    "casework/inpatient/post_stabilization/code_mail.py": "a hospital's known contact",
}
_WRITES_MAIL = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "mail_admins"}
_OUTSIDE = {"smtplib", "httpx", "requests", "urllib.request", "http.client"}


def names_called(module: Module) -> Iterator[str]:
    for call in module.calls():
        if isinstance(call.func, ast.Name):
            yield call.func.id
        elif isinstance(call.func, ast.Attribute):
            yield call.func.attr


def imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.requirement("IMP-06")
def test_only_the_gate_hands_anything_to_a_carrier() -> None:
    found = {
        module.place
        for module in modules()
        if "carrier" in names_called(module) and not module.place.startswith("adapters/")
    }

    assert found == {GATE}, f"{found - {GATE}}: give the finished letter to office/outbound instead"


@pytest.mark.requirement("IMP-06")
def test_whoever_writes_a_mail_is_named_with_its_reader() -> None:
    found = {module.place for module in modules() if _WRITES_MAIL & set(names_called(module))}

    assert found <= set(MAILS), (
        f"{found - set(MAILS)}: a member or practice is told by a letter through office/outbound; "
        "a mail to anybody else names no member, and its module stands here"
    )


@pytest.mark.requirement("IMP-06")
def test_only_adapters_speak_to_the_outside() -> None:
    found = {
        module.place: sorted(names)
        for module in modules()
        if not module.place.startswith(("adapters/", "project/"))
        and (names := _OUTSIDE & set(imported(module)))
    }

    assert not found, f"{found}: what speaks to an outside system is an adapter"
