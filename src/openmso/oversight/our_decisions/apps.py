"""Registers our published decisions with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.oversight.our_decisions"
    label = "our_decisions"
