"""The letters we wrote to the member, as pages and on paper."""
