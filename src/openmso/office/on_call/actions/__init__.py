"""What happens to schedules and pages, one verb a file."""
