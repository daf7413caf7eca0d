"""What happens to appeals: one verb a file."""
