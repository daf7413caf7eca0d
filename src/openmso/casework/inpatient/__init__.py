"""Patients in a hospital: what we were asked, what we answered, and who pays when nobody did."""
