"""Registers arrived papers so that lists and histories can find and open them."""

from openmso.office.timeline.case_kinds import CaseKind, register

ARRIVED_PAPER = "arrived_paper"

register(CaseKind(key=ARRIVED_PAPER, label="Arrived paper", page="staff:mail_paper"))
