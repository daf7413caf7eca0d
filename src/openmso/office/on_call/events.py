"""The names of what can happen on call.

The first three stand on the timeline of the case that the page is about, for whoever works on it:
a case kind subscribes with `@when(events.UNANSWERED)` and looks at its own `case_kind`. The others
stand on the history of the page, or of the schedule, itself.
"""

PAGED = "on_call.paged"
ACKNOWLEDGED = "on_call.acknowledged"
UNANSWERED = "on_call.unanswered"

PAGE_ASKED = "page.asked"
PAGE_ASKED_AGAIN = "page.asked_again"
PAGE_CALLED = "page.called"
PAGE_ESCALATED = "page.escalated"
PAGE_SENT = "page.sent"
PAGE_DELIVERED = "page.delivered"
PAGE_FAILED = "page.sending_failed"
PAGE_ACKNOWLEDGED = "page.acknowledged"
PAGE_NOBODY_LEFT = "page.nobody_left"

PUBLISHED = "duty_schedule.published"
SWAPPED = "duty_schedule.swapped"
LEAVE_NOTED = "duty_leave.noted"
PAGER_SET = "account.pager_set"
CALL_TAKEN = "call_taken.taken"
