"""The review page of a case."""
