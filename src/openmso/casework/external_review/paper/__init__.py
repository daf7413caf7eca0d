"""The papers of an outside review that this house prints itself."""
