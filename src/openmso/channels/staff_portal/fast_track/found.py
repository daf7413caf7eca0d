"""A foreign case about care that ends is answered like one that nobody has."""

from openmso.casework.fast_track.queries import CaseNotFound

from ..foreign import like_absent

found_ending = like_absent(CaseNotFound)
