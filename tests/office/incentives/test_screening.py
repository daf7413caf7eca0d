"""No program begins that discourages appropriate care, and none without two signatures."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from factories.access import make_account, make_licence, signed_in
from factories.roster import make_tenant
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.roles import Role
from openmso.office.incentives.actions.begin import NotToBegin, begin, end
from openmso.office.incentives.actions.register import NameTaken, NewProgram, register
from openmso.office.incentives.actions.review import NotToBeSigned, review
from openmso.office.incentives.domain.screening import Side, Signed, Verdict, why_not_begin
from openmso.office.incentives.models import IncentiveProgram
from openmso.office.incentives.questions import questions
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history

pytestmark = pytest.mark.requirement("S003-43")

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
HARMLESS = {one.code: False for one in questions()}
FORBIDDEN = [one.code for one in questions() if one.forbids]
ANNE, BERT, CLEO = (uuid4() for _ in range(3))


def signed(medical: UUID = ANNE, compliance: UUID = BERT) -> list[Signed]:
    return [
        Signed(side=Side.MEDICAL, by=medical, verdict=Verdict.MAY_BEGIN),
        Signed(side=Side.COMPLIANCE, by=compliance, verdict=Verdict.MAY_BEGIN),
    ]


def test_two_signatures_and_no_forbidden_effect_let_it_begin() -> None:
    assert why_not_begin(HARMLESS, questions(), signed(), registered_by=CLEO) == ()


@pytest.mark.parametrize("code", FORBIDDEN)
def test_no_signature_heals_a_forbidden_effect(code: str) -> None:
    (reason,) = why_not_begin(HARMLESS | {code: True}, questions(), signed(), registered_by=CLEO)

    assert "forbidden" in reason
    assert "CFR" in reason or "HSC" in reason


@pytest.mark.parametrize(
    ("given", "registered_by", "words"),
    [
        ([], CLEO, "A physician has not signed"),
        (signed()[:1], CLEO, "Compliance has not signed"),
        (signed(compliance=ANNE), CLEO, "Two different people"),
        (signed(), ANNE, "Whoever registered it"),
    ],
)
def test_whoever_must_sign_must_sign(given: list[Signed], registered_by: UUID, words: str) -> None:
    reasons = why_not_begin(HARMLESS, questions(), given, registered_by=registered_by)

    assert any(words in one for one in reasons)


def test_a_question_left_open_stands_against_it() -> None:
    answers = {code: said for code, said in HARMLESS.items() if code != "by_cost"}

    assert "Not answered" in why_not_begin(answers, questions(), signed(), registered_by=CLEO)[0]


# With a database from here on.


@pytest.fixture
def office(db: None) -> Tenant:
    return make_tenant()


@pytest.fixture
def admin(office: Tenant) -> Actor:
    return make_account(Role.OFFICE_ADMIN, office).as_actor()


@pytest.fixture
def physician(office: Tenant) -> Actor:
    return make_account(Role.PHYSICIAN, office).as_actor()


@pytest.fixture
def compliance(office: Tenant) -> Actor:
    return make_account(Role.PRIVACY, office).as_actor()


def registered(by: Actor, **changed: Any) -> IncentiveProgram:
    fields: dict[str, Any] = {
        "name": "Flu shots on time",
        "whom": "doctors",
        "reward": "A payment for each practice that reaches the goal",
        "goal": "Shots given by December, counted by practice",
        "from_on": date(2027, 1, 1),
        "answers": HARMLESS,
    }
    return register(NewProgram(**(fields | changed)), by=by, at=AT)


def test_a_program_is_screened_from_both_sides_before_it_begins(
    admin: Actor, physician: Actor, compliance: Actor
) -> None:
    program = registered(admin)
    with pytest.raises(NotToBegin, match="physician has not signed"):
        begin(program.id, by=admin, at=AT)
    review(program.id, Side.MEDICAL, Verdict.MAY_BEGIN, words="More care.", by=physician, at=AT)
    with pytest.raises(NotToBegin, match="Compliance has not signed"):
        begin(program.id, by=admin, at=AT)
    review(program.id, Side.COMPLIANCE, Verdict.MAY_BEGIN, words="Fine.", by=compliance, at=AT)

    assert begin(program.id, by=admin, at=AT).state == "active"
    assert end(program.id, by=admin, at=AT).state == "ended"
    assert [line.name for line in history(admin.tenant_id, program.id)] == [
        "incentive.registered",
        "incentive.reviewed",
        "incentive.reviewed",
        "incentive.activated",
        "incentive.ended",
    ]


def test_what_rewards_denials_cannot_even_be_signed(admin: Actor, physician: Actor) -> None:
    program = registered(admin, answers=HARMLESS | {"pays_for_no": True}, explanation="Savings.")

    with pytest.raises(NotToBeSigned, match="must not"):
        review(program.id, Side.MEDICAL, Verdict.MAY_BEGIN, words="Fine.", by=physician, at=AT)
    refused = review(
        program.id,
        Side.MEDICAL,
        Verdict.MUST_NOT,
        words="It pays for denials.",
        by=physician,
        at=AT,
    )

    assert refused.state == "refused"
    with pytest.raises(NotToBegin, match="refused"):
        begin(program.id, by=admin, at=AT)


def test_nobody_signs_who_may_not(
    office: Tenant, admin: Actor, physician: Actor, compliance: Actor
) -> None:
    program = registered(admin)
    account = make_account(Role.PHYSICIAN, office, may_sign=False)
    make_licence(account)
    unattested = account.as_actor()

    for side, person in ((Side.MEDICAL, compliance), (Side.COMPLIANCE, physician)):
        with pytest.raises(NotAllowed):
            review(program.id, side, Verdict.MAY_BEGIN, words="Fine.", by=person, at=AT)
    with pytest.raises(NotToBeSigned, match="attestation"):
        review(program.id, Side.MEDICAL, Verdict.MAY_BEGIN, words="Fine.", by=unattested, at=AT)
    with pytest.raises(NotToBeSigned, match="Write what"):
        review(program.id, Side.MEDICAL, Verdict.MAY_BEGIN, words=" ", by=physician, at=AT)


def test_a_name_is_registered_once(admin: Actor) -> None:
    registered(admin)

    with pytest.raises(NameTaken, match="another name"):
        registered(admin)


def test_the_register_on_its_pages(office: Tenant) -> None:
    admin, physician, nurse = (
        signed_in(role, office) for role in (Role.OFFICE_ADMIN, Role.PHYSICIAN, Role.NURSE)
    )
    typed = {
        "name": "Flu shots on time",
        "whom": "doctors",
        "reward": "A payment",
        "goal": "Shots given",
        "from_on": "01/01/2027",
        "explanation": "",
    } | {f"question_{one.code}": "no" for one in questions()}

    unexplained = admin.post("/staff/incentives/new/", typed | {"question_by_cost": "yes"})
    admin.post("/staff/incentives/new/", typed)
    program = IncentiveProgram.objects.get(tenant=office)
    page = f"/staff/incentives/{program.id}/"
    early = admin.post(f"{page}move/", follow=True).content.decode()
    physician.post(page, {"verdict": "may_begin", "words": "It gives more care."})

    assert unexplained.status_code == 422
    assert "You answered yes. Explain it." in unexplained.content.decode()
    assert "A physician has not signed yet" in early
    assert "It gives more care." in admin.get(page).content.decode()
    assert nurse.get(page).status_code == 403
    assert admin.post(page, {"verdict": "may_begin", "words": "Me too."}).status_code == 403
