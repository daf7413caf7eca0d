"""The desk for hospitals at night: the phone script, one review page, what can be done."""
