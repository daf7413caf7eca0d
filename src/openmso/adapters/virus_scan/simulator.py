"""Stands for a virus scanner in the demo and the tests: it knows one virus, the test file that
every scanner knows (EICAR), which harms nobody.
"""

from openmso.office.documents.scanning import ScannerDown

# In two parts, or a scanner would find this very file.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class ScannerSimulator:
    """A scanner without signatures. It can be told not to answer (`is_down = True`)."""

    def __init__(self) -> None:
        self.is_down = False

    def scan(self, content: bytes) -> str:
        """Return the test file's name when it is inside. Raises ScannerDown when told to."""
        if self.is_down:
            raise ScannerDown("The simulated virus scanner was told not to answer.")
        return "Eicar-Test-Signature" if EICAR in content else ""
