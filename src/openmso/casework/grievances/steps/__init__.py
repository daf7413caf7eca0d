"""Parts that several actions share."""
