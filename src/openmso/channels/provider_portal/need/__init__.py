"""Does this service need an authorization for this plan or patient, on this day?"""
