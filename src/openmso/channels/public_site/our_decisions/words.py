"""Outcomes, deciders and kinds of care in plain words, in the language of the page."""

from django.utils.translation import gettext_lazy as _

from openmso.oversight.our_decisions.domain.releasing import DecidedBy, Outcome

OUTCOMES = {
    Outcome.UPHELD: _("The no stayed"),
    Outcome.OVERTURNED: _("The no became a yes"),
    Outcome.IN_PART: _("A part of the no became a yes"),
}
DECIDED_BY = {
    DecidedBy.US: _("We looked again"),
    DecidedBy.IMR: _("Independent Medical Review"),
    DecidedBy.STATE_HEARING: _("A judge at a State Hearing"),
    DecidedBy.MEDICARE_ENTITY: _("Medicare's outside reviewer"),
    DecidedBy.COMPLAINT: _("The State's complaint office"),
}
