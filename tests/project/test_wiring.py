"""The adapters are plugged in when Django has started, in every process."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from openmso.adapters.fax.simulator import FaxSimulator
from openmso.adapters.mail_house.folder import MailHouseFolder
from openmso.adapters.mail_house.simulator import MailHouseSimulator
from openmso.adapters.virus_scan.clamav import ClamAv
from openmso.office.outbound.interfaces import wiring
from openmso.project.address_book import RosterAddressBook
from openmso.project.settings import base
from openmso.project.wiring import exchange_folder, plug_in, scanner


def test_the_gate_has_its_address_book_and_a_carrier_for_each_way() -> None:
    assert isinstance(wiring.book(), RosterAddressBook)
    assert isinstance(wiring.carrier("mail"), MailHouseSimulator)
    assert isinstance(wiring.carrier("fax"), FaxSimulator)


def test_operation_uses_the_watched_folders() -> None:
    before = dict(wiring.carriers)
    try:
        with override_settings(CARRIERS=base.CARRIERS):
            plug_in()

        assert isinstance(wiring.carrier("mail"), MailHouseFolder)
    finally:
        wiring.carriers = before


def test_the_exchange_folder_is_the_installation_s_choice(tmp_path: Path) -> None:
    with override_settings(EXCHANGE_DIR=tmp_path):
        assert exchange_folder("fax") == tmp_path / "fax"


def test_the_virus_scanner_is_the_one_the_settings_name() -> None:
    assert scanner("") is None
    assert isinstance(scanner("unix:/run/clamav/clamd.ctl"), ClamAv)


@pytest.mark.parametrize("address", ["clamd", "simulated"])
def test_a_real_office_has_a_real_scanner_or_none(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="OPENMSO_VIRUS_SCANNER"):
        scanner(address)
