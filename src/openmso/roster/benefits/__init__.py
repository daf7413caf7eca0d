"""What is covered, what needs an authorization, and how a service is found by code or by words."""
