"""The statement that no reward is paid for denials, read and signed."""
