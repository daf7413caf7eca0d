"""The trays into which a fax server, a scanner for letters and a mail server put what arrives."""
