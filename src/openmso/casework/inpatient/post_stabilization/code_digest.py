"""What the database keeps of a one-time code."""

from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac


def digest_of(secret: str, code_id: UUID) -> str:
    """Return 64 hexadecimal digits that need the installation's key to be tried out."""
    return salted_hmac(f"hospital code {code_id}", secret, algorithm="sha256").hexdigest()


def is_code(typed: str, digest: str, code_id: UUID) -> bool:
    """Tell whether this is the code, taking the same time for every wrong one."""
    return bool(digest) and constant_time_compare(digest_of(typed, code_id), digest)
