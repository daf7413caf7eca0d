"""Steps that several actions share. Each runs inside an action; none opens a transaction itself."""
