"""How the house writes telephone numbers: (213) 555-0114, and short service codes as they are."""

import phonenumbers
from django.utils.html import format_html
from django.utils.safestring import SafeString

COUNTRY = "US"


def written(number: str) -> str:
    """Return the number as people read it; what is no full number stays as it is."""
    parsed = parsed_number(number)
    if parsed is None:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))


def dialled(number: str) -> str:
    """Return the address that dials the number: "tel:+1-213-555-0114", "tel:711"."""
    parsed = parsed_number(number)
    if parsed is None:
        return f"tel:{number}"
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.RFC3966))


def dial_link(number: str) -> SafeString:
    """Return a link that dials the number; its digits run left to right in every language."""
    return format_html(
        '<a class="usa-link" href="{}" dir="ltr">{}</a>', dialled(number), written(number)
    )


def parsed_number(number: str) -> phonenumbers.PhoneNumber | None:
    """Return the full number in `number`, or None for a service code or anything else."""
    try:
        parsed = phonenumbers.parse(number, COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None
