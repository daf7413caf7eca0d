"""Tables as files for other programs: CSV and XLSX. No cell can become a formula."""
