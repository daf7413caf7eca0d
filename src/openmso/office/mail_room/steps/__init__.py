"""What several actions of the mail room share."""
