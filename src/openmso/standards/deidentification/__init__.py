"""Does a text tell who somebody is? Asked of everything before it is published.

`identifying(text, names)` returns each place with its kind and position; an empty answer means
that nothing was found, not that nothing is there: a person reads what is published.
"""

from openmso.standards.deidentification.check import identifying
from openmso.standards.deidentification.findings import Finding, Kind
from openmso.standards.deidentification.names import Names
from openmso.standards.deidentification.strict import strictly_identifying

__all__ = ["Finding", "Kind", "Names", "identifying", "strictly_identifying"]
