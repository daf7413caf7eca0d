"""What a member can still do after a no: facts in, every remedy with its last day out."""
