"""The decisions of prior authorization as pure functions over frozen facts."""
