"""Registering a program, signing for it, beginning it, ending it."""
