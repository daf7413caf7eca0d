"""Which stories happen when: a fixed list that shows everything, and more to fill the year."""
