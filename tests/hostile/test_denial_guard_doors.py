"""The denial guard is attacked through every door: no address, job, command or loader can deny."""

import ast
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.db import connection, transaction
from django.test import Client

from factories.access import make_account, make_attestation, make_licence, sign_in
from factories.decisions import DECIDED_AT, read_papers
from hostile.addresses import Page, Whose, pages, values_for
from hostile.two_offices import TwoOffices
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.office.access.models import Account, Attestation, Licence
from openmso.office.access.pages import PUBLIC
from openmso.office.access.roles import Role
from openmso.project import commands
from source_code import HOUSE, modules

pytestmark = pytest.mark.requirement("IMP-04", "S000-68")

ADVERSE = ("denied", "partly_approved")
PLAIN = "Your notes do not show a weak leg. We need that to say yes."


def a_denial_by_form(offices: TwoOffices, **changed: Any) -> dict[str, Any]:
    """Everything any form of ours, or any field of the tables, could be told to deny with."""
    case = offices.ours.open_case
    said = {
        "choice": "deny",
        "outcome": "denied",
        "state": "denied",
        "decision": "denied",
        "ground": "medical_appropriateness",
        "criteria_edition": str(case.criteria_edition_id),
        "criteria_edition_id": str(case.criteria_edition_id),
        "clinical_reason": "No weakness of a leg is documented.",
        "plain_reason": PLAIN,
        "plain_reason_es": "Sus notas no muestran una pierna débil.",
        "version": str(case.version),
        "signed_by": str(offices.staff[Role.PHYSICIAN].id),
        "signed_by_id": str(offices.staff[Role.PHYSICIAN].id),
        "decided_at": DECIDED_AT.isoformat(),
        "shown": "{}",
        "line_1": "0",
        "approved_quantity": "0",
        "answer": "not_met",
        "finding": "not_met",
        "why": "Deny it.",
        "note": "Deny it.",
        "text": "Deny it.",
        "words": "Deny it.",
        "asked_by": "The member",
        "urgency": "standard",
        "roles": "physician_reviewer",
        "tenant_id": str(case.tenant_id),
    }
    return said | changed


def adverse_decisions() -> int:
    return Decision.objects.filter(outcome__in=ADVERSE).count()


