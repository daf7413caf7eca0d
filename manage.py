#!/usr/bin/env python3
"""Django's own commands, for people who change the code (`openmso` is the product's door)."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openmso.project.settings.test")
    execute_from_command_line(sys.argv)
