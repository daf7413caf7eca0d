"""Django's PostgreSQL connection that sees, without asking, that the server has hung up."""
