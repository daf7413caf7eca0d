"""What is sealed and how, without a database: anyone can recompute it."""
