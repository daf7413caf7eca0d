"""What the eligibility file says about a wish for another doctor. Plain Python."""
