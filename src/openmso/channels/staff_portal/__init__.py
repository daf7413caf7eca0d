"""The pages of the office's own people, one folder per desk. All live under /staff/."""
