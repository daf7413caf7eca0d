"""Specialties of practitioners as provider taxonomy codes, under the names the office uses.

Codes are facts of the public CMS crosswalk from Medicare specialties to taxonomy codes (October
2025); the names are ours.
"""

SPECIALTIES = {
    "207Q00000X": "Family medicine",
    "207R00000X": "Internal medicine",
    "208D00000X": "General practice",
    "208000000X": "Pediatrics",
    "207V00000X": "Obstetrics and gynecology",
    "207X00000X": "Orthopedic surgery",
    "207RC0000X": "Cardiology",
    "207RE0101X": "Endocrinology",
    "207RG0100X": "Gastroenterology",
    "207RH0003X": "Hematology and oncology",
    "207RN0300X": "Nephrology",
    "207RP1001X": "Pulmonary disease",
    "207RR0500X": "Rheumatology",
    "207N00000X": "Dermatology",
    "2084N0400X": "Neurology",
    "2084P0800X": "Psychiatry",
    "2085R0202X": "Diagnostic radiology",
    "208100000X": "Physical medicine and rehabilitation",
    "207P00000X": "Emergency medicine",
    "208600000X": "General surgery",
    "207Y00000X": "Ear, nose and throat",
    "207W00000X": "Ophthalmology",
    "208800000X": "Urology",
    "207L00000X": "Anesthesiology",
    "207LP2900X": "Pain medicine",
    "225100000X": "Physical therapy",
    "363L00000X": "Nurse practitioner",
    "363A00000X": "Physician assistant",
}

PRIMARY_CARE = frozenset({"207Q00000X", "207R00000X", "208D00000X", "208000000X"})

_ALSO_CALLED = {
    "orthopedics": "207X00000X",
    "oncology": "207RH0003X",
    "family practice": "207Q00000X",
    "general internal medicine": "207R00000X",
}


def specialty_name(code: str) -> str:
    """Return the office's name of a taxonomy code; the code itself when we have no name for it."""
    return SPECIALTIES.get(code, code)


def specialty_code(name: str) -> str:
    """Return the taxonomy code of a specialty by its name in any capitals, or "" if unknown."""
    wanted = name.strip().casefold()
    by_name = {known.casefold(): code for code, known in SPECIALTIES.items()}
    return by_name.get(wanted) or _ALSO_CALLED.get(wanted, "")
