"""Care after stabilization: what a hospital asked in the night, our answer, what silence means."""
