"""A folder of FHIR files comes in: people, their coverage, practices and practitioners.

Outside words in, one action a batch, a list of what was refused out.
"""
