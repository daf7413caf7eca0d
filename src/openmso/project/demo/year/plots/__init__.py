"""The plots a request can follow, each a short story told with the steps."""
