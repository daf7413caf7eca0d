"""The gateway that sends our letters to a practice's fax."""
