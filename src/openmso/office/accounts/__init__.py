"""Who gets an account and how: invitations by e-mail, roles, and switching accounts off and on."""
