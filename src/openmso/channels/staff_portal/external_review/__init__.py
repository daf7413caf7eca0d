"""The desk of outside reviews: applications, hearings, rulings, proof of service."""
