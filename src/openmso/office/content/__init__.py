"""Published texts and contact lines, each with the days on which it is true."""
