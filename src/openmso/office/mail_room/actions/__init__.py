"""What can be done with an arrived paper at the mail desk."""
