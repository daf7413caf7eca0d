"""What can be done with a review by an outside body: one verb a file."""
