"""What the authorization list and the benefit book say about a service."""
