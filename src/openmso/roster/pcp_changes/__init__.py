"""Members ask for another primary care doctor: passed to the health plan, never decided here."""
