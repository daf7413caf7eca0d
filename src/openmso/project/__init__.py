"""Everything that starts the product: settings, addresses, commands, the demo's own parts."""
