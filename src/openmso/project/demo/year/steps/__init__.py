"""What happens to a request, step by step, at one desk after the other."""
