"""What the components show: small frozen facts in words, ready for a template."""
