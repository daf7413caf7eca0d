"""Health plans, the IPAs that work for them, and who decides what under their contracts."""
