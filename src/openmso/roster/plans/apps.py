"""Registers the plans tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.plans"
    label = "plans"
