"""The statements people sign about themselves, and signing one."""
