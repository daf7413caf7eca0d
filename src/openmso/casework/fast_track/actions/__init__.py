"""What can be done with a case about care that ends: one verb a file."""
