"""The clocks of care that ends under rules that are not in force here yet. Writes nothing."""

from openmso.office.timeline.own_rules import by_their_own_rules

from .models import FastTrackCase

recompute = by_their_own_rules(FastTrackCase)
