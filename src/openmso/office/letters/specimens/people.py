"""The invented people and houses of the specimens: who writes, who reads, who helps."""

from datetime import date

from ..fields import Professional
from ..letter import Reader
from ..letterhead import Addressee, ContactLine, Letterhead
from ..taglines import LanguageLine

SENT = date(2026, 11, 24)

LETTERHEADS = {
    "en": Letterhead(
        name="Laurel Canyon Medical Management",
        legal_name="Laurel Canyon Medical Management, Inc.",
        address_lines=("4200 Example Avenue, Suite 310", "Los Angeles, CA 90000"),
        website="laurelcanyon.example",
        lines=(
            ContactLine(
                purpose="member_services",
                label="Member services",
                phone="1-800-555-0142",
                tty="711",
                hours="Monday to Friday, 8 AM to 6 PM",
            ),
            ContactLine(
                purpose="grievances",
                label="Complaints and appeals",
                phone="1-800-555-0143",
                tty="711",
            ),
        ),
    ),
    "es": Letterhead(
        name="Laurel Canyon Medical Management",
        legal_name="Laurel Canyon Medical Management, Inc.",
        address_lines=("4200 Example Avenue, Suite 310", "Los Angeles, CA 90000"),
        website="laurelcanyon.example",
        lines=(
            ContactLine(
                purpose="member_services",
                label="Servicios para miembros",
                phone="1-800-555-0142",
                tty="711",
                hours="de lunes a viernes, de 8 a. m. a 6 p. m.",
            ),
            ContactLine(
                purpose="grievances",
                label="Quejas y apelaciones",
                phone="1-800-555-0143",
                tty="711",
            ),
        ),
    ),
}
PAGE = "https://portal.laurelcanyon.example/l/K7QF-2MRT-9XWD/"
LANGUAGE_LINES = (
    LanguageLine(phone="1-800-555-0144", tty="711"),
    LanguageLine(phone="1-800-555-0145", tty="711", language="zh-Hant"),
)
MEMBER = Addressee(
    name="Rosa Delgado Fuentes",
    address_lines=("118 Example Street, Apt 4", "Los Angeles, CA 90000"),
)
PRACTICE = Addressee(
    name="Elm Street Family Practice",
    address_lines=("77 Example Boulevard", "Los Angeles, CA 90000"),
)

HOSPITAL = Addressee(
    name="Harbor Point Hospital",
    address_lines=("900 Example Way", "Los Angeles, CA 90000"),
)
ADDRESSEES = {Reader.MEMBER: MEMBER, Reader.PROVIDER: PRACTICE, Reader.HOSPITAL: HOSPITAL}
DOCTOR = Professional(
    name="Dr. Samuel Okafor", title="Physician, physical medicine", phone="1-213-555-0150"
)
