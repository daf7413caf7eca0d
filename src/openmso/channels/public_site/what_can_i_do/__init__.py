"""What can I do about a no? Questions anybody may answer, and every way to go on.

Nothing that is answered is kept, put into an address or printed with a name.
"""
