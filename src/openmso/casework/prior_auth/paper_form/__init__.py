"""The Authorization Request Form on paper: blank to be filled in, or filled in from a case."""
