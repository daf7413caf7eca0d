"""The desks of on-call, as far as this person may open them."""

from openmso.office.access.permissions import Permission

from ..tabs import tabs_of

tabs = tabs_of(
    ("Week", "staff:on_call", Permission.ON_CALL_READ),
    ("Pages", "staff:on_call_pages", Permission.ON_CALL_READ),
    ("My pages", "staff:on_call_mine", Permission.ON_CALL_ANSWER),
    ("Take a call", "staff:on_call_calls", Permission.ON_CALL_TAKE_CALL),
    ("Answer by code", "staff:on_call_code", Permission.ON_CALL_TAKE_CALL),
    ("Publish", "staff:on_call_publish", Permission.ON_CALL_PLAN),
    ("Weekly pattern", "staff:on_call_publish_weekly", Permission.ON_CALL_PLAN),
    ("Away", "staff:on_call_leave", Permission.ON_CALL_PLAN),
)
