"""Privacy staff hear of every use of emergency access and say once, for good, what they found."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from factories.access import make_account
from factories.emergency_access import make_emergency
from factories.prior_auth import World, make_request, make_world
from openmso.office.access.actor import NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.emergency_access.actions.review_access import (
    AlreadyReviewed,
    MisuseUntold,
    review_access,
)
from openmso.office.emergency_access.jobs import tell_privacy_staff
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.emergency_access.queries import AccessNotFound, waiting_for_review
from openmso.office.timeline.models import CaseEvent

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-16")]

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def use(world: World) -> EmergencyAccess:
    return make_emergency(make_request(world), make_account(Role.NURSE, world.tenant), opened_at=AT)


@pytest.fixture
def privacy(world: World) -> Account:
    return make_account(Role.PRIVACY, world.tenant)


def test_a_review_is_stored_with_who_and_when_and_leaves_the_list(
    use: EmergencyAccess, privacy: Account
) -> None:
    by = privacy.as_actor()

    review_access(use.id, verdict="misuse", notes="No call that day.", by=by, at=AT)

    use.refresh_from_db()
    assert (use.verdict, use.notes) == ("misuse", "No call that day.")
    assert (use.reviewed_by_id, use.reviewed_at) == (privacy.id, AT)
    assert waiting_for_review(by) == []
    line = CaseEvent.objects.get(name="emergency_access.reviewed")
    assert (line.case_id, line.details["verdict"]) == (use.id, "misuse")


def test_a_second_review_is_told_who_was_first(use: EmergencyAccess, privacy: Account) -> None:
    review_access(use.id, verdict="in_order", notes="", by=privacy.as_actor(), at=AT)
    colleague = make_account(Role.PRIVACY, privacy.tenant).as_actor()

    with pytest.raises(AlreadyReviewed, match=privacy.name):
        review_access(use.id, verdict="misuse", notes="Look again.", by=colleague, at=AT)

    use.refresh_from_db()
    assert use.verdict == "in_order"


def test_misuse_needs_words(use: EmergencyAccess, privacy: Account) -> None:
    with pytest.raises(MisuseUntold):
        review_access(use.id, verdict="misuse", notes="  ", by=privacy.as_actor(), at=AT)


def test_nobody_reviews_their_own(world: World) -> None:
    both = make_account(Role.NURSE, world.tenant, roles=["um_nurse", "privacy_officer"])
    own = make_emergency(make_request(world), both)

    with pytest.raises(NotAllowed):
        review_access(own.id, verdict="in_order", notes="", by=both.as_actor(), at=AT)
    reviewed = {"verdict": "in_order", "reviewed_at": AT, "reviewed_by_id": both.id}
    with pytest.raises(IntegrityError), transaction.atomic():
        EmergencyAccess.objects.filter(id=own.id).update(**reviewed)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PRIVACY])
def test_no_other_role_reviews(use: EmergencyAccess, role: Role) -> None:
    somebody = make_account(role, use.tenant).as_actor()

    with pytest.raises(NotAllowed):
        review_access(use.id, verdict="in_order", notes="", by=somebody, at=AT)
    with pytest.raises(NotAllowed):
        waiting_for_review(somebody)


def test_another_office_s_reviewer_finds_nothing(use: EmergencyAccess) -> None:
    stranger = make_account(Role.PRIVACY).as_actor()

    with pytest.raises(AccessNotFound):
        review_access(use.id, verdict="in_order", notes="", by=stranger, at=AT)
    assert waiting_for_review(stranger) == []


def test_what_is_due_first_stands_first(
    world: World, use: EmergencyAccess, privacy: Account
) -> None:
    nurse = make_account(Role.NURSE, use.tenant)
    case = make_request(world, diagnoses=("M51.26",))
    earlier = make_emergency(case, nurse, opened_at=AT - timedelta(days=2))

    waiting = waiting_for_review(privacy.as_actor())

    assert [one.id for one in waiting] == [earlier.id, use.id]


def test_the_mail_names_nobody_and_goes_to_those_who_review(
    use: EmergencyAccess, privacy: Account
) -> None:
    make_account(Role.PRIVACY, privacy.tenant, is_active=False)
    make_account(Role.PRIVACY)

    tell_privacy_staff(str(use.tenant_id), "prior_auth", str(use.about_id), str(use.id))

    assert [message.to for message in mail.outbox] == [[privacy.email]]
    said = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    for secret in (use.account_name, use.about_number, use.words, str(use.about_id)):
        assert secret not in said
