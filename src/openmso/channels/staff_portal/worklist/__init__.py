"""The queues: what waits for a person, most urgent first."""
