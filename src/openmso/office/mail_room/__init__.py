"""The mail room: every fax, letter and e-mail that reaches us, until it is where it belongs."""
