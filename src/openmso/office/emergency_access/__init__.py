"""Breaking the glass: reading one case outside one's own IPAs, for a reason and a short time."""
