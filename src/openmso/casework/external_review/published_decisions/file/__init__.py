"""How the regulator's file looks, and what of it can be used."""
