"""Every change of a request: one verb, one file, one transaction, one line on its timeline."""
