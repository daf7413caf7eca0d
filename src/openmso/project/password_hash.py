"""How passwords are kept: Argon2id at 19 MiB, two passes, one lane (OWASP's first choice).

Django's own default needs five times the memory; here the rate of sign-ins stays bearable on
two cores while a stolen table still costs its thief dearly.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """Django's Argon2 hasher with our costs; raising them re-hashes at the next sign-in."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
