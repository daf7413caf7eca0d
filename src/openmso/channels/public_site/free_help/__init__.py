"""The directory of groups that help members with a change of a decision, for free."""
