"""Four ways to run: `demo`, `test` and `prod` each add what is theirs to `base`."""