def decisions_and_states() -> tuple[int, int]:
    """Return how many denials are stored and how many requests are denied, by one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT (SELECT count(*) FROM {Decision._meta.db_table} WHERE outcome = ANY(%s)),"
            f" (SELECT count(*) FROM {AuthorizationRequest._meta.db_table} WHERE state = ANY(%s))",
            [list(ADVERSE), list(ADVERSE)],
        )
        decisions, states = cursor.fetchone()
    return decisions, states


def doors() -> Iterator[Page]:
    return (page for page in pages() if page.rule != PUBLIC)


def attackers(offices: TwoOffices) -> dict[str, Account]:
    """Everybody but the physician who may: among them three physicians who lack one thing each."""
    tenant = offices.ours.world.tenant
    people = {role.value: offices.person(role) for role in Role if role is not Role.PHYSICIAN}
    unlicensed = make_account(Role.PHYSICIAN, tenant, may_sign=False)
    make_attestation(unlicensed)
    unattested = make_account(Role.PHYSICIAN, tenant, may_sign=False)
    make_licence(unattested)
    other_specialty = make_account(Role.PHYSICIAN, tenant, specialties=["2084P0800X"])
    licensed_nurse = make_account(Role.NURSE, tenant, may_sign=True)
    people |= {
        "a physician without a license": unlicensed,
        "a physician who has not attested": unattested,
        "a physician of another specialty": other_specialty,
        "a nurse who is a physician too": licensed_nurse,
        "a physician of another office": make_account(Role.PHYSICIAN, offices.theirs.world.tenant),
    }
    for person in people.values():
        if Role.PHYSICIAN.value in person.roles and person.tenant_id == tenant.id:
            read_papers(offices.ours.open_case, person.as_actor())
    return people


def post_everywhere(
    offices: TwoOffices, account: Account, form: dict[str, Any], *, only: str = ""
) -> int:
    """Post the form to every address; each is undone after looking. Returns how many there were."""
    client = sign_in(Client(raise_request_exception=False), account)
    role = Role(account.roles[0])
    before, count = decisions_and_states(), 0
    session = client.cookies["sessionid"].value
    values = values_for(offices, role, Whose.OWN)
    for page in doors():
        if only not in page.name:
            continue
        with transaction.atomic():
            answer = client.post(page.address(values), form)
            denied = decisions_and_states() != before
            transaction.set_rollback(True)
        client.cookies["sessionid"] = session
        assert not denied, f"{account.name} denied at {page.name}: {answer.status_code}"
        assert answer.status_code < 500, f"{page.name}: {answer.status_code}"
        count += 1
    return count


def test_nobody_but_a_qualified_physician_denies_by_any_address(
    offices: TwoOffices, quiet_logs: None
) -> None:
    people = attackers(offices).values()

    knocks = sum(post_everywhere(offices, account, a_denial_by_form(offices)) for account in people)
    for account in people:
        in_part = a_denial_by_form(offices, choice="in_part", line_1="0.5")
        post_everywhere(offices, account, in_part, only="decide")

    assert knocks > 700


def test_a_qualified_physician_denies_by_one_door_only_and_only_after_the_letter_was_shown(
    offices: TwoOffices, quiet_logs: None
) -> None:
    physician = make_account(Role.PHYSICIAN, offices.ours.world.tenant)
    read_papers(offices.ours.open_case, physician.as_actor())

    post_everywhere(offices, physician, a_denial_by_form(offices))


def test_the_right_way_does_deny_so_that_these_attacks_mean_something(
    offices: TwoOffices, quiet_logs: None
) -> None:
    case = offices.ours.open_case
    physician = make_account(Role.PHYSICIAN, offices.ours.world.tenant)
    read_papers(case, physician.as_actor())
    client = sign_in(Client(), physician)
    address = f"/staff/prior-auth/{case.id}/decide/"
    form = a_denial_by_form(offices)
    del form["shown"]
    before = adverse_decisions()

    with transaction.atomic():
        shown = client.post(address, form)
        assert shown.status_code == 200, shown.content.decode()[-2000:]
        assert adverse_decisions() == before, "showing the letter is not signing it"
        seal = shown.context["shown"]
        stranger = sign_in(Client(), make_account(Role.PHYSICIAN, offices.ours.world.tenant))
        stranger.post(f"{address}sign/", form | {"shown": seal})
        assert adverse_decisions() == before, "a seal is good for the one who saw the letter"
        answer = client.post(f"{address}sign/", form | {"shown": seal})
        denied = adverse_decisions() - before
        transaction.set_rollback(True)

    assert (answer.status_code, denied) == (302, 1)


@pytest.mark.parametrize(
    "lost",
    [
        lambda: Licence.objects.update(until_on=date(2021, 1, 1)),
        lambda: Attestation.objects.update(until_on=date(2025, 12, 2)),
    ],
)
def test_what_a_physician_has_lost_counts_at_the_next_click(
    offices: TwoOffices, quiet_logs: None, lost: Any
) -> None:
    case = offices.ours.open_case
    physician = make_account(Role.PHYSICIAN, offices.ours.world.tenant)
    read_papers(case, physician.as_actor())
    client = sign_in(Client(), physician)
    address = f"/staff/prior-auth/{case.id}/decide/"
    form = a_denial_by_form(offices)
    del form["shown"]
    before = adverse_decisions()

    with transaction.atomic():
        seal = client.post(address, form).context["shown"]
        lost()
        answer = client.post(f"{address}sign/", form | {"shown": seal})
        denied = adverse_decisions() - before
        transaction.set_rollback(True)

    assert (answer.status_code, denied) == (403, 0)


def test_no_administration_site_and_no_interface_writes_tables_directly() -> None:
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert not [page.name for page in pages() if page.name.startswith(("admin", "api"))]


def test_only_the_two_actions_of_a_physician_store_a_signed_denial() -> None:
    callers = {
        module.place
        for module in modules()
        for call in module.calls()
        if isinstance(call.func, ast.Name) and call.func.id in {"deny", "approve_in_part"}
    }
    signers = {
        module.place
        for module in modules()
        for call in module.calls()
        if isinstance(call.func, ast.Name)
        and call.func.id == "signed"
        and "prior_auth/actions" in module.place
    }

    assert signers == {
        "casework/prior_auth/actions/approve_in_part.py",
        "casework/prior_auth/actions/deny.py",
    }
    allowed = {"channels/staff_portal/prior_auth/decide/signing.py"}
    invented = {place for place in callers if place.startswith("project/demo/")}
    assert callers - invented <= allowed, "a new door to a denial: it needs its own attack here"


def test_no_job_command_or_loader_names_a_denial() -> None:
    named = {
        module.place
        for module in modules()
        if module.place.endswith("/jobs.py")
        or module.place.startswith(("channels/people_files/", "project/commands/"))
        if "actions.deny" in _imports(module.tree) or "approve_in_part" in _imports(module.tree)
    }

    assert not named
    assert not {"deny", "decide"} & set(commands.names())
    ours = {name for name, app in get_commands().items() if str(app).startswith("openmso")}
    assert not ours, f"{ours}: a command beside `openmso` is a door without a guard"


def _imports(tree: ast.AST) -> str:
    return " ".join(
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    )


def test_the_loader_takes_no_decisions_from_its_files(offices: TwoOffices) -> None:
    known = " ".join(
        (HOUSE / module.place).read_text(encoding="utf-8")
        for module in modules()
        if module.is_in("people_files")
    )

    assert "Patient" in known
    assert "ClaimResponse" not in known
    assert "prior_auth" not in known
