"""People: names, birth dates, languages, formats, addresses and the numbers they are known by."""
