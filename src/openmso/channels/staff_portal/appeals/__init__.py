"""The desk of appeals: file one for somebody, give it to a reviewer, answer it."""
