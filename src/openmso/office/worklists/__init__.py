"""Queues of cases, most urgent first. Nothing leaves a queue without an outcome."""
