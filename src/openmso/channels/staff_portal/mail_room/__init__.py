"""The mail desk: what reached us on paper or by e-mail, until each piece has its outcome."""
