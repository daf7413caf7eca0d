"""OpenMSO: the operations platform of a managed-care office.

The floors, from the ground up: standards, rulebook, office, roster, casework, channels, project.
Each leans only on the floors below it; `docs/start_here.md` walks through the house.
"""

__version__ = "0.1.0"
