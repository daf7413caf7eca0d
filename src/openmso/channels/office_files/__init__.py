"""Files with which an office is set up: contracts, network, lists, benefit books, criteria."""
