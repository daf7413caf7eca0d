"""Whom a hospital calls about a request, day and night: the same lines as a practice."""

from openmso.office.letters.wording.provider_en.getting_help import (
    getting_help,
    offer_of_translation,
)

__all__ = ["getting_help", "offer_of_translation"]
