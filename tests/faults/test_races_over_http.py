"""Two browsers at the same instant, through the real web server of a real office, again and again.

The same races as in test_races.py, with sessions, forms and two processes of the server between.
All 500 pairs are run there, without the pages; here as many as take a few seconds.
"""

import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from factories.decisions import physician_of, read_papers, with_physician
from factories.prior_auth import make_world
from faults.at_once import pairs_at_once
from faults.copies import copies_of
from faults.scene import Scene
from faults.test_races import assert_one_decision_each
from faults.whole_records import missing_parts
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.staff_portal.prior_auth.decide.signing import seal, unseal
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.project.bench.browser import Browser, signed_in
from openmso.project.bench.lean_http import Answer, Connection

FORMS, DECISIONS = 150, 60
_SENT = re.compile(r"/practice/requests/([0-9a-f-]{36})/sent/$")
_SHOWN = re.compile(rb'name="shown"\s+value="([^"]+)"')


def answers_at_once(
    port: int, some: Sequence[bytes], others: Sequence[bytes]
) -> list[tuple[Answer, Answer]]:
    """Let two browsers send one request each at the same instant; return what each was answered."""
    one, other = Connection(port), Connection(port)
    with closing(one), closing(other):
        both = pairs_at_once(
            len(some), lambda turn: one.ask(some[turn]), lambda turn: other.ask(others[turn])
        )
    assert not [outcome.raised for pair in both for outcome in pair if outcome.raised]
    return [(first.result, second.result) for first, second in both]


def test_the_same_form_sent_twice_at_once_is_one_case_for_both(scene: Scene) -> None:
    forms = [scene.form(f"twice-at-once-{turn:03d}", turn) for turn in range(FORMS)]

    both = answers_at_once(scene.office.port, forms, forms)

    cases = [tuple(_SENT.search(answer.location) for answer in pair) for pair in both]
    assert all(first and second and first[1] == second[1] for first, second in cases)
    told = {first[1] for first, _ in cases if first}
    stored = AuthorizationRequest.objects.filter(client_key__contains="twice-at-once-")
    assert {str(case) for case in stored.values_list("id", flat=True)} == told
    assert stored.count() == FORMS
    assert missing_parts(scene.world.tenant.id, Path(scene.office.folder) / "files") == []


def test_of_two_opposite_decisions_at_once_one_stands_and_the_other_is_told(scene: Scene) -> None:
    world, port = make_world(), scene.office.port
    yes, no = physician_of(world), physician_of(world)
    first = with_physician(world, yes)
    read_papers(first, no)
    cases = copies_of(first, DECISIONS)
    approvals, denials = approve_forms(cases, yes), sign_forms(port, cases, no)

    both = answers_at_once(port, approvals, denials)

    assert {tuple(sorted(answer.status for answer in pair)) for pair in both} == {(302, 409)}
    lost = [answer.body for pair in both for answer in pair if answer.status == 409]
    assert all(b"approved" in body.lower() or b"denied" in body.lower() for body in lost)
    assert_one_decision_each(world, [case.id for case in cases])


def approve_forms(cases: list[AuthorizationRequest], by: Actor) -> list[bytes]:
    browser = browser_of(by)
    return [
        browser.post(f"/staff/prior-auth/{case.id}/approve/", {"version": str(case.version)})
        for case in cases
    ]


def sign_forms(port: int, cases: list[AuthorizationRequest], by: Actor) -> list[bytes]:
    """The signature under each case's denial, after one look at the letter.

    The copies stand exactly alike, so what was shown of the first is what would be of the others.
    """
    browser, first = browser_of(by), cases[0]
    typed = {
        "choice": "deny",
        "ground": "medical_appropriateness",
        "clinical_reason": "Strength is normal in both legs; point 2 is not met.",
        "plain_reason": "Your leg is strong. The scan would not help you now.",
        "alternative": "",
        "version": str(first.version),
        "line_1": "",
    }
    page = f"/staff/prior-auth/{first.id}/decide/"
    with closing(Connection(port)) as connection:
        letter = connection.ask(browser.post(page, typed))
    seal_on_page = _SHOWN.search(letter.body)
    assert seal_on_page, letter.body[:2000]
    shown = unseal(seal_on_page[1].decode("ascii"), first, by)
    assert shown
    return [
        browser.post(
            f"/staff/prior-auth/{case.id}/decide/sign/", typed | {"shown": seal(shown, case, by)}
        )
        for case in cases
    ]


def browser_of(actor: Actor) -> Browser:
    return signed_in(Account.objects.get(id=actor.id))
