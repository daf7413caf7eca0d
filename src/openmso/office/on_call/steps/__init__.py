"""Steps that several actions of this folder share."""
