"""The desk for hospital stays: census, one stay, the daily round, what can be done."""
