"""Registers incentive programs with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.incentives"
    label = "incentives"
