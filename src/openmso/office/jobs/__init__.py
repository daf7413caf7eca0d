"""Work that is done later: one durable queue, ordered in the same transaction as the change."""
