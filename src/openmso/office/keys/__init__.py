"""The installation's own keys: in files outside the database and outside the data folder."""
