"""A line people can call, with its text telephone beside it and the right relay advice.

Relay callers differ: a text telephone or voice relay dials the relay's service code, video relay
and internet relay callers call the toll-free number, captioned telephones call the line directly.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """Numbers as stored; empty where there is none. `label` is in the reader's language."""

    purpose: str
    label: str
    voice: str
    tty: str = ""
    toll_free: str = ""
    hours: str = ""

    @property
    def for_internet_relay(self) -> str:
        """The number for video relay, internet relay and captioned telephones: never 711."""
        return self.toll_free or self.voice
