"""What anybody may read: who we are, whom to call, free language help, emergency advice."""
