"""The letters' place among the product's parts."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.letters"
    label = "letters"
