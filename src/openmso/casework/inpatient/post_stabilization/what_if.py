"""The clocks of waiting hospitals under rules that are not in force here yet. Writes nothing."""

from openmso.office.timeline.own_rules import by_their_own_rules

from .models import PostStabilization

recompute = by_their_own_rules(PostStabilization)
