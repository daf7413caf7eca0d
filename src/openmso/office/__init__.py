"""The machinery every case uses: who may do what, what happened, what is due, what is owed."""
