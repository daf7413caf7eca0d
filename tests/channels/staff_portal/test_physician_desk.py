"""The physician's desk: read, choose, see the letter, sign one case. Nobody else denies."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from factories import roster
from factories.access import make_account, make_attestation, make_licence, sign_in, signed_in
from factories.decisions import DECIDED_AT, answer_points, nurse_of
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.actions.set_urgency import set_urgency
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.channels.staff_portal.urls import urlpatterns
from openmso.office.access.models import Account
from openmso.office.access.roles import ROLES, Role
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter

pytestmark = pytest.mark.django_db
SIGN_IN = 1
Asserter = Callable[..., Any]
HARD = (
    "Notwithstanding the aforementioned documentation, conservative multidisciplinary "
    "rehabilitation interventions remain insufficiently substantiated by the requesting facility."
)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def physician(world: World) -> Account:
    return make_account(Role.PHYSICIAN, world.tenant)


@pytest.fixture
def desk(physician: Account) -> Client:
    return sign_in(Client(), physician)


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    return with_physician(world)


def with_physician(world: World, **given: Any) -> AuthorizationRequest:
    request = make_request(world, **given)
    answer_points(request, nurse_of(world), p1="met", p2="not_met")
    by = nurse_of(world)
    return send_to_physician(request.id, note="No weakness is shown.", by=by, at=DECIDED_AT)


def desk_of(case: AuthorizationRequest, name: str = "prior_auth_decide") -> str:
    return reverse(f"staff:{name}", args=[case.id])


def read_everything(desk: Client, case: AuthorizationRequest) -> None:
    for document in Document.objects.filter(case_id=case.id):
        desk.get(reverse("staff:document", args=[case.id, document.id]))


def denial(case: AuthorizationRequest, **changed: Any) -> dict[str, Any]:
    fields = {
        "choice": "deny",
        "ground": "medical_appropriateness",
        "clinical_reason": "Strength is normal in both legs; point 2 is not met.",
        "plain_reason": "Your leg is strong. The scan would not help you now.",
        "alternative": "",
        "version": AuthorizationRequest.objects.get(id=case.id).version,
    }
    return fields | changed


def signed_from(answer: Any) -> dict[str, Any]:
    """What the page with the letter sends when its button is pressed."""
    return dict(answer.context["carried"]) | {"shown": answer.context["shown"]}


def state_of(case: AuthorizationRequest) -> str:
    return str(AuthorizationRequest.objects.get(id=case.id).state)


def test_the_desk_takes_eight_queries(
    desk: Client, case: AuthorizationRequest, django_assert_max_num_queries: Asserter
) -> None:
    desk.get(desk_of(case))

    with django_assert_max_num_queries(8 + SIGN_IN):
        assert desk.get(desk_of(case)).status_code == 200


def test_the_nurse_s_note_and_the_standing_of_the_signer_are_shown(
    desk: Client, case: AuthorizationRequest
) -> None:
    text = desk.get(desk_of(case)).content.decode()

    assert "No weakness is shown." in text
    assert "Physician license valid today in CA" in text
    assert "valid to 12/31/2039" in text
    assert "1 of 1 records not opened by you yet" in text


@pytest.mark.requirement("S000-69", "S001-187", "S003-39")
def test_no_price_and_no_count_of_denials_stands_near_the_decision(
    desk: Client, case: AuthorizationRequest
) -> None:
    text = desk.get(desk_of(case)).content.decode().lower()

    for word in ("$", "price", "margin", "denial rate", "overturned", "per cent"):
        assert word not in text, word


@pytest.mark.requirement("S003-29")
def test_deny_is_offered_only_after_every_record_was_opened(
    desk: Client, case: AuthorizationRequest
) -> None:
    before = desk.get(desk_of(case)).content.decode()
    read_everything(desk, case)
    after = desk.get(desk_of(case)).content.decode()

    assert 'value="deny"' not in before
    assert 'value="deny"' in after


@pytest.mark.requirement("S003-29", "S003-40")
def test_a_denial_sent_without_opening_the_records_is_refused_and_kept(
    desk: Client, case: AuthorizationRequest
) -> None:
    answer = desk.post(desk_of(case), denial(case))

    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Open the records first" in text
    assert "point 2 is not met" in text
    assert state_of(case) == "with_physician"


def test_the_letter_is_shown_before_anything_is_decided(
    desk: Client, case: AuthorizationRequest, world: World
) -> None:
    read_everything(desk, case)

    answer = desk.post(desk_of(case), denial(case))

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "This is the letter. Sign this one case." in text
    assert "The scan would not help you now." in text
    assert world.member.family_name in text
    assert state_of(case) == "with_physician"
    assert not Decision.objects.filter(request=case).exists()
    assert not OrderedLetter.objects.filter(case_id=case.id).exists()


@pytest.mark.requirement("S003-38", "S000-70", "S001-188")
def test_a_signed_denial_keeps_what_was_on_the_screen(
    desk: Client, case: AuthorizationRequest, physician: Account
) -> None:
    read_everything(desk, case)
    letter = desk.post(desk_of(case), denial(case))

    done = desk.post(desk_of(case, "prior_auth_sign"), signed_from(letter))

    decision = Decision.objects.get(request=case)
    assert done["Location"] == reverse("staff:prior_auth_case", args=[case.id])
    assert state_of(case) == "denied"
    assert decision.signed_by_id == physician.id
    assert decision.shown["criteria"] == {"1": "met", "2": "not_met"}
    assert decision.shown["documents_opened"] == decision.shown["documents"]
    assert decision.shown["criteria_edition"] == str(case.criteria_edition_id)
    assert decision.shown["letters"]


def test_without_what_was_shown_the_letter_is_shown_again(
    desk: Client, case: AuthorizationRequest
) -> None:
    read_everything(desk, case)

    answer = desk.post(desk_of(case, "prior_auth_sign"), denial(case, shown="made up"))

    assert "This is the letter" in answer.content.decode()
    assert state_of(case) == "with_physician"


def test_a_signature_holds_only_for_the_words_that_were_shown(
    desk: Client, case: AuthorizationRequest
) -> None:
    read_everything(desk, case)
    shown = signed_from(desk.post(desk_of(case), denial(case)))

    answer = desk.post(
        desk_of(case, "prior_auth_sign"), shown | {"plain_reason": "You do not need this."}
    )

    assert answer.status_code == 200
    assert "You do not need this." in answer.content.decode()
    assert state_of(case) == "with_physician"


def test_the_signature_page_of_another_case_is_worth_nothing(
    desk: Client, case: AuthorizationRequest, world: World
) -> None:
    other = with_physician(world, diagnoses=("M51.26",))
    read_everything(desk, case)
    read_everything(desk, other)
    letter = desk.post(desk_of(case), denial(case))

    answer = desk.post(desk_of(other, "prior_auth_sign"), signed_from(letter))

    assert "This is the letter" in answer.content.decode()
    assert state_of(other) == "with_physician"


def test_text_above_the_reading_limit_is_refused_in_words(
    desk: Client, case: AuthorizationRequest
) -> None:
    read_everything(desk, case)

    answer = desk.post(desk_of(case), denial(case, plain_reason=HARD))
    live = desk.post(reverse("staff:reading_grade"), {"plain_reason": HARD})

    assert answer.status_code == 422
    assert "grade 6 at most" in answer.content.decode()
    assert HARD in answer.content.decode()
    assert "grade--too-hard" in live.content.decode()


def test_a_member_who_reads_spanish_gets_the_reason_in_spanish() -> None:
    world = make_world(language="es")
    desk = signed_in(Role.PHYSICIAN, world.tenant)
    case = with_physician(world)
    read_everything(desk, case)

    without = desk.post(desk_of(case), denial(case))
    spanish = "Su pierna tiene fuerza. La prueba no le ayuda ahora."
    letter = desk.post(desk_of(case), denial(case, plain_reason_es=spanish))

    assert without.status_code == 422
    assert spanish in letter.content.decode()
    assert 'lang="es"' in letter.content.decode()


@pytest.mark.requirement("S004-21")
def test_a_treatment_to_try_first_is_named_in_both_languages_of_the_letter() -> None:
    world = make_world(language="es")
    desk = signed_in(Role.PHYSICIAN, world.tenant)
    case = with_physician(world)
    read_everything(desk, case)
    reason = "Su pierna tiene fuerza. La prueba no le ayuda ahora."
    said = {"plain_reason_es": reason, "alternative": "A walker", "alternative_es": "Un andador"}

    without_spanish = desk.post(desk_of(case), denial(case, **said | {"alternative_es": ""}))
    without_english = desk.post(desk_of(case), denial(case, **said | {"alternative": ""}))
    letter = desk.post(desk_of(case), denial(case, **said)).content.decode()

    assert "Name the treatment in Spanish too." in without_spanish.content.decode()
    assert "Name the treatment in English too." in without_english.content.decode()
    assert "pruebe primero esto: Un andador" in letter


@pytest.mark.requirement("S000-71", "S001-189")
def test_not_covered_needs_a_section_of_this_plan_and_year(
    desk: Client, case: AuthorizationRequest, world: World
) -> None:
    read_everything(desk, case)
    section = roster.make_benefit_section(world.plan, covered=False, section="8.1")
    foreign = roster.make_benefit_section(roster.make_plan(world.tenant), covered=False)

    none = desk.post(desk_of(case), denial(case, ground="not_covered"))
    other = desk.post(
        desk_of(case), denial(case, ground="not_covered", benefit_section=str(foreign.id))
    )
    right = desk.post(
        desk_of(case), denial(case, ground="not_covered", benefit_section=str(section.id))
    )

    assert (none.status_code, other.status_code, right.status_code) == (422, 422, 200)


@pytest.mark.requirement("S003-38")
def test_there_is_no_third_ground(desk: Client, case: AuthorizationRequest) -> None:
    read_everything(desk, case)

    answer = desk.post(desk_of(case), denial(case, ground="missing_papers"))

    assert answer.status_code == 422
    assert state_of(case) == "with_physician"


def test_a_part_is_approved_by_quantity(desk: Client, world: World) -> None:
    case = with_physician(world, quantity=12, unit="visit")
    read_everything(desk, case)

    wrong = [
        desk.post(desk_of(case), denial(case, choice="in_part", line_1=typed)).status_code
        for typed in ("0", "12", "13", "many", "")
    ]
    letter = desk.post(desk_of(case), denial(case, choice="in_part", line_1="8"))
    desk.post(desk_of(case, "prior_auth_sign"), signed_from(letter))

    assert wrong == [422] * 5
    assert state_of(case) == "partly_approved"
    assert case.services.get().approved_quantity == 8


def test_a_physician_approves_on_the_same_desk(desk: Client, case: AuthorizationRequest) -> None:
    letter = desk.post(desk_of(case), {"choice": "approve", "version": case.version})

    desk.post(desk_of(case, "prior_auth_sign"), signed_from(letter))

    assert state_of(case) == "approved"


def test_who_goes_back_finds_everything_typed(desk: Client, case: AuthorizationRequest) -> None:
    read_everything(desk, case)
    letter = desk.post(desk_of(case), denial(case))

    back = desk.post(desk_of(case), signed_from(letter) | {"change": "1"})

    assert back.status_code == 200
    assert "point 2 is not met" in back.content.decode()


@pytest.mark.requirement("S000-67")
def test_without_a_current_attestation_one_may_read_and_not_decide(
    world: World, case: AuthorizationRequest
) -> None:
    account = make_account(Role.PHYSICIAN, world.tenant, may_sign=False)
    desk = sign_in(Client(), account)

    page = desk.get(desk_of(case)).content.decode()
    sent = desk.post(desk_of(case), {"choice": "approve", "version": case.version})

    assert "You have not signed the attestation." in page
    assert reverse("staff:attestation") in page
    assert "See the letter" not in page
    assert sent.status_code == 403
    assert state_of(case) == "with_physician"


@pytest.mark.requirement("S000-67")
def test_the_page_of_a_plain_yes_says_that_the_attestation_has_lapsed_and_where_it_is_signed(
    world: World,
) -> None:
    case = make_request(world)
    account = make_account(Role.PHYSICIAN, world.tenant, may_sign=False)
    make_licence(account)
    make_attestation(account, until_on=DECIDED_AT.date())
    desk = sign_in(Client(), account)

    page = desk.get(desk_of(case, "prior_auth_approve"))
    sent = desk.post(desk_of(case, "prior_auth_approve"), {"version": case.version})

    for answer in (page, sent):
        assert "attestation that no reward is paid for denials is not current" in (
            answer.content.decode()
        )
        assert reverse("staff:attestation") in answer.content.decode()
    assert (page.status_code, sent.status_code) == (200, 403)
    assert state_of(case) == "in_review"

    make_attestation(account)
    desk.post(desk_of(case, "prior_auth_approve"), {"version": case.version})

    assert state_of(case) == "approved"


def test_a_lapsed_attestation_says_since_when(world: World, case: AuthorizationRequest) -> None:
    account = make_account(Role.PHYSICIAN, world.tenant, may_sign=False)
    make_attestation(account, until_on=DECIDED_AT.date())

    page = sign_in(Client(), account).get(desk_of(case)).content.decode()

    assert "Your attestation ended on 11/19/2026." in page


def test_the_attestation_is_read_and_signed(world: World) -> None:
    account = make_account(Role.PHYSICIAN, world.tenant, may_sign=False)
    desk = sign_in(Client(), account)

    unread = desk.post("/staff/attestation/", {"edition": "2026-1"})
    old = desk.post("/staff/attestation/", {"edition": "1999", "agreed": "on"})
    desk.post("/staff/attestation/", {"edition": "2026-1", "agreed": "on"})

    assert (unread.status_code, old.status_code) == (422, 422)
    assert [row.until_on.isoformat() for row in account.attestations.all()] == ["2027-11-20"]


def test_the_second_of_two_reviewers_is_told(
    desk: Client, case: AuthorizationRequest, world: World
) -> None:
    read_everything(desk, case)
    letter = desk.post(desk_of(case), denial(case))
    set_urgency(case.id, urgency=Urgency.EXPEDITED, why="Pain", by=nurse_of(world), at=DECIDED_AT)

    answer = desk.post(desk_of(case, "prior_auth_sign"), signed_from(letter))

    assert answer.status_code == 409
    assert "point 2 is not met" in answer.content.decode()
    assert state_of(case) == "with_physician"


@pytest.mark.requirement("S003-29", "S003-40")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PHYSICIAN])
def test_nobody_but_a_physician_denies_by_any_page(
    world: World, case: AuthorizationRequest, role: Role
) -> None:
    """Sends a whole denial to every address of the portal that takes a case."""
    client = signed_in(role, world.tenant)
    read_everything(client, case) if ROLES[role].area == "staff" else None

    for pattern in urlpatterns:
        wanted = set(pattern.pattern.converters)
        if "request_id" not in wanted:
            continue
        known = {"request_id": case.id, "code": "1", "document_id": case.id, "talk_id": case.id}
        address = reverse(f"staff:{pattern.name}", kwargs={key: known[key] for key in wanted})
        client.post(address, denial(case) | {"approved": "0", "outcome": "denied"})

    assert state_of(case) != "denied"
    assert state_of(case) != "partly_approved"
    assert not Decision.objects.filter(request=case, outcome__in=["denied", "partly_approved"])
