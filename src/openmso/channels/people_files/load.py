"""Load a folder of FHIR files: read, translate, hand over in batches, tell what was refused.

Running it again adds nothing: people are known by the id they have in the file, practitioners by
their NPI, practices by their id. Coverage that contradicts what we know is refused, never merged.
"""

from .counts import Loaded
from .doctors import doctors_named, learn_doctors
from .load_network import load_network
from .load_people import load_members
from .order import LoadOrder


def load_folder(order: LoadOrder) -> Loaded:
    """Load everything the folder has and return what was done."""
    loaded = Loaded()
    organization_names = load_network(order, loaded)
    doctors = doctors_named(order)
    load_members(order, loaded, organization_names, doctors)
    learn_doctors(order, loaded, doctors)
    order.progress("done")
    return loaded
