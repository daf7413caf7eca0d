"""The names of what happens at the gate, on the timeline of the case the letter is about."""

ORDERED = "letter.handed_to_gate"
SENT = "letter.sent"
PUBLISHED = "letter.published"
FAILED = "letter.sending_failed"
SENT_ALREADY = "letter.sent_again_refused"
