"""Registers emergency access with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.emergency_access"
    label = "emergency_access"
