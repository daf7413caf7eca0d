"""FHIR R4 as a shape: resources, references, names, periods. What they mean is not known here."""
