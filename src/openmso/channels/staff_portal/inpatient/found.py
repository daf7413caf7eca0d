"""A foreign stay is answered like one that nobody has."""

from openmso.casework.inpatient.admissions.queries import StayNotFound

from ..foreign import Page, like_absent

StayView = Page

found_stay = like_absent(StayNotFound)
