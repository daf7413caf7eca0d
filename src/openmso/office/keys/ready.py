"""Whether this installation has every key it works with, and making the ones it never had."""

from contextlib import suppress

from .file_keys import current_file_key, file_keys, make_file_key
from .folder import KeyMissing
from .signing import lay_out_public_half, make_signing_key, signing_key


def make_missing_keys() -> list[str]:
    """Make each key that is not there yet; return what was made, in words.

    Raises KeyMissing when one is there and cannot be read.
    """
    made = []
    with suppress(FileExistsError):
        make_signing_key()
        made.append("the key that signs seals")
    lay_out_public_half(signing_key())
    if not file_keys():
        with suppress(FileExistsError):
            make_file_key()
            made.append("the key that locks files")
    return made


def what_keys_lack() -> str:
    """Return a sentence about the first key that is missing or broken; empty when all are there."""
    try:
        signing_key()
        current_file_key()
    except KeyMissing as lack:
        return str(lack)
    return ""
