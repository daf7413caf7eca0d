"""The changes that can be made to the network."""
