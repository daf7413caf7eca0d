"""Published code lists that come with the product: diagnoses, services, specialties."""
