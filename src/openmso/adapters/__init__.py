"""Each outside system behind our own interface, with a simulator for the demo and the tests."""
