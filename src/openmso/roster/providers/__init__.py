"""The network: practices, practitioners, where they work and which IPA they belong to."""
