"""The design system: page frames, form fields, components, their style and their small script.

Holds no business word beyond "deadline" and "case"; every portal builds its pages from it.
"""
