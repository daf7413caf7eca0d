"""What members read in English: grade 6 or below, tested."""
