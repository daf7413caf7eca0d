"""Django's PostgreSQL connection: it sees that the server has hung up, and reads a case quickly."""
