"""What every carrier promises, whatever stands behind it: the same tests for the real ones and the
simulated ones."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from openmso.adapters.exchange_folder import ExchangeFolder
from openmso.adapters.fax.folder import FaxFolder
from openmso.adapters.fax.simulator import FaxSimulator
from openmso.adapters.mail_house.folder import MailHouseFolder
from openmso.adapters.mail_house.simulator import MailHouseSimulator
from openmso.office.outbound.interfaces import Address, Carrier, CarrierFailed

ROSA = Address(
    name="Rosa Delgadillo",
    lines=("118 Example Street", "Los Angeles, CA 90000"),
    fax="213-555-0119",
    language="es",
)
LETTER = b"%PDF-1.7 a letter"

Maker = Callable[[Path], Carrier]
EVERY_CARRIER = pytest.mark.parametrize(
    "make", [MailHouseFolder, MailHouseSimulator, FaxFolder, FaxSimulator]
)


def hand_over(carrier: Carrier, key: str = "one", *, address: Address = ROSA) -> str:
    return carrier.hand_over(key=key, address=address, content=LETTER, file_name="denial.pdf")


@EVERY_CARRIER
def test_a_piece_arrives_whole_with_its_ticket(make: Maker, tmp_path: Path) -> None:
    proof = hand_over(make(tmp_path))

    ticket = ExchangeFolder(tmp_path).ticket_of("one")
    assert proof
    assert ticket is not None
    assert (tmp_path / str(ticket["file"])).read_bytes() == LETTER
    assert ticket["bytes"] == len(LETTER)
    assert ticket["language"] == "es"


@EVERY_CARRIER
def test_one_key_is_one_piece_and_one_proof(make: Maker, tmp_path: Path) -> None:
    carrier = make(tmp_path)

    proofs = {hand_over(carrier), hand_over(carrier), hand_over(make(tmp_path))}

    assert len(proofs) == 1
    assert len(ExchangeFolder(tmp_path).tickets()) == 1


@EVERY_CARRIER
def test_a_key_handed_over_by_many_at_once_is_one_piece(make: Maker, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        proofs = list(workers.map(lambda _: hand_over(make(tmp_path)), range(24)))

    assert len(set(proofs)) == 1
    assert len(ExchangeFolder(tmp_path).tickets()) == 1
    assert not list(tmp_path.glob(".part-*"))


@EVERY_CARRIER
def test_a_second_try_never_changes_whom_the_first_one_went_to(make: Maker, tmp_path: Path) -> None:
    carrier = make(tmp_path)
    hand_over(carrier)

    hand_over(carrier, address=Address(name="Somebody Else", lines=("9 Other Road",), fax="9"))

    ticket = ExchangeFolder(tmp_path).ticket_of("one")
    assert ticket is not None
    assert "Rosa Delgadillo" in str(ticket["to"])


@EVERY_CARRIER
def test_different_keys_are_different_pieces(make: Maker, tmp_path: Path) -> None:
    carrier = make(tmp_path)

    assert hand_over(carrier, "one") != hand_over(carrier, "two")
    assert len(ExchangeFolder(tmp_path).tickets()) == 2


@EVERY_CARRIER
def test_the_proof_fits_the_gate_s_column(make: Maker, tmp_path: Path) -> None:
    proof = hand_over(make(tmp_path), "b0b5f4a4-6f0c-4f83-a2b8-1d6ef0d1a001")

    assert len(proof) <= 120


@EVERY_CARRIER
def test_a_receiver_without_an_address_is_refused_with_a_sentence(
    make: Maker, tmp_path: Path
) -> None:
    with pytest.raises(CarrierFailed, match="There is no"):
        hand_over(make(tmp_path), address=Address(name="Rosa Delgadillo"))


@EVERY_CARRIER
def test_a_folder_that_cannot_be_written_is_a_failure_to_try_again(
    make: Maker, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("a file stands where the folder should be")

    with pytest.raises(CarrierFailed, match="cannot be written"):
        hand_over(make(in_the_way))


@pytest.mark.parametrize(
    ("letter_format", "order"),
    [("standard", "print"), ("large_print", "print"), ("braille", "braille"), ("audio", "audio")],
)
@pytest.mark.requirement("S000-56")
def test_the_mail_house_is_told_which_format_to_make(
    letter_format: str, order: str, tmp_path: Path
) -> None:
    receiver = Address(name="Evelyn Stanhope", lines=("1 Road",), letter_format=letter_format)

    hand_over(MailHouseFolder(tmp_path), address=receiver)

    ticket = ExchangeFolder(tmp_path).ticket_of("one")
    assert ticket is not None
    assert str(ticket["order"]).startswith(order)
    assert ticket["format"] == letter_format


@pytest.mark.parametrize("make", [MailHouseSimulator, FaxSimulator])
def test_a_simulated_vendor_can_be_told_to_refuse(
    make: Callable[[Path], MailHouseSimulator | FaxSimulator], tmp_path: Path
) -> None:
    make(tmp_path).mood.refuse("The line is busy.")

    with pytest.raises(CarrierFailed, match="busy"):
        hand_over(make(tmp_path))
    make(tmp_path).mood.take()

    assert hand_over(make(tmp_path))
