"""Numbers that look right, pass every check and belong to nobody.

NPIs start with 2, a range the registry does not hand out; telephone numbers are in the range that
is kept free for fiction.
"""

from stdnum import luhn

_MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY"
_CIN_LETTERS = "ACDEFGHMNPSTUVWXY"


def invented_npi(serial: int) -> str:
    """Return the NPI of the `serial`-th invented practitioner or practice (0 to 99,999,999)."""
    body = f"2{serial:08d}"
    return body + luhn.calc_check_digit("80840" + body)


def invented_mbi(serial: int) -> str:
    """Return the Medicare number of the `serial`-th invented person (below 160 million)."""
    rest, last_two = divmod(serial, 100)
    rest, fourth = divmod(rest, len(_MBI_LETTERS))
    rest, third = divmod(rest, len(_MBI_LETTERS))
    rest, digit = divmod(rest, 10)
    rest, second = divmod(rest, len(_MBI_LETTERS))
    first = _MBI_LETTERS[rest % len(_MBI_LETTERS)]
    letters = _MBI_LETTERS
    return (
        f"9{first}A{digit}{letters[second]}0{digit}{letters[third]}{letters[fourth]}{last_two:02d}"
    )


def invented_cin(serial: int) -> str:
    """Return the Medi-Cal number of the `serial`-th invented person (below 170 million)."""
    rest, digits = divmod(serial, 10_000_000)
    return f"9{digits:07d}{_CIN_LETTERS[rest % len(_CIN_LETTERS)]}"


def invented_phone(area_code: str, serial: int) -> str:
    """Return one of the hundred telephone numbers of an area that are kept for fiction."""
    return f"{area_code}-555-01{serial % 100:02d}"
