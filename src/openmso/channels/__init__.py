"""How the world reaches us: pages, and later X12, FHIR, fax and mail."""
