"""Registers the tenants tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.tenants"
    label = "tenants"
