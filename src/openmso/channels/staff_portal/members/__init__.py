"""Finding a member; their coverage as we know it, their requests and wishes."""
