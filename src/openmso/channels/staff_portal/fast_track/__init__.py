"""The desk of care that ends: notices, requests to the QIO, our papers, its decisions."""
