"""What happens to accounts, one verb a file."""
