"""The law and the house's promises as dated answers to named questions; no Django.

`README.md` in this folder describes the files and every question.
"""
