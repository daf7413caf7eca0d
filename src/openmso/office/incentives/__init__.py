"""Programs that pay or reward somebody: registered, and screened before they begin."""
