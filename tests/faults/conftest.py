"""What every shot at a running office needs: the office, a practice of it and a patient."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_django import DjangoDbBlocker

from factories.access import make_account
from factories.prior_auth import make_world
from factories.roster import make_list_entry
from faults.office_under_fire import office_under_fire
from faults.scene import NOT_NEEDED, Scene
from openmso.office.access.roles import Role
from openmso.project.bench.browser import signed_in
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.domain.search import MemberSearch


@pytest.fixture(scope="module")
def scene(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:
    with django_db_blocker.unblock(), office_under_fire(tmp_path_factory.mktemp("fire")) as office:
        world = make_world()
        make_list_entry(world.tenant, NOT_NEEDED, answer="not_required", plan=world.plan)
        account = make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
        number = CoverageSpan.objects.get(member=world.member).member_number
        now = datetime.now(UTC)
        receipt = check_eligibility(
            EligibilityQuestion(search=MemberSearch(number=number), for_date=now.date()),
            by=account.as_actor(),
            at=now,
        )
        yield Scene(office, world, signed_in(account), receipt.number)
